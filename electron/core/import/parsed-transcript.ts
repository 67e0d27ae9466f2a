import type { ImportNote } from '../../../shared/domain/project'
import type { Cue } from '../../../shared/domain/turn'

/** A turn as a parser found it: `[start, end)` of the transcript's text; times in seconds, `null` where unknown. */
export interface ParsedTurn {
  readonly start: number
  readonly end: number
  /** The label as written in the file, without its punctuation; `null` where nobody is named. */
  readonly speaker: string | null
  readonly startTime: number | null
  readonly endTime: number | null
}

/**
 * A transcript as it will be stored. `text` is the turns' texts joined by `TURN_SEPARATOR`; within a turn the cues are
 * joined by one space and keep their own line breaks, and paragraphs are joined by a blank line.
 */
export interface ParsedTranscript {
  readonly format: string
  readonly text: string
  readonly turns: readonly ParsedTurn[]
  /** `null` for formats without cues. */
  readonly cues: readonly Cue[] | null
  /** From the file's own header, front matter or first heading. */
  readonly title: string | null
  /** `YYYY-MM-DD`. */
  readonly date: string | null
  /** What was repaired, dropped or not understood, with its line. */
  readonly notes: readonly ImportNote[]
}
