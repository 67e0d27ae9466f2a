import { looksLikeName } from '../speaker-labels'
import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import type { TimedCue } from '../cues-to-turns'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import { type CueBlock, readCueBlocks, startsWithCues } from './cue-blocks'
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
  const named = hasNamesAbove(blocks)
  for (const { startTime, endTime, line, payload: lines } of blocks) {
    const payload = named ? lines.slice(1) : lines
    const parts = readCueMarkup(payload, { entities: false, positions: true }).map((part) =>
      named ? { ...part, speaker: lines[0]!.trim() } : part,
    )
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

/** Whether every cue has the name of who speaks on its first line, as Teams writes it: names that come back. */
function hasNamesAbove(blocks: readonly CueBlock[]): boolean {
  const names = new Set<string>()
  for (const { payload } of blocks) {
    const name = payload[0]?.trim() ?? ''
    if (payload.length < 2 || !looksLikeName(name) || /[.,…-]$/.test(name)) return false
    names.add(name)
  }
  return blocks.length >= 4 && names.size * 2 <= blocks.length && [...names].some((name) => name.includes(' '))
}

function lengthOf(parts: TimedCue['parts']): number {
  return parts.reduce((sum, { text }) => sum + text.length + 1, -1)
}
