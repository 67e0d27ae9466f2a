import { say } from '../../../../shared/domain/messages/message'
import { findDate } from '../dates'
import { NoteList } from '../note-list'
import { extensionOf, type Format, type FormatInput, type ParsedFile } from './format'
import { readFrontMatter, readHeaderLines } from './front-matter'
import { readLabelledText } from './labelled-text'

/** Markdown whose headings, bold type or plain labels say who speaks. Its other marks are text, kept as they are. */
export const markdown: Format = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  detect: ({ text, fileName }) => ['.md', '.markdown'].includes(extensionOf(fileName)) || hasMarks(text),
  parse: parseMarkdown,
}

/** Whether a text has front matter, or headings or bold labels at the beginning of several lines. */
function hasMarks(text: string): boolean {
  const lines = text.slice(0, 50_000).split('\n', 1000)
  if (lines[0]?.trimEnd() === '---' && readFrontMatter(lines, new NoteList()).lines > 0) return true
  return lines.filter((line) => /^(?:#{1,6} \S|(?:\[[\d:.]{4,12}\] )?\*\*[^*]{1,60}\*\*)/.test(line)).length >= 2
}

function parseMarkdown({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const lines = text.split('\n')
  const front = readFrontMatter(lines, notes)
  const facts = front.lines > 0 ? front : readHeaderLines(lines, notes)
  const body = withoutEmbeds(lines.slice(facts.lines), facts.lines + 1, notes)
  const heading = facts.title === null ? findTitle(body) : null
  if (heading) {
    notes.add(say('title-from-heading'), facts.lines + heading.index + 1)
    body[heading.index] = ''
  }
  const { text: stored, turns } = readLabelledText(
    { lines: body, firstLine: facts.lines + 1, markdown: true, known: facts.speakers },
    notes,
  )
  const title = facts.title ?? heading?.title ?? null
  const date = facts.date ?? (heading ? findDate(heading.title) : null)
  return {
    format: 'markdown',
    text: stored,
    turns,
    cues: null,
    title,
    date,
    language: facts.language,
    notes: notes.toNotes(),
  }
}

/** The first line with text, when it is a heading of the first level and not a label. */
function findTitle(lines: readonly string[]): { title: string; index: number } | null {
  const index = lines.findIndex((line) => line.trim() !== '')
  const title = index < 0 ? null : /^#\s+(.*[^#\s:：])[#\s]*$/u.exec(lines[index]!.slice(0, 1000))?.[1]
  return title ? { title, index } : null
}

/** The lines with those that only embed a player or hold a comment emptied, which says nothing anybody spoke. */
function withoutEmbeds(lines: readonly string[], firstLine: number, notes: NoteList): string[] {
  let comment = false
  return lines.map((line, index) => {
    const trimmed = line.replace(/^\s*(?:>\s*)?/, '').trimEnd()
    if (comment || trimmed.startsWith('<!--')) {
      const end = trimmed.indexOf('-->')
      const whole = end < 0 || trimmed.length === end + 3
      if (comment || whole) {
        comment = end < 0
        notes.add(say('no-speech-comment'), firstLine + index)
        return ''
      }
    }
    if (!/^<(?:iframe|audio|video|script)\b.*(?:<\/(?:iframe|audio|video|script)>|\/>)$/i.test(trimmed)) return line
    notes.add(say('no-speech-player'), firstLine + index)
    return ''
  })
}
