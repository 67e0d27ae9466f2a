import type { SectionId, SourceId, SpeakerId } from './ids'
import type { Tier } from './source'

/** The job under whose name core tells how many texts it has read before a search. */
export const SEARCH_READING_JOB = 'search.read'

/** How letters of the query and of the text are held to be the same. The stored text is never changed. */
export interface SearchFolds {
  /** `Tea` is not `tea`. */
  readonly matchCase: boolean
  /** Only where no letter or digit stands beside it, in scripts that put spaces between words. */
  readonly wholeWords: boolean
  /** `café` is `cafe`. */
  readonly foldAccents: boolean
  /** `ＡＢＣ` is `ABC`, and `ｶﾅ` is `カナ`. */
  readonly foldWidths: boolean
  /** `發` and `髮` are `发`. */
  readonly foldHan: boolean
}

/** Letter case aside, as it is written: how a search begins. */
export const PLAIN_FOLDS: SearchFolds = {
  matchCase: false,
  wholeWords: false,
  foldAccents: false,
  foldWidths: false,
  foldHan: false,
}

/** Which of the places that were found are wanted; what is left out is not asked for. */
export interface SearchFilters {
  readonly sources?: readonly SourceId[] | undefined
  readonly tiers?: readonly Tier[] | undefined
  readonly languages?: readonly string[] | undefined
  /** Speakers by their name: the same person has an id in each source. */
  readonly speakers?: readonly string[] | undefined
  /** A date, or the beginning of one, such as `2024-05`: sources from then on. One without a date is left out. */
  readonly from?: string | undefined
  /** The same, and the whole of it belongs to it. */
  readonly to?: string | undefined
  /** Places that are in a passage, or that are in none. */
  readonly marked?: boolean | undefined
  /** Places that are in a passage of this camp. */
  readonly camp?: SectionId | undefined
}

/** The order of the places: `text` is that of sources and text, `time` that of when in its source a place is said. */
export const SEARCH_SORTS = ['text', 'left', 'right', 'match', 'source', 'speaker', 'date', 'time'] as const
export type SearchSort = (typeof SEARCH_SORTS)[number]

/** One hit: `[start, end)` in the source's text, with some of the text around it. */
export interface SearchHit {
  readonly sourceId: SourceId
  /** Index of the turn that holds the hit's start. */
  readonly turn: number
  readonly speakerId: SpeakerId | null
  /** When the turn begins, in seconds. */
  readonly time: number | null
  readonly start: number
  readonly end: number
  readonly before: string
  readonly match: string
  readonly after: string
  /** Whether a passage has some of it. */
  readonly isMarked: boolean
}

/** Why a query cannot be looked for. */
export type QueryFaultReason =
  | 'operator-without-term'
  | 'group-not-closed'
  | 'group-not-open'
  | 'pattern-not-closed'
  | 'pattern-invalid'
  | 'only-exclusions'

/** What is wrong with a query, at `[start, end)` of it. */
export interface QueryFault {
  readonly reason: QueryFaultReason
  readonly start: number
  readonly end: number
  /** What the regular expression's reader says of it, in English. */
  readonly detail: string
}

/** What a search came to. */
export type SearchAnswer =
  | {
      readonly kind: 'found'
      /** All hits, also those that are not among `hits`. */
      readonly total: number
      /** How many sources have one. */
      readonly sources: number
      /** Which of them all is the first of `hits`. */
      readonly from: number
      readonly hits: readonly SearchHit[]
    }
  | { readonly kind: 'fault'; readonly fault: QueryFault }
  /** A regular expression was stopped. */
  | { readonly kind: 'slow'; readonly seconds: number }
  /** Another search of the same job took its place. */
  | { readonly kind: 'superseded' }
