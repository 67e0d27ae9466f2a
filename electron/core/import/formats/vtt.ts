import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import { findDate } from '../dates'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import { readCueBlocks } from './cue-blocks'
import { readCueMarkup } from './cue-markup'
import { extensionOf, type Format, type FormatInput, type ParsedFile } from './format'

/** WebVTT (https://www.w3.org/TR/webvtt1/), read leniently: times with commas or without minutes, no blank lines between cues. */
export const vtt: Format = {
  name: 'vtt',
  extensions: ['.vtt'],
  detect: ({ text, fileName }) =>
    /^\s*WEBVTT(?:\s|$)/.test(text.slice(0, 200)) || (extensionOf(fileName) === '.vtt' && text.includes('-->')),
  parse: parseVtt,
}

function parseVtt({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { cues: blocks, header } = readCueBlocks(text, notes, true)
  if (blocks.length === 0) {
    throw new AppError('not-understood', say('vtt-without-cue'), {
      advice: say('check-other-format'),
    })
  }
  const cues: PlacedCue[] = []
  for (const { startTime, endTime, line, payload } of blocks) {
    const parts = readCueMarkup(payload, { entities: true, positions: false })
    if (parts.length === 0) notes.add(say('cue-without-text'), line)
    else cues.push({ startTime, endTime, parts, line })
  }
  const facts = readHeader(header, notes)
  const transcript = captionsToTurns(cues, notes)
  return { format: 'vtt', ...transcript, ...facts, notes: notes.toNotes() }
}

/** The `Key: value` lines under `WEBVTT`. */
function readHeader(header: readonly string[], notes: NoteList): Pick<ParsedFile, 'title' | 'date' | 'language'> {
  let title: string | null = null
  let date: string | null = null
  let language: string | null = null
  header.forEach((line, index) => {
    const field = /^([A-Za-z-]{1,30}):\s*(.*)$/.exec(line.slice(0, 1000))
    const key = field?.[1]?.toLowerCase()
    const value = field?.[2]?.trim() ?? ''
    if (key === 'title' && value !== '') title ??= value
    else if (key === 'date' && findDate(value)) date ??= findDate(value)
    else if (key === 'language' && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value)) language ??= value
    else if (line.trim() !== '' && !/^\s*WEBVTT\s*$/.test(line)) notes.add(say('header-line'), index + 1)
  })
  return { title, date, language }
}
