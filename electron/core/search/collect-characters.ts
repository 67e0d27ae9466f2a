import { lowerBound } from '../../../shared/anchoring/lower-bound'
import { startsOf } from './collect-words'
import { Growing } from './growing'
import { CLASS, isAccent, LETTER, OTHER, SPACE, UNSPACED } from './letters'
import { Postings } from './postings'

/** What an index knows of characters that stand without spaces. */
export interface CollectedCharacters {
  /** Every character that there is, in order. */
  readonly characters: Uint16Array
  readonly places: Postings
  /** Whether an accent stands after something that is no letter of a word: then one code unit does not tell what it is. */
  readonly hasLooseAccents: boolean
}

/** What an index knows of two that stand beside each other, one of them such a character. */
export interface CollectedPairs {
  /** Every sign that there is, which is neither such a character nor a letter of a word, in order. */
  readonly signs: Uint16Array
  /** The characters and signs whose pairs are known, in order: those that are frequent. */
  readonly known: Uint16Array
  /** Every pair of two of them that there is, in order, as `keyOfPair` has it. */
  readonly keys: Uint32Array
  /** Where the first of the two stands. */
  readonly places: Postings
}

export function keyOfPair(first: number, second: number): number {
  return first * CODES + second
}

const CODES = 0x1_00_00
/** What is not one of so many code units is soon looked at in all its places. */
const ONE_IN = 2 ** 12
/** So many are paired at most. */
const MOST_PAIRED = 1024

/** Groups the places of characters that stand without spaces by character. */
export class CharacterCollector {
  readonly #units: Uint16Array
  readonly #places = new Growing(1 << 12)
  /** Of these characters, and of signs. */
  readonly #counts = new Int32Array(CODES)
  #hasLooseAccents = false
  #at = 0

  constructor(units: Uint16Array) {
    this.#units = units
  }

  /** Reads on up to a code unit. */
  readTo(end: number): void {
    const [units, places, counts] = [this.#units, this.#places, this.#counts]
    for (let at = this.#at; at < end; at += 1) {
      const unit = units[at]!
      const kind = CLASS[unit]
      if (kind === LETTER) continue
      if (isAccent(units[at + 1])) this.#hasLooseAccents = true
      counts[unit]! += 1
      if (kind === UNSPACED) places.push(at)
    }
    this.#at = end
  }

  /** All characters that were read, in texts with these bounds. */
  done(bounds: Int32Array): CollectedCharacters {
    const units = this.#units
    const places = this.#places.values
    const counts = this.#counts.map((count, unit) => (CLASS[unit] === UNSPACED ? count : 0))
    const ends = startsOf(counts)
    const grouped = new Int32Array(places.length)
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]!
      const unit = units[place]!
      const to = ends[unit]!
      grouped[to] = place
      ends[unit] = to + 1
    }
    const characters = listWhere(CODES, (unit) => counts[unit]! > 0)
    return {
      characters: Uint16Array.from(characters),
      places: new Postings(
        grouped,
        characters.map((unit) => ends[unit]!),
        bounds,
      ),
      hasLooseAccents: this.#hasLooseAccents,
    }
  }

  /** The pairs of what is frequent. */
  pairs(bounds: Int32Array): CollectedPairs {
    const signs = listWhere(CODES, (unit) => this.#counts[unit]! > 0 && CLASS[unit] === OTHER)
    const known = this.#listFrequent()
    const size = known.length
    const rankOf = new Int32Array(CODES).fill(-1)
    for (const [rank, unit] of known.entries()) rankOf[unit] = rank
    const counts = new Int32Array(size * size)
    this.#eachPair(rankOf, (pair) => (counts[pair]! += 1))
    const ends = startsOf(counts)
    const grouped = new Int32Array((ends.at(-1) ?? 0) + (counts.at(-1) ?? 0))
    this.#eachPair(rankOf, (pair, place) => {
      const to = ends[pair]!
      grouped[to] = place
      ends[pair] = to + 1
    })
    const pairs = listWhere(counts.length, (pair) => counts[pair]! > 0)
    return {
      signs: Uint16Array.from(signs),
      known,
      keys: Uint32Array.from(pairs, (pair) => keyOfPair(known[Math.trunc(pair / size)]!, known[pair % size]!)),
      places: new Postings(
        grouped,
        pairs.map((pair) => ends[pair]!),
        bounds,
      ),
    }
  }

  #listFrequent(): Uint16Array {
    const counts = this.#counts
    const least = this.#units.length / ONE_IN
    const frequent = listWhere(CODES, (unit) => counts[unit]! > least && SPACE[unit] === 0)
    if (frequent.length <= MOST_PAIRED) return Uint16Array.from(frequent)
    return Uint16Array.from(frequent.sort((a, b) => counts[b]! - counts[a]!).subarray(0, MOST_PAIRED)).sort()
  }

  /** Gives every pair of two that have a rank, by their ranks, and where it is, in order. */
  #eachPair(rankOf: Int32Array, seen: (pair: number, place: number) => void): void {
    const units = this.#units
    const places = this.#places.values
    const size = rankOf.reduce((most, rank) => Math.max(most, rank + 1), 0)
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]!
      const rank = rankOf[units[place]!]!
      if (rank < 0) continue
      const before = CLASS[units[place - 1]!] === UNSPACED ? -1 : rankOf[units[place - 1]!]!
      if (before >= 0) seen(before * size + rank, place - 1)
      const after = rankOf[units[place + 1]!]!
      if (after >= 0) seen(rank * size + after, place)
    }
  }
}

/** Which of the numbers below `end` are wanted. */
function listWhere(end: number, isWanted: (one: number) => boolean): Int32Array {
  const list = new Growing()
  for (let one = 0; one < end; one += 1) if (isWanted(one)) list.push(one)
  return list.values
}

/** Which of some rising numbers one is; -1 for none. */
export function indexAmong(numbers: ArrayLike<number>, one: number): number {
  const at = lowerBound(numbers, one)
  return numbers[at] === one ? at : -1
}
