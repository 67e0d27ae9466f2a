import { type CountedPlaces, Places } from './places'
import type { MovedList, Postings } from './postings'

/** So many are read for whoever looks at the first ones. */
const BEGINNING = 1024

/** Places that an index lists: where they start, and where they end or how long all of them are. */
export class ListedPlaces implements CountedPlaces {
  readonly #postings: Postings
  readonly #starts: readonly MovedList[]
  readonly #ends: readonly MovedList[] | number
  #places: Places | null = null
  #beginning: Places | null = null

  /** No two lists have a place in common, none is in another, and starts and ends are in the same order. */
  constructor(postings: Postings, starts: readonly MovedList[], ends: readonly MovedList[] | number) {
    this.#postings = postings
    this.#starts = starts
    this.#ends = ends
  }

  ranks(): Int32Array {
    return this.#postings.ranks(this.#starts)
  }

  get places(): Places {
    this.#places ??= this.#read()
    return this.#places
  }

  /** Where they start, which is read sooner than all of it. */
  get starts(): Int32Array {
    return this.#places?.starts ?? this.#postings.merged(this.#starts)
  }

  first(count: number): Places {
    if (this.#places || count > BEGINNING) return this.places
    this.#beginning ??= this.#read(BEGINNING)
    return this.#beginning
  }

  #read(most?: number): Places {
    const starts = this.#postings.merged(this.#starts, most)
    const ends = this.#ends
    return new Places(starts, typeof ends === 'number' ? moved(starts, ends) : this.#postings.merged(ends, most))
  }
}

/** Numbers to each of which one is added. */
export function moved(numbers: Int32Array, by: number): Int32Array {
  // Many times as fast as `map`.
  const sums = new Int32Array(numbers.length)
  for (let at = 0; at < numbers.length; at += 1) sums[at] = numbers[at]! + by
  return sums
}
