import { lowerBound } from '../../../shared/anchoring/lower-bound'
import { Growing } from './growing'
import { ranksOf } from './postings'

/** Places in a segment that can be counted before they are read. */
export interface CountedPlaces {
  /** For each of the segment's bounds, how many begin before it. */
  ranks(bounds: Int32Array): Int32Array
  /** The first so many, or more of them. */
  first(count: number): Places
  readonly places: Places
}

/** Places in a segment, in order of their start: starts and ends in code units. */
export class Places implements CountedPlaces {
  static readonly none = new Places(new Int32Array(), 0)
  readonly starts: Int32Array
  #ends: Int32Array | number

  /** Where they end, or how long all of them are. */
  constructor(starts: Int32Array, ends: Int32Array | number) {
    this.starts = starts
    this.#ends = ends
  }

  get ends(): Int32Array {
    // Who counts them does not ask for them.
    if (typeof this.#ends === 'number') this.#ends = moved(this.starts, this.#ends)
    return this.#ends
  }

  get length(): number {
    return this.starts.length
  }

  get places(): this {
    return this
  }

  first(): this {
    return this
  }

  ranks(bounds: Int32Array): Int32Array {
    return ranksOf(this.starts, bounds)
  }

  /** The first that does not start before `place`; `length` when there is none. */
  from(place: number): number {
    return lowerBound(this.starts, place)
  }

  /** Those of `[from, to)`. */
  between(from: number, to: number): Places {
    return new Places(this.starts.subarray(from, to), this.ends.subarray(from, to))
  }

  /** Those of which `isWanted` is true. */
  filter(isWanted: (start: number, end: number) => boolean): Places {
    const kept = new PlaceList()
    for (let at = 0; at < this.starts.length; at += 1) {
      const [start, end] = [this.starts[at]!, this.ends[at]!]
      if (isWanted(start, end)) kept.add(start, end)
    }
    return kept.length === this.length ? this : kept.done()
  }

  /** All of some lists, in order; of those that overlap the first, and of those that start together the longest. */
  static union(lists: readonly Places[]): Places {
    let merged = lists.filter(({ length }) => length > 0)
    if (merged.length === 0) return Places.none
    if (merged.length === 1) return merged[0]!
    while (merged.length > 1) {
      const next: Places[] = []
      for (let at = 0; at < merged.length; at += 2) {
        const [a, b] = [merged[at]!, merged[at + 1]]
        next.push(b ? mergeTwo(a, b) : a)
      }
      merged = next
    }
    const [all] = merged
    let last = -1
    return all!.filter((start, end) => {
      if (start < last) return false
      last = end
      return true
    })
  }
}

/** Numbers to each of which one is added. */
function moved(numbers: Int32Array, by: number): Int32Array {
  // Many times as fast as `map`.
  const sums = new Int32Array(numbers.length)
  for (let at = 0; at < numbers.length; at += 1) sums[at] = numbers[at]! + by
  return sums
}

function mergeTwo(a: Places, b: Places): Places {
  const length = a.length + b.length
  const [starts, ends] = [new Int32Array(length), new Int32Array(length)]
  let [i, j] = [0, 0]
  for (let at = 0; at < length; at += 1) {
    const isA =
      j >= b.length ||
      (i < a.length && (a.starts[i]! < b.starts[j]! || (a.starts[i] === b.starts[j] && a.ends[i]! >= b.ends[j]!)))
    starts[at] = isA ? a.starts[i]! : b.starts[j]!
    ends[at] = isA ? a.ends[i]! : b.ends[j]!
    if (isA) i += 1
    else j += 1
  }
  return new Places(starts, ends)
}

/** Places that are being collected, in order. */
export class PlaceList {
  readonly #starts = new Growing(64)
  readonly #ends = new Growing(64)

  get length(): number {
    return this.#starts.length
  }

  add(start: number, end: number): void {
    this.#starts.push(start)
    this.#ends.push(end)
  }

  done(): Places {
    return new Places(this.#starts.values.slice(), this.#ends.values.slice())
  }
}

/** What a query finds in one source: `[from, to)` of some places. */
export interface FoundIn {
  /** Which of the project's sources it is. */
  readonly source: number
  readonly found: CountedPlaces
  readonly from: number
  readonly to: number
}

/** All that a query finds, in the project's order; sources with nothing are left out. */
export class FoundPlaces {
  readonly parts: readonly FoundIn[]
  /** How many there are. */
  readonly length: number
  /** For each part: how many are before it. */
  readonly #ranks: Int32Array

  constructor(parts: readonly FoundIn[]) {
    this.parts = parts
    this.#ranks = new Int32Array(parts.length)
    let length = 0
    for (const [at, { from, to }] of parts.entries()) {
      this.#ranks[at] = length
      length += to - from
    }
    this.length = length
  }

  /** The place of a rank, from 0 on. */
  at(rank: number): { readonly source: number; readonly start: number; readonly end: number } {
    const part = lowerBound(this.#ranks, rank + 1) - 1
    const { source, found, from } = this.parts[part]!
    const at = from + rank - this.#ranks[part]!
    const places = found.first(at + 1)
    return { source, start: places.starts[at]!, end: places.ends[at]! }
  }
}
