/** Ticks are never nearer to each other than this, in pixels. */
const ROOM = 120

export interface TimeScale {
  /** Where a time of the scale stands. */
  readonly place: (id: string) => number
  /** The times to name: the first, and each later one that has room. */
  readonly ticks: readonly { readonly id: string; readonly at: number }[]
}

/** Times, as starts of ISO dates in order, along a line from `left` to `right`, as far from each other as they are in time. */
export function timeScale(times: readonly string[], left: number, right: number): TimeScale {
  const moments = new Map(times.map((time) => [time, Date.parse(time)]))
  const [first, last] = [moments.get(times[0] ?? '') ?? 0, moments.get(times.at(-1) ?? '') ?? 0]
  const place = (id: string) => {
    const moment = moments.get(id) ?? first
    return last === first ? (left + right) / 2 : left + ((moment - first) / (last - first)) * (right - left)
  }
  const ticks: { readonly id: string; readonly at: number }[] = []
  for (const id of times) {
    const at = place(id)
    const before = ticks.at(-1)
    if (!before || at - before.at >= ROOM) ticks.push({ id, at })
  }
  return { place, ticks }
}
