import { type CountedPlaces, Places } from './places'
import type { MovedList, Postings } from './postings'
import type { Scratch } from './scratch'

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

  /** Where they start, for whoever needs it no longer than until something else is read into the same memory. */
  startsIn(memory: Scratch): Int32Array {
    return this.#postings.mergedIn(memory, this.#starts)
  }

  first(count: number): Places {
    if (this.#places || count > BEGINNING) return this.places
    this.#beginning ??= this.#read(BEGINNING)
    return this.#beginning
  }

  #read(most?: number): Places {
    const starts = this.#postings.merged(this.#starts, most)
    const ends = this.#ends
    return new Places(starts, typeof ends === 'number' ? ends : this.#postings.merged(ends, most))
  }
}
