import type { TextRange } from '../../../../shared/domain/span'

/**
 * Gives each of the ranges from `first` up to, not including, `end` the lowest lane that is free where it starts. They
 * are in the order of their starts, and none before `first` reaches into them.
 */
export function assignLanes(ranges: readonly (TextRange & { lane: number })[], first: number, end: number): void {
  /** Taken lanes by where they become free, and free ones by number. */
  const taken = new Heap<{ readonly end: number; readonly lane: number }>((a, b) => a.end - b.end)
  const free = new Heap<number>((a, b) => a - b)
  let lanes = 0
  for (let index = first; index < end; index += 1) {
    const range = ranges[index]!
    for (let next = taken.first(); next && next.end <= range.start; next = taken.first()) free.push(taken.shift()!.lane)
    let lane = free.shift()
    if (lane === undefined) {
      lane = lanes
      lanes += 1
    }
    range.lane = lane
    taken.push({ end: range.end, lane })
  }
}

/** A binary heap: the least is at the front. */
class Heap<Item> {
  readonly #items: Item[] = []
  readonly #compare: (a: Item, b: Item) => number

  constructor(compare: (a: Item, b: Item) => number) {
    this.#compare = compare
  }

  first(): Item | undefined {
    return this.#items[0]
  }

  push(item: Item): void {
    const items = this.#items
    let at = items.length
    items.push(item)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#compare(items[above]!, item) <= 0) break
      items[at] = items[above]!
      at = above
    }
    items[at] = item
  }

  shift(): Item | undefined {
    const items = this.#items
    const least = items[0]
    const last = items.pop()
    if (last === undefined || items.length === 0) return least
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= items.length) break
      if (below + 1 < items.length && this.#compare(items[below + 1]!, items[below]!) < 0) below += 1
      if (this.#compare(items[below]!, last) >= 0) break
      items[at] = items[below]!
      at = below
    }
    items[at] = last
    return least
  }
}
