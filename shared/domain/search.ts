import type { SourceId, SpeakerId } from './ids'

/** One hit: `[start, end)` in the source's text, with some of the text around it. */
export interface SearchHit {
  readonly sourceId: SourceId
  /** Index of the turn that holds the hit's start. */
  readonly turn: number
  readonly speakerId: SpeakerId | null
  readonly start: number
  readonly end: number
  readonly before: string
  readonly match: string
  readonly after: string
}

export interface SearchResult {
  /** All hits, also those past the limit. */
  readonly total: number
  readonly hits: readonly SearchHit[]
}
