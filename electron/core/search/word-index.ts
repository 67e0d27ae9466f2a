import { lowerBound } from '../../../shared/anchoring/lower-bound'
import {
  CharacterCollector,
  type CollectedCharacters,
  type CollectedPairs,
  indexAmong,
  keyOfPair,
} from './collect-characters'
import { type CollectedWords, listOfWord, WordCollector } from './collect-words'
import { CLASS, UNSPACED } from './letters'
import { ListedPlaces } from './listed-places'
import type { MovedList } from './postings'

/** Code units that are read at once when an index is built. */
const STEP = 2 ** 19

/** What a word stands beside: before it, but for white space, another word or a sign; after it white space or anything else. */
export interface Beside {
  readonly before: 'word' | 'sign' | 'any'
  readonly after: 'space' | 'other' | 'any'
}

/** Where each word, and each character that stands without spaces, is found in a segment's code units. */
export class WordIndex {
  readonly #words: CollectedWords
  readonly #characters: CollectedCharacters
  readonly #pairs: CollectedPairs

  private constructor(words: CollectedWords, characters: CollectedCharacters, pairs: CollectedPairs) {
    this.#words = words
    this.#characters = characters
    this.#pairs = pairs
  }

  /** Builds an index step by step, so that whoever waits for something else waits for one of them at most. */
  static *build(units: Uint16Array, bounds: Int32Array): Generator<void, WordIndex, void> {
    const words = new WordCollector(units)
    for (let end = STEP; end < units.length + STEP; end += STEP) {
      words.readTo(Math.min(end, units.length))
      yield
    }
    const collected = words.done(bounds)
    yield
    const characters = new CharacterCollector(units)
    for (let end = STEP; end < units.length + STEP; end += STEP) {
      characters.readTo(Math.min(end, units.length))
      yield
    }
    const single = characters.done(bounds)
    yield
    return new WordIndex(collected, single, characters.pairs(bounds))
  }

  get byteLength(): number {
    const { vocabulary, starts, places } = this.#words
    const { characters, places: characterPlaces } = this.#characters
    const { signs, known, keys, places: pairPlaces } = this.#pairs
    const lists = [starts, places, characters, characterPlaces, signs, known, keys, pairPlaces]
    return lists.reduce((sum, { byteLength }) => sum + byteLength, 2 * vocabulary.length)
  }

  /** Whether an accent stands after something that is no letter of a word: then one code unit does not tell what it is. */
  get hasLooseAccents(): boolean {
    return this.#characters.hasLooseAccents
  }

  /** The lists of a word's places where it stands beside this. */
  listsOf(word: number, { before, after }: Beside): readonly number[] {
    const lists: number[] = []
    const add = (isAfterSign: boolean, isBeforeOther: boolean) => {
      const list = listOfWord(word, isAfterSign, isBeforeOther)
      if (this.#words.places.sizeOf(list) > 0) lists.push(list)
    }
    if (before !== 'sign' && after !== 'other') add(false, false)
    if (before !== 'sign' && after !== 'space') add(false, true)
    if (before !== 'word' && after !== 'other') add(true, false)
    if (before !== 'word' && after !== 'space') add(true, true)
    return lists
  }

  /** Writes the places of such a list, moved by `shift`, into `places` from `to` on; gives how many they are. */
  readPlaces(list: number, shift: number, places: Int32Array, to: number): number {
    return this.#words.places.read(list, shift, places, to) - to
  }

  /** What starts and ends where some words do, each moved as is said. */
  placesOfWords(starts: readonly MovedList[], ends: readonly MovedList[] | number): ListedPlaces {
    return new ListedPlaces(this.#words.places, starts, ends)
  }

  /** The first place of such a list. */
  firstOf(list: number): number {
    return this.#words.places.firstOf(list)
  }

  /** At least as many places as there are in a list, and about so many. */
  sizeOf(list: number): number {
    return this.#words.places.sizeOf(list)
  }

  /** Words whose folded form holds `folded`: at its beginning, at its end, both, or anywhere. */
  *wordsWith(folded: string, atStart: boolean, atEnd: boolean): Generator<number> {
    const { vocabulary, starts } = this.#words
    const wanted = atEnd ? `${folded}\n` : folded
    if (atStart) {
      let word = this.#firstFrom(folded)
      while (vocabulary.startsWith(wanted, starts[word] ?? vocabulary.length)) {
        yield word
        word += 1
      }
      return
    }
    let word = -1
    for (let at = vocabulary.indexOf(wanted); at >= 0; at = vocabulary.indexOf(wanted, at)) {
      // The next one is seldom far away.
      let reach = 1
      while (starts[word + reach]! <= at) reach *= 2
      word = lowerBound(starts, at + 1, word + 1, Math.min(word + reach, starts.length)) - 1
      yield word
      at = starts[word + 1] ?? vocabulary.length
    }
  }

  /** The first word whose folded form is not before `folded`. */
  #firstFrom(folded: string): number {
    const { vocabulary, starts } = this.#words
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      const end = (starts[middle + 1] ?? vocabulary.length) - 1
      if (vocabulary.slice(starts[middle], end) < folded) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The places of some characters that stand without spaces, moved by `shift`. */
  placesOfCharacters(characters: readonly number[], shift: number): ListedPlaces {
    const lists = characters.map((character) => this.#characterAt(character)).filter((list) => list >= 0)
    return new ListedPlaces(
      this.#characters.places,
      lists.map((list) => ({ list, shift })),
      1,
    )
  }

  /** At least as many as a character has places, and about so many. */
  sizeOfCharacter(character: number): number {
    const at = this.#characterAt(character)
    return at < 0 ? 0 : this.#characters.places.sizeOf(at)
  }

  /** The lists of what has one of the first before one of the second; `null` where the index does not know all of it. */
  pairsOf(firsts: readonly number[], seconds: readonly number[]): readonly number[] | null {
    const { signs, known, keys } = this.#pairs
    if ([firsts, seconds].every((units) => units.some((unit) => CLASS[unit] !== UNSPACED))) return null
    const isThere = (unit: number) =>
      CLASS[unit] === UNSPACED ? this.#characterAt(unit) >= 0 : indexAmong(signs, unit) >= 0
    const [first, second] = [firsts.filter(isThere), seconds.filter(isThere)]
    if ([...first, ...second].some((unit) => indexAmong(known, unit) < 0)) return null
    return first
      .flatMap((one) => second.map((other) => indexAmong(keys, keyOfPair(one, other))))
      .filter((list) => list >= 0)
  }

  /** The places of some lists of pairs, moved by `shift`. */
  placesOfPairs(lists: readonly number[], shift: number): ListedPlaces {
    return new ListedPlaces(
      this.#pairs.places,
      lists.map((list) => ({ list, shift })),
      2,
    )
  }

  /** At least as many places as there are in a list of pairs, and about so many. */
  sizeOfPairs(list: number): number {
    return this.#pairs.places.sizeOf(list)
  }

  /** Which of the characters it is; -1 for none. */
  #characterAt(character: number): number {
    return indexAmong(this.#characters.characters, character)
  }
}
