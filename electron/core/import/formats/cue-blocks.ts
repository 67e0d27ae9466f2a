import { say } from '../../../../shared/domain/messages/message'
import { parseClock } from '../clock'
import type { NoteList } from '../note-list'
import { crossesMidnight } from '../wall-clock'

/** A cue as it stands in a caption file, its payload's lines still with their markup. */
export interface CueBlock {
  readonly startTime: number
  readonly endTime: number
  /** The line of its times, counted from 1. */
  readonly line: number
  readonly payload: readonly string[]
}

/** What stands in a caption file: its cues, and the lines before the first one that belong to none. */
export interface CueFile {
  readonly cues: readonly CueBlock[]
  readonly header: readonly string[]
}

/** The times of a line such as `00:00:01,000 --> 00:00:02.5 line:0`, or `null`; spaces, hours and minutes may be missing. */
export function parseTiming(line: string): { startTime: number; endTime: number } | null {
  const arrow = line.indexOf('-->')
  if (arrow < 0 || arrow > 40) return null
  const startTime = parseClock(line.slice(0, arrow))
  if (startTime === null) return null
  const after = line.slice(arrow + 3).trimStart()
  const space = after.search(/\s/)
  const endTime = parseClock(space < 0 ? after : after.slice(0, space))
  return endTime === null ? null : { startTime, endTime }
}

/** How many filled lines may stand above the first cue: its number, and a few words about the file. */
const LINES_ABOVE = 5

/** Whether a text begins with a cue; times further down may be an example in somebody's notes. */
export function startsWithCues(text: string): boolean {
  const lines = text.slice(0, 20_000).split('\n', 200)
  const filled = lines.filter((line) => !isBlank(line)).slice(0, LINES_ABOVE + 1)
  return filled.some((line) => parseTiming(line) !== null)
}

/**
 * Finds the cues of SRT and WebVTT, however they are separated: a cue begins at its times, or at the number or name
 * above them, and reaches to the next. `comments` leaves out the NOTE, STYLE and REGION blocks of WebVTT and takes a
 * short line of its own above the times for the cue's name.
 */
export function readCueBlocks(text: string, notes: NoteList, comments: boolean): CueFile {
  const lines = text.split('\n')
  const cues: CueBlock[] = []
  let times: ReturnType<typeof parseTiming> = null
  let timesLine = 0
  let pending: string[] = []
  let header: string[] = []
  let expected: number | null = null

  const close = (): void => {
    if (!times) header = pending
    else cues.push({ ...times, line: timesLine + 1, payload: payloadOf(pending, timesLine, notes) })
  }

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!
    if (comments && isComment(line) && (index === 0 || isBlank(lines[index - 1]!))) {
      const start = index
      while (index + 1 < lines.length && !isBlank(lines[index + 1]!) && !parseTiming(lines[index + 1]!)) index += 1
      notes.add(say('no-speech-block', { name: line.trim().split(/\s/)[0]! }), start + 1)
      pending.push('')
      continue
    }
    const found = line.includes('-->') ? parseTiming(line) : null
    if (!found) {
      if (line.includes('-->')) notes.add(say('arrow-without-times'), index + 1)
      pending.push(line)
      continue
    }
    expected = takeName(pending, { expected, named: comments, first: times === null, line: index }, notes)
    close()
    times = found
    timesLine = index
    pending = []
    if (found.endTime < found.startTime && !crossesMidnight(found.startTime, found.endTime))
      notes.add(say('cue-ends-early'), index + 1)
  }
  close()
  return { cues, header }
}

/** Takes the cue's number or name off the end of what stands above its times; gives the number that should come next. */
function takeName(
  above: string[],
  place: { expected: number | null; named: boolean; first: boolean; line: number },
  notes: NoteList,
): number | null {
  const { expected, named, first, line } = place
  let last = above.length - 1
  while (last > 0 && isBlank(above[last]!)) last -= 1
  const name = above[last]?.trim()
  if (!name) return expected
  const apart = last === 0 ? first : isBlank(above[last - 1]!)
  const adjacent = last === above.length - 1
  const number = isNumber(name) ? Number(name) : null
  if (number !== null && (number === expected || (adjacent && apart) || (first && apart))) {
    above.length = last
    return number + 1
  }
  if (named && number === null && adjacent && apart && name.split(/\s+/).length <= 3 && !name.startsWith('WEBVTT')) {
    above.length = last
    notes.add(say('cue-name'), line)
  }
  return expected
}

/** A cue's lines, without blank lines round them; text after a blank line inside a cue is kept, and said. */
function payloadOf(lines: readonly string[], timesLine: number, notes: NoteList): string[] {
  const payload: string[] = []
  let gap = false
  lines.forEach((line, index) => {
    if (isBlank(line)) {
      gap = payload.length > 0
      return
    }
    if (gap) notes.add(say('cue-after-blank'), timesLine + index + 2)
    gap = false
    payload.push(line)
  })
  return payload
}

function isBlank(line: string): boolean {
  return line.trim() === ''
}

function isNumber(line: string): boolean {
  return /^\s*\d{1,9}\s*$/.test(line)
}

function isComment(line: string): boolean {
  return /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)
}
