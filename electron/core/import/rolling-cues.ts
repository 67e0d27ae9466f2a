import { say } from '../../../shared/domain/messages/message'
import type { TimedCue } from './cues-to-turns'
import type { NoteList } from './note-list'

/** A cue and the line of the file where it stands, counted from 1. */
export interface PlacedCue extends TimedCue {
  readonly line: number
}

/** Cues that follow each other within this many seconds can roll. */
const SEAMLESS = 0.5
const LEAST_ROLLS = 3
const LEAST_SHARE = 0.4

/**
 * Captions that roll up show each line twice or more: at the bottom, then above the next one, as YouTube writes them.
 * Where a file does so from cue to cue, the lines that only stand there from before are left out, with a note.
 */
export function withoutRollingLines(cues: readonly PlacedCue[], notes: NoteList): PlacedCue[] {
  const lines = cues.map(linesOf)
  const repeats = cues.map((cue, index) =>
    index > 0 && canRoll(cues[index - 1]!, cue) ? repeatedLines(lines[index - 1]!, lines[index]!) : 0,
  )
  const repeating = repeats.filter((count) => count > 0).length
  const rolls = repeats.filter((count, index) => count > 0 && count < lines[index]!.length).length
  if (rolls < LEAST_ROLLS || repeating < cues.length * LEAST_SHARE) return [...cues]
  return cues.flatMap((cue, index) => {
    if (repeats[index] === 0) return [cue]
    notes.add(say('cue-rolling'), cue.line)
    const text = lines[index]!.slice(repeats[index]).join('\n')
    return text === '' ? [] : [{ ...cue, parts: [{ ...cue.parts[0]!, text }] }]
  })
}

function canRoll(before: PlacedCue, cue: PlacedCue): boolean {
  return cue.startTime - before.endTime <= SEAMLESS && cue.startTime >= before.startTime
}

/** How many lines at the beginning of a cue are the last ones of the cue before. */
function repeatedLines(shown: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(shown.length, lines.length, MOST_ROWS); count > 0; count -= 1) {
    if (lines[0] !== shown[shown.length - count]) continue
    if (lines.slice(0, count).every((line, index) => line === shown[shown.length - count + index])) return count
  }
  return 0
}

/** No screen rolls more rows than this. */
const MOST_ROWS = 15

function linesOf(cue: TimedCue): string[] {
  if (cue.parts.length !== 1) return []
  const { text } = cue.parts[0]!
  return text.includes('\n') ? text.split('\n').map((line) => line.trim()) : [text.trim()]
}
