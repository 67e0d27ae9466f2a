import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import { parseClock } from '../clock'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import { extensionOf, type Format, type FormatInput, type ParsedFile } from './format'

/** SubViewer as YouTube writes it: `0:00:01.000,0:00:02.000` above each cue's text. */
export const sbv: Format = {
  name: 'sbv',
  extensions: ['.sbv'],
  detect: ({ text, fileName }) => {
    const lines = text.slice(0, 5000).split('\n', 50)
    const first = lines.find((line) => line.trim() !== '')
    if (first !== undefined && readTimes(first)) return true
    return extensionOf(fileName) === '.sbv' && lines.some((line) => readTimes(line) !== null)
  },
  parse: parseSbv,
}

function parseSbv({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const cues: PlacedCue[] = []
  let open: { times: NonNullable<ReturnType<typeof readTimes>>; line: number; lines: string[]; gap: boolean } | null =
    null
  const close = (): void => {
    if (!open) return
    const { times, line, lines } = open
    const payload = lines.join('\n').trim()
    if (payload === '') notes.add(say('cue-without-text'), line)
    else cues.push({ ...times, line, parts: [{ speaker: null, text: payload }] })
    if (times.endTime < times.startTime) notes.add(say('cue-ends-early'), line)
  }
  text.split('\n').forEach((line, index) => {
    const times = readTimes(line)
    if (times) {
      close()
      open = { times, line: index + 1, lines: [], gap: false }
    } else if (line.trim() === '') {
      if (open && open.lines.length > 0) open.gap = true
    } else if (open) {
      if (open.gap) notes.add(say('cue-after-blank'), index + 1)
      open.gap = false
      // `[br]` is how older SubViewer files break a line.
      open.lines.push(...line.split('[br]'))
    } else notes.add(say('line-before-cues'), index + 1)
  })
  close()
  if (cues.length === 0) {
    throw new AppError('not-understood', say('sbv-without-cue'), {
      advice: say('check-other-format'),
    })
  }
  return {
    format: 'sbv',
    ...captionsToTurns(cues, notes),
    title: null,
    date: null,
    language: null,
    notes: notes.toNotes(),
  }
}

function readTimes(line: string): { startTime: number; endTime: number } | null {
  if (line.length > 60 || !/^\s*\d{1,4}:\d\d/.test(line)) return null
  const found = /^(\d{1,4}:\d{1,2}:\d{1,2}\.\d{1,6}),(\d{1,4}:\d{1,2}:\d{1,2}\.\d{1,6})$/.exec(line.trim())
  const startTime = found ? parseClock(found[1]!) : null
  const endTime = found ? parseClock(found[2]!) : null
  return startTime === null || endTime === null ? null : { startTime, endTime }
}
