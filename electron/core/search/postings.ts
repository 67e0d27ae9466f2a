import { lowerBound } from '../../../shared/anchoring/lower-bound'
import { Scratch } from './scratch'
import { sortNumbers } from './sort-numbers'

/** A list with this many places in the mean text has its ranks at hand; those of a shorter one are soon counted. */
const LONG = 16

/**
 * Lists of places in some texts, each in rising order, kept as the differences of its places: seven bits a byte, the
 * lowest first.
 */
export class Postings {
  readonly #bytes: Uint8Array
  /** For each list, and one more: where it begins in `#bytes`. */
  readonly #starts: Int32Array
  /** Where each text begins, and the last one ends. */
  readonly #bounds: Int32Array
  /** Of long lists, by their number: for each of the bounds, how many places are before it. */
  readonly #ranks = new Map<number, Int32Array>()

  /** The lists stand one after the other in `places`: the i-th is `[ends[i - 1], ends[i])` of them. */
  constructor(places: Int32Array, ends: Int32Array, bounds: Int32Array) {
    this.#bounds = bounds
    // A difference takes four bytes at most: a text is no longer than 2²⁸ code units.
    const bytes = new Uint8Array(4 * places.length)
    const starts = new Int32Array(ends.length + 1)
    let length = 0
    let from = 0
    for (let list = 0; list < ends.length; list += 1) {
      const to = ends[list]!
      let last = 0
      for (let at = from; at < to; at += 1) {
        const place = places[at]!
        let rest = place - last
        last = place
        while (rest > 0x7f) {
          bytes[length] = (rest & 0x7f) | 0x80
          length += 1
          rest >>>= 7
        }
        bytes[length] = rest
        length += 1
      }
      if (to - from >= LONG * bounds.length) this.#ranks.set(list, ranksOf(places.subarray(from, to), bounds))
      from = to
      starts[list + 1] = length
    }
    this.#bytes = bytes.slice(0, length)
    this.#starts = starts
  }

  get byteLength(): number {
    return this.#bytes.byteLength + this.#starts.byteLength + this.#ranks.size * this.#bounds.byteLength
  }

  /** How long a list is, in bytes: it has no more places than that. */
  sizeOf(list: number): number {
    return this.#starts[list + 1]! - this.#starts[list]!
  }

  /** For each of the bounds, how many places of some lists are before it. */
  ranks(lists: readonly MovedList[]): Int32Array {
    const bounds = this.#bounds
    const sum = new Int32Array(bounds.length)
    const add = (ranks: Int32Array) => {
      for (let bound = 0; bound < sum.length; bound += 1) sum[bound]! += ranks[bound]!
    }
    const short: MovedList[] = []
    for (const one of lists) {
      const known = this.#ranks.get(one.list)
      if (known) add(known)
      // To put places in order takes longer than to look for the bounds in one list more, unless there are more bounds.
      else if (this.sizeOf(one.list) > bounds.length) add(ranksOf(this.mergedIn(scratch, [one]), bounds))
      else short.push(one)
    }
    add(ranksOf(this.mergedIn(scratch, short), bounds))
    return sum
  }

  /** The first place of a list. */
  firstOf(list: number): number {
    return this.read(list, 0, first, 0) === 0 ? 0 : first[0]!
  }

  /** The first places of some lists as one, in order; no two of them are the same. */
  merged(lists: readonly MovedList[], most?: number): Int32Array {
    const places = this.mergedIn(scratch, lists, most)
    return scratch.holds(places) ? places.slice() : places
  }

  /** The same, in memory that others may use as soon as they are not needed any more. */
  mergedIn(memory: Scratch, lists: readonly MovedList[], most = Number.POSITIVE_INFINITY): Int32Array {
    const places = memory.ofSize(lists.reduce((sum, { list }) => sum + Math.min(most, this.sizeOf(list)), 0))
    let count = 0
    const ends = lists.map(({ list, shift }) => {
      count = this.read(list, shift, places, count, most)
      return count
    })
    const sorted = sortNumbers(places.subarray(0, count), ends)
    return sorted.length > most ? sorted.subarray(0, most) : sorted
  }

  /** Writes the first places of a list, moved by `shift`, into `places` from `to` on, up to its end; gives where they end. */
  read(list: number, shift: number, places: Int32Array, to: number, most = Number.POSITIVE_INFINITY): number {
    const bytes = this.#bytes
    const stop = Math.min(places.length, to + most)
    const end = this.#starts[list + 1]!
    let count = to
    let place = shift
    let bits = 0
    // Without a branch on how long a difference is, which the machine would guess wrong for many: what stands at `count`
    // is not done before a byte that is the last of its difference.
    for (let at = this.#starts[list]!; at < end && count < stop; at += 1) {
      const byte = bytes[at]!
      const isOpen = byte >>> 7
      place += (byte & 0x7f) << bits
      places[count] = place
      count += 1 - isOpen
      bits = (bits + 7) & -isOpen
    }
    return count
  }
}

/** For each of some rising bounds, how many of some rising places are before it. */
export function ranksOf(places: Int32Array, bounds: Int32Array): Int32Array {
  const ranks = new Int32Array(bounds.length)
  let rank = 0
  for (let bound = 0; bound < bounds.length; bound += 1) {
    // The next one is seldom far away.
    let reach = 1
    while (places[rank + reach]! < bounds[bound]!) reach *= 2
    rank = lowerBound(places, bounds[bound]!, rank + (reach >> 1), Math.min(rank + reach, places.length))
    ranks[bound] = rank
  }
  return ranks
}

/** A list, to whose places `shift` is added. */
export interface MovedList {
  readonly list: number
  readonly shift: number
}

const first = new Int32Array(1)
/** Where lists are read to before they are merged. */
const scratch = new Scratch()
