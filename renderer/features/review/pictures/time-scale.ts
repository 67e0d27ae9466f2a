/** Ticks are never nearer to each other than this, in pixels. */
const ROOM = 104

export interface TimeScale {
  /** Where a time of the scale stands. */
  readonly place: (id: string) => number
  /** The times to name: the first, the last, and each other one that has room between them. */
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
  const places = times.map((id) => ({ id, at: place(id) }))
  const end = places.at(-1)
  const ticks: { readonly id: string; readonly at: number }[] = []
  for (const tick of places) {
    const before = ticks.at(-1)
    if (tick === end && before && end.at - before.at < ROOM && ticks.length > 1) ticks.pop()
    if (!before || tick === end || tick.at - before.at >= ROOM) ticks.push(tick)
  }
  return { place, ticks }
}
