import type { ImportNote } from '../../../shared/domain/project'

/** How many lines a note names before it only counts the rest. */
const NAMED_LINES = 5

/**
 * Gathers what an import has to report. Things of one kind become one note, which says how many there are and on which
 * lines the first of them stand, so that a file with a thousand page marks does not get a thousand notes.
 */
export class NoteList {
  readonly #kinds = new Map<string, { lines: number[]; places: number[]; unit: string; count: number }>()

  /** Reports that `message` holds for a line, counted from 1, or for the whole file. */
  add(message: string, line: number | null = null): void {
    const kind = this.#kindOf(message)
    kind.count += 1
    if (line !== null && kind.lines.length < NAMED_LINES) kind.lines.push(line)
  }

  /** The same for the number of a segment or its like, in files where lines say nothing. */
  addAt(message: string, unit: string, number: number): void {
    const kind = this.#kindOf(message)
    kind.count += 1
    kind.unit = unit
    if (kind.places.length < NAMED_LINES) kind.places.push(number)
  }

  #kindOf(message: string): { lines: number[]; places: number[]; unit: string; count: number } {
    const known = this.#kinds.get(message)
    if (known) return known
    const made = { lines: [], places: [], unit: '', count: 0 }
    this.#kinds.set(message, made)
    return made
  }

  /** The notes in the order of their first line; those of the whole file come first. */
  toNotes(): ImportNote[] {
    return [...this.#kinds]
      .map(([message, { lines, places, unit, count }]) => ({
        line: lines[0] ?? null,
        message:
          places.length > 0
            ? `${message} (${count > 1 ? `${count} times: ` : ''}${naming(unit, places, count)})`
            : count > 1 && lines.length > 0
              ? `${message} (${count} times: ${naming('line', lines, count)})`
              : message,
      }))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  }
}

function naming(unit: string, numbers: readonly number[], count: number): string {
  return `${unit}${count > 1 ? 's' : ''} ${numbers.join(', ')}${count > numbers.length ? ' …' : ''}`
}
