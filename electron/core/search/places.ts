import { lowerBound } from '../../../shared/anchoring/lower-bound'
import { Growing } from './growing'

/** Places in a segment, in order of their start: starts and ends in code units. */
export class Places {
  static readonly none = new Places(new Int32Array(), new Int32Array())
  readonly starts: Int32Array
  readonly ends: Int32Array

  constructor(starts: Int32Array, ends: Int32Array) {
    this.starts = starts
    this.ends = ends
  }

  get length(): number {
    return this.starts.length
  }

  /** The first that does not start before `place`; `length` when there is none. */
  from(place: number): number {
    return lowerBound(this.starts, place)
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

/** Numbers of some sorted lists as one sorted list. */
export function mergeSorted(lists: readonly Int32Array[]): Int32Array {
  if (lists.length === 0) return new Int32Array()
  if (lists.length > 64) {
    const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const list of lists) {
      all.set(list, at)
      at += list.length
    }
    return all.sort()
  }
  let merged = lists
  while (merged.length > 1) {
    const next: Int32Array[] = []
    for (let at = 0; at < merged.length; at += 2) {
      const [a, b] = [merged[at]!, merged[at + 1]]
      next.push(b ? mergeNumbers(a, b) : a)
    }
    merged = next
  }
  return merged[0]!
}

function mergeNumbers(a: Int32Array, b: Int32Array): Int32Array {
  const merged = new Int32Array(a.length + b.length)
  let [i, j] = [0, 0]
  for (let at = 0; at < merged.length; at += 1) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) {
      merged[at] = a[i]!
      i += 1
    } else {
      merged[at] = b[j]!
      j += 1
    }
  }
  return merged
}

/** All that a query finds, in the project's order: for each place which source it is in. */
export interface FoundPlaces {
  readonly places: Places
  readonly sources: Int32Array
  /** How many sources have one. */
  readonly found: number
}
