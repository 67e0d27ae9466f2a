import { Growing } from './growing'
import { CLASS, COARSEST, foldTable, isAccent, LETTER, SPACE } from './letters'
import { Postings } from './postings'

/** What an index knows of words. */
export interface CollectedWords {
  /** Every word as it is written, folded as far as can be, each between two line feeds, sorted. */
  readonly vocabulary: string
  /** For each word: where it begins in `vocabulary`. */
  readonly starts: Int32Array
  /** Four lists for each word, by what it stands beside: see `listOfWord`. */
  readonly places: Postings
}

/** The list of a word's places where the last that is not white space before it is a sign, and where no white space comes after it. */
export function listOfWord(word: number, isAfterSign: boolean, isBeforeOther: boolean): number {
  return 4 * word + (isAfterSign ? 2 : 0) + (isBeforeOther ? 1 : 0)
}

/** Words by the place where they are met first, found by hash. */
export class WordCollector {
  readonly #units: Uint16Array
  #slots = new Int32Array(1 << 10).fill(-1)
  readonly #firsts = new Growing()
  readonly #lengths = new Growing()
  readonly #hashes = new Growing()
  /** Of each word of the text, in order: which list of places it is in, and where it is. */
  readonly #listOf: Int32Array
  readonly #places: Int32Array
  #count = 0
  #at = 0
  #isAfterSign = true

  constructor(units: Uint16Array) {
    this.#units = units
    // Something stands between two words.
    const most = (units.length + 1) >> 1
    this.#listOf = new Int32Array(most)
    this.#places = new Int32Array(most)
  }

  /** Reads on up to a code unit, and to the end of the word that is there. */
  readTo(end: number): void {
    const units = this.#units
    const [listOf, places] = [this.#listOf, this.#places]
    let count = this.#count
    let at = this.#at
    let isAfterSign = this.#isAfterSign
    for (; at < end; at += 1) {
      if (CLASS[units[at]!] !== LETTER) {
        if (SPACE[units[at]!] === 0) isAfterSign = true
        continue
      }
      const start = at
      let hash = 0x81_1c_9d_c5 | 0
      while (CLASS[units[at]!] === LETTER) {
        hash = Math.imul(hash ^ units[at]!, 0x01_00_01_93)
        at += 1
      }
      const word = this.#wordAt(start, at - start, hash ^ (hash >>> 15))
      listOf[count] = listOfWord(word, isAfterSign, SPACE[units[at]!] !== 1)
      places[count] = start
      count += 1
      // An accent without a letter belongs to the sign before it. What ends the word is looked at next.
      isAfterSign = (isAfterSign && isAccent(units[at - 1]) && this.#isOfAccents(start, at)) || SPACE[units[at]!] !== 1
    }
    this.#isAfterSign = isAfterSign
    this.#count = count
    this.#at = at
  }

  #isOfAccents(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (!isAccent(this.#units[at])) return false
    return true
  }

  #wordAt(start: number, length: number, hash: number): number {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    let word = this.#slots[slot]!
    while (word >= 0 && !this.#isSame(word, start, length, hash)) {
      slot = (slot + 1) & mask
      word = this.#slots[slot]!
    }
    if (word >= 0) return word
    word = this.#firsts.length
    this.#slots[slot] = word
    this.#firsts.push(start)
    this.#lengths.push(length)
    this.#hashes.push(hash)
    if (2 * this.#firsts.length > this.#slots.length) this.#rehash(4 * this.#slots.length)
    return word
  }

  #isSame(word: number, start: number, length: number, hash: number): boolean {
    if (this.#hashes.at(word) !== hash || this.#lengths.at(word) !== length) return false
    const units = this.#units
    const first = this.#firsts.at(word)
    for (let at = 0; at < length; at += 1) if (units[first + at] !== units[start + at]) return false
    return true
  }

  #rehash(size: number): void {
    const slots = new Int32Array(size).fill(-1)
    for (let word = 0; word < this.#hashes.length; word += 1) {
      let slot = this.#hashes.at(word) & (size - 1)
      while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1)
      slots[slot] = word
    }
    this.#slots = slots
  }

  /** All words that were read, in texts with these bounds. */
  done(bounds: Int32Array): CollectedWords {
    const count = this.#firsts.length
    const folded = Array.from({ length: count }, (_, word) => this.#coarse(word))
    const order = Array.from(folded.keys()).sort((a, b) =>
      folded[a]! < folded[b]! ? -1 : folded[a] === folded[b] ? 0 : 1,
    )
    const rank = new Int32Array(count)
    const starts = new Int32Array(count)
    let length = 1
    for (const [index, word] of order.entries()) {
      rank[word] = index
      starts[index] = length
      length += folded[word]!.length + 1
    }
    const vocabulary = count === 0 ? '' : `\n${order.map((word) => folded[word]!).join('\n')}\n`
    return { vocabulary, starts, places: this.#group(rank, bounds) }
  }

  /** A word without accents, folded as far as can be. */
  #coarse(word: number): string {
    const table = foldTable(COARSEST)
    const start = this.#firsts.at(word)
    const end = start + this.#lengths.at(word)
    let folded = ''
    for (let at = start; at < end; at += 1) {
      const unit = this.#units[at]!
      if (!isAccent(unit)) folded += String.fromCharCode(table[unit]!)
    }
    return folded
  }

  /** The places of each word, by its rank. */
  #group(rank: Int32Array, bounds: Int32Array): Postings {
    const [listOf, places, count] = [this.#listOf, this.#places, this.#count]
    const ranked = Int32Array.from({ length: 4 * rank.length }, (_, list) => 4 * rank[list >> 2]! + (list & 3))
    const counts = new Int32Array(ranked.length)
    for (let at = 0; at < count; at += 1) counts[ranked[listOf[at]!]!]! += 1
    const next = startsOf(counts)
    const grouped = new Int32Array(count)
    for (let at = 0; at < count; at += 1) {
      const list = ranked[listOf[at]!]!
      const to = next[list]!
      grouped[to] = places[at]!
      next[list] = to + 1
    }
    return new Postings(grouped, next, bounds)
  }
}

/** Where each of some groups begins when they stand one after the other. */
export function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length)
  for (let group = 1; group < counts.length; group += 1) starts[group] = starts[group - 1]! + counts[group - 1]!
  return starts
}
