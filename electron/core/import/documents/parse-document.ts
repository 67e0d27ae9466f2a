import type { ImportNote } from '../../../../shared/domain/project'
import { say } from '../../../../shared/domain/messages/message'
import { CLOCK, parseClock } from '../clock'
import { cuesToTurns, type TimedCue } from '../cues-to-turns'
import { findDate } from '../dates'
import type { ParsedFile } from '../formats/format'
import { type FileFacts, readHeaderLines } from '../formats/front-matter'
import { readLabelledText } from '../formats/labelled-text'
import { srt } from '../formats/srt'
import { vtt } from '../formats/vtt'
import { NoteList } from '../note-list'
import { looksLikeName } from '../speaker-labels'
import { type ExtractedDocument, extractDocument } from './extract-document'

/**
 * Reads a Word, OpenDocument, RTF or PDF file as a transcript; `null` for any other file. Its turns may be none. Throws
 * what `extractDocument` throws.
 */
export async function parseDocument(bytes: Uint8Array, fileName: string): Promise<ParsedFile | null> {
  const document = await extractDocument(bytes)
  return document && readDocument(document, fileName)
}

interface LabelledDocument {
  readonly transcript: ReturnType<typeof readLabelledText>
  readonly notes: readonly ImportNote[]
}

/** The turns of a document's text: subtitles that were pasted into it, else labelled text, else its paragraphs. */
function readDocument(document: ExtractedDocument, fileName: string): ParsedFile {
  const { kind, text, title, date } = document
  const own = { format: kind, title, date }
  const lines = text.split('\n')
  const teams = readTeamsCues(lines)
  if (teams) {
    const { text: stored, turns, cues } = cuesToTurns(teams)
    return { ...own, text: stored, turns, cues, language: null, notes: document.notes }
  }
  const pasted = [vtt, srt].find((format) => format.detect({ text, fileName: '' }))
  if (pasted) {
    const parsed = pasted.parse({ text: withoutBlankLines(text), fileName })
    return { ...parsed, ...own, notes: [...document.notes, ...parsed.notes] }
  }
  const notes = new NoteList()
  const facts = readFacts(lines, notes)
  const { transcript, notes: found } = readTurns(document, facts)
  return {
    ...own,
    text: transcript.text,
    turns: transcript.turns,
    cues: null,
    title: facts.title ?? title,
    date: facts.date ?? date ?? findStandingDate(lines),
    language: facts.language,
    notes: [...document.notes, ...notes.toNotes(), ...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

/** With its headings and bold labels where they name anybody, else as it is written. */
function readTurns({ text, marked }: ExtractedDocument, facts: FileFacts): LabelledDocument {
  const read = (lines: readonly string[], markdown: boolean): LabelledDocument => {
    const notes = new NoteList()
    const labelled = {
      lines: lines.slice(facts.lines),
      written: text.split('\n').slice(facts.lines),
      firstLine: facts.lines + 1,
      markdown,
      known: facts.speakers,
    }
    return { transcript: readLabelledText(labelled, notes), notes: notes.toNotes() }
  }
  if (marked !== text) {
    const found = read(marked.split('\n'), true)
    if (found.transcript.turns.some(({ speaker }) => speaker !== null)) return found
  }
  return read(text.split('\n'), false)
}

/** What the first paragraphs say about the recording: in a document each of them may stand between blank lines. */
function readFacts(lines: readonly string[], notes: NoteList): FileFacts {
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]))
  const facts = readHeaderLines(
    filled.map((index) => lines[index]!),
    new NoteList(),
  )
  for (const index of filled.slice(0, facts.lines)) notes.add(say('header-line'), index + 1)
  return { ...facts, lines: facts.lines === 0 ? 0 : filled[facts.lines - 1]! + 1 }
}

/** The date in a short line of its own at the beginning, such as `March 1, 2023, 5:00PM`. */
function findStandingDate(lines: readonly string[]): string | null {
  const first = lines.filter((line) => line.trim() !== '').slice(0, 6)
  for (const line of first) {
    const date = line.length <= 60 ? findDate(line) : null
    if (date !== null) return date
  }
  return null
}

const TEAMS_TIMES = new RegExp(`^(${CLOCK})\\s*-->\\s*(${CLOCK})$`)

/** Older Teams documents: a line with times, one with the name, and what is said. `null` for anything else. */
function readTeamsCues(lines: readonly string[]): TimedCue[] | null {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (!TEAMS_TIMES.test(filled[0] ?? '')) return null
  const cues: TimedCue[] = []
  let at = 0
  while (at < filled.length) {
    const times = TEAMS_TIMES.exec(filled[at]!)
    let end = at + 1
    while (end < filled.length && !TEAMS_TIMES.test(filled[end]!)) end += 1
    const speaker = filled[at + 1] ?? ''
    const startTime = parseClock(times?.[1] ?? '')
    const endTime = parseClock(times?.[2] ?? '')
    if (startTime === null || endTime === null || !looksLikeName(speaker) || end < at + 3) return null
    cues.push({ startTime, endTime, parts: [{ speaker, text: filled.slice(at + 2, end).join('\n') }] })
    at = end
  }
  return cues
}

/** Subtitles that were pasted have a paragraph for each line; a blank one stands before every time. */
function withoutBlankLines(text: string): string {
  return text.replace(/\n{2,}/g, '\n').replace(/\n(?=(?:\d+\n)?[^\n]*-->)/g, '\n\n')
}
