import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import type { TimedCue } from '../cues-to-turns'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import { readCueBlocks, startsWithCues } from './cue-blocks'
import { hasCueMarkup, readCueMarkup } from './cue-markup'
import { extensionOf, type Format, type FormatInput, type ParsedFile } from './format'

/** SubRip, as people have it: numbers, hours, spaces and blank lines may be missing, and milliseconds may follow a dot. */
export const srt: Format = {
  name: 'srt',
  extensions: ['.srt'],
  detect: ({ text, fileName }) => startsWithCues(text) || (extensionOf(fileName) === '.srt' && text.includes('-->')),
  parse: parseSrt,
}

function parseSrt({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { cues: blocks, header } = readCueBlocks(text, notes, false)
  if (blocks.length === 0) {
    throw new AppError('not-understood', say('srt-without-cue'), {
      advice: say('check-other-format'),
    })
  }
  header.forEach((line, index) => {
    if (line.trim() !== '') notes.add(say('line-before-cues'), index + 1)
  })
  const cues: PlacedCue[] = []
  for (const { startTime, endTime, line, payload } of blocks) {
    const parts = readCueMarkup(payload, { entities: false, positions: true })
    if (parts.length === 0) notes.add(say('cue-without-text'), line)
    else {
      cues.push({ startTime, endTime, parts, line })
      if (hasCueMarkup(payload) && lengthOf(parts) < payload.join('\n').trim().length) notes.add(say('cue-tags'), line)
    }
  }
  return {
    format: 'srt',
    ...captionsToTurns(cues, notes),
    title: null,
    date: null,
    language: null,
    notes: notes.toNotes(),
  }
}

function lengthOf(parts: TimedCue['parts']): number {
  return parts.reduce((sum, { text }) => sum + text.length + 1, -1)
}
