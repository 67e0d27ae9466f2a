import type { ImportNote } from '../../../shared/domain/project'

/** How many lines a note names before it only counts the rest. */
const NAMED_LINES = 5

/**
 * Gathers what an import has to report. Things of one kind become one note, which says how many there are and on which
 * lines the first of them stand, so that a file with a thousand page marks does not get a thousand notes.
 */
export class NoteList {
  readonly #kinds = new Map<string, { lines: number[]; count: number }>()

  /** Reports that `message` holds for a line, counted from 1, or for the whole file. */
  add(message: string, line: number | null = null): void {
    const kind = this.#kinds.get(message) ?? { lines: [], count: 0 }
    kind.count += 1
    if (line !== null && kind.lines.length < NAMED_LINES) kind.lines.push(line)
    this.#kinds.set(message, kind)
  }

  /** The notes in the order of their first line; those of the whole file come first. */
  toNotes(): ImportNote[] {
    return [...this.#kinds]
      .map(([message, { lines, count }]) => ({
        line: lines[0] ?? null,
        message: count > 1 && lines.length > 0 ? `${message} (${count} times: ${naming(lines, count)})` : message,
      }))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  }
}

function naming(lines: readonly number[], count: number): string {
  return `lines ${lines.join(', ')}${count > lines.length ? ' …' : ''}`
}
