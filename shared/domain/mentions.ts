import type { SourceId } from './ids'
import type { TextRange } from './span'

/** How often a source mentions some terms. */
export interface SourceMentions {
  readonly sourceId: SourceId
  /** Of each term by itself. */
  readonly counts: readonly number[]
  /** Of any of them: where two overlap, it is one mention. */
  readonly total: number
  /** Of the total, how many have something in common with a passage. */
  readonly marked: number
  /** And with a passage that the review quotes. */
  readonly cited: number
  /** Where any of them stands first. */
  readonly first: TextRange
}

/** A longer word that begins with a term, and is none itself. */
export interface LongerForm {
  readonly term: string
  readonly form: string
  readonly count: number
}

/** Where some terms are mentioned. */
export interface Mentions {
  /** As they were asked for. */
  readonly terms: readonly string[]
  /** Those that mention one, in the project's order. */
  readonly sources: readonly SourceMentions[]
  /** The most frequent first; few. */
  readonly longer: readonly LongerForm[]
}
