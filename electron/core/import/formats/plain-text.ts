import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { readHeaderLines, readOtterHeader } from './front-matter'
import { readLabelledText } from './labelled-text'
import { withoutLineNumbers } from './line-numbers'

/** Any other text: speakers by their labels where it has them, else paragraphs. */
export const plainText: Format = {
  name: 'text',
  extensions: ['.txt', '.text'],
  detect: () => true,
  parse: parsePlainText,
}

function parsePlainText({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const lines = withoutLineNumbers(text.split('\n'), 1, notes)
  const {
    title,
    date,
    language,
    speakers,
    lines: used,
  } = readOtterHeader(lines, notes) ?? readHeaderLines(lines, notes)
  const { text: stored, turns } = readLabelledText(
    { lines: lines.slice(used), firstLine: used + 1, markdown: false, known: speakers },
    notes,
  )
  return { format: 'text', text: stored, turns, cues: null, title, date, language, notes: notes.toNotes() }
}
