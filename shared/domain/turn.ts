import type { SpeakerId } from './ids'
import type { TextRange } from './span'

/** What one speaker says until the next one starts: `[start, end)` in the source's text. Times are seconds. */
export interface Turn {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly speakerId: SpeakerId | null
  readonly startTime: number | null
  readonly endTime: number | null
}

/** What separates two turns in a source's stored text. */
export const TURN_SEPARATOR = '\n\n'

/** A timed line of a caption format: `[start, end)` in the source's text, times in seconds. */
export interface Cue {
  readonly start: number
  readonly end: number
  readonly startTime: number
  readonly endTime: number
}

/** The index of the turn that holds `offset`, or of the nearest one before it; -1 when there is none. Turns are in order. */
export function turnIndexAt(turns: readonly Pick<Turn, 'start'>[], offset: number): number {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Who speaks in some ranges of the text, each once, in the order in which they are heard; `null` for nobody named. */
export function speakersIn(
  turns: readonly Pick<Turn, 'start' | 'end' | 'speakerId'>[],
  ranges: readonly TextRange[],
): (SpeakerId | null)[] {
  const heard = new Set<SpeakerId | null>()
  for (const { start, end } of ranges) {
    for (let index = Math.max(0, turnIndexAt(turns, start)); index < turns.length; index += 1) {
      const turn = turns[index]!
      if (turn.start >= end) break
      if (turn.end > start) heard.add(turn.speakerId)
    }
  }
  return [...heard]
}
