import { startsOf } from './collect-words'
import { Growing } from './growing'
import { CLASS, isAccent, LETTER, UNSPACED } from './letters'
import { Postings } from './postings'

/** What an index knows of characters that stand without spaces. */
export interface CollectedCharacters {
  /** Every character that there is, in order. */
  readonly characters: Uint16Array
  readonly places: Postings
  /** Whether an accent stands after something that is no letter of a word: then one code unit does not tell what it is. */
  readonly hasLooseAccents: boolean
}

const CODES = 0x1_00_00

/** Groups the places of characters that stand without spaces by character. */
export class CharacterCollector {
  readonly #units: Uint16Array
  readonly #places = new Growing(1 << 12)
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
      if (kind !== UNSPACED) continue
      counts[unit]! += 1
      places.push(at)
    }
    this.#at = end
  }

  /** All characters that were read. */
  done(): CollectedCharacters {
    const [units, counts] = [this.#units, this.#counts]
    const places = this.#places.values
    const ends = startsOf(counts)
    const grouped = new Int32Array(places.length)
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]!
      const unit = units[place]!
      const to = ends[unit]!
      grouped[to] = place
      ends[unit] = to + 1
    }
    const characters = new Growing()
    for (let unit = 0; unit < CODES; unit += 1) if (counts[unit]! > 0) characters.push(unit)
    return {
      characters: Uint16Array.from(characters.values),
      places: new Postings(
        grouped,
        characters.values.map((unit) => ends[unit]!),
      ),
      hasLooseAccents: this.#hasLooseAccents,
    }
  }
}
