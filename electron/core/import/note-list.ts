import type { ImportNote } from '../../../shared/domain/project'
import { type Message, say, toEnglish } from '../../../shared/domain/messages/message'

/** How many lines a note names before it only counts the rest. */
const NAMED = 5

/** What a note's numbers count. */
export type NoteUnit = 'line' | 'segment' | 'event' | 'paragraph'

interface Kind {
  readonly note: Message
  readonly numbers: number[]
  unit: NoteUnit
  count: number
}

/** A note of a file as it is kept: with its English, which any later version can show. */
export function toNote(text: Message, line: number | null = null): ImportNote {
  return { line, message: toEnglish(text), text }
}

/**
 * Gathers what an import has to report. Things of one kind become one note, which says how many there are and on which
 * lines the first of them stand, so that a file with a thousand page marks does not get a thousand notes.
 */
export class NoteList {
  readonly #kinds = new Map<string, Kind>()

  /** Reports a note on a line, counted from 1, or on the whole file. */
  add(note: Message, line: number | null = null): void {
    this.#count(note, 'line', line)
  }

  /** The same for the number of a segment or its like, in files where lines say nothing. */
  addAt(note: Message, unit: Exclude<NoteUnit, 'line'>, number: number): void {
    this.#count(note, unit, number)
  }

  #count(note: Message, unit: NoteUnit, number: number | null): void {
    const key = note.code + JSON.stringify(note.params)
    let kind = this.#kinds.get(key)
    if (!kind) this.#kinds.set(key, (kind = { note, numbers: [], unit, count: 0 }))
    kind.count += 1
    kind.unit = unit
    if (number !== null && kind.numbers.length < NAMED) kind.numbers.push(number)
  }

  /** The notes in the order of their first line; those of the whole file come first. */
  toNotes(): ImportNote[] {
    return [...this.#kinds.values()]
      .map((kind) => toNote(withPlaces(kind), kind.unit === 'line' ? (kind.numbers[0] ?? null) : null))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  }
}

/** A note of one line has that line beside it. */
function withPlaces({ note, numbers, unit, count }: Kind): Message {
  if (numbers.length === 0 || (count === 1 && unit === 'line')) return note
  const place =
    count > numbers.length
      ? say(`place-${unit}-more`, { numbers })
      : say(`place-${unit}`, { count: numbers.length, numbers })
  return count === 1 ? say('noted-at', { note, place }) : say('noted-often', { note, count, place })
}
