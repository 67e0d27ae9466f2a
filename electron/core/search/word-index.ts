import { lowerBound } from '../../../shared/anchoring/lower-bound'
import { CharacterCollector, type CollectedCharacters } from './collect-characters'
import { type CollectedWords, WordCollector } from './collect-words'
import type { MovedList } from './postings'

/** Code units that are read at once when an index is built. */
const STEP = 2 ** 19

/** Where each word, and each character that stands without spaces, is found in a segment's code units. */
export class WordIndex {
  readonly #words: CollectedWords
  readonly #characters: CollectedCharacters

  private constructor(words: CollectedWords, characters: CollectedCharacters) {
    this.#words = words
    this.#characters = characters
  }

  /** Builds an index step by step, so that whoever waits for something else waits for one of them at most. */
  static *build(units: Uint16Array): Generator<void, WordIndex, void> {
    const words = new WordCollector(units)
    for (let end = STEP; end < units.length + STEP; end += STEP) {
      words.readTo(Math.min(end, units.length))
      yield
    }
    const collected = words.done()
    yield
    const characters = new CharacterCollector(units)
    for (let end = STEP; end < units.length + STEP; end += STEP) {
      characters.readTo(Math.min(end, units.length))
      yield
    }
    return new WordIndex(collected, characters.done())
  }

  get byteLength(): number {
    const { vocabulary, starts, places } = this.#words
    const { characters, places: characterPlaces } = this.#characters
    const lists = [starts, places, characters, characterPlaces]
    return lists.reduce((sum, { byteLength }) => sum + byteLength, 2 * vocabulary.length)
  }

  /** Whether an accent stands after something that is no letter of a word: then one code unit does not tell what it is. */
  get hasLooseAccents(): boolean {
    return this.#characters.hasLooseAccents
  }

  /** The places of a word, in order. */
  placesOf(word: number): Int32Array {
    return this.#words.places.list(word)
  }

  /** The places of some words, each moved as is said, as one list, in order. */
  placesOfWords(words: readonly MovedList[]): Int32Array {
    return this.#words.places.merged(words)
  }

  /** Where a word stands first. */
  firstOf(word: number): number {
    return this.#words.places.firstOf(word)
  }

  /** At least as many as a word has places, and about so many. */
  sizeOf(word: number): number {
    return this.#words.places.sizeOf(word)
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
    for (let at = vocabulary.indexOf(wanted); at >= 0; at = vocabulary.indexOf(wanted, at)) {
      const word = lowerBound(starts, at + 1) - 1
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

  /** The places of some characters that stand without spaces, in order. */
  placesOfCharacters(characters: readonly number[]): Int32Array {
    const lists = characters.map((character) => this.#characterAt(character)).filter((list) => list >= 0)
    return this.#characters.places.merged(lists.map((list) => ({ list, shift: 0 })))
  }

  /** At least as many as a character has places, and about so many. */
  sizeOfCharacter(character: number): number {
    const at = this.#characterAt(character)
    return at < 0 ? 0 : this.#characters.places.sizeOf(at)
  }

  /** Which of the characters it is; -1 for none. */
  #characterAt(character: number): number {
    const { characters } = this.#characters
    const at = lowerBound(characters, character)
    return characters[at] === character ? at : -1
  }
}
