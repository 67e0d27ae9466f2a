import type { SearchAnswer, SearchFolds } from '../../../shared/domain/search'
import type { Mentions } from '../../../shared/domain/mentions'
import type { ErrorData } from '../../../shared/errors'
import type { MentionsRequest } from './count-mentions'
import type { SearchedMark, SearchedSource, SearchedText } from './library'
import type { SearchRequest } from './run-search'
import type { SegmentText } from './segment'

/** A segment as threads share it. */
export interface SharedSegment {
  readonly id: number
  readonly units: Uint16Array
  readonly texts: readonly SegmentText[]
}

/** Places as they are sent: by segment, for each pattern starts and ends. */
export type SentPlaces = ReadonlyMap<number, readonly { readonly starts: Int32Array; readonly ends: Int32Array }[]>

/** What the thread that searches is told and asked. */
export type SearchMessage =
  | {
      readonly kind: 'sources'
      readonly sources: readonly SearchedSource[]
      readonly marks: readonly SearchedMark[]
    }
  | { readonly kind: 'text'; readonly text: SearchedText }
  /** Builds the indexes, in between of searches, from now on. */
  | { readonly kind: 'index' }
  | { readonly kind: 'segments'; readonly id: number }
  /** `flag`: which of the shared flags says that nobody waits for it any more. */
  | {
      readonly kind: 'search'
      readonly id: number
      readonly flag: number
      readonly request: SearchRequest
      readonly patterns: SentPlaces
    }
  | { readonly kind: 'mentions'; readonly id: number; readonly request: MentionsRequest }
  /** Asked of the thread for regular expressions, which can be ended at any time. */
  | {
      readonly kind: 'patterns'
      readonly id: number
      readonly sources: readonly string[]
      readonly folds: SearchFolds
      readonly segments: readonly SharedSegment[]
    }

/** What it answers, under the question's number. */
export type SearchReply = { readonly id: number } & (
  | { readonly kind: 'answer'; readonly answer: SearchAnswer }
  | { readonly kind: 'mentions'; readonly mentions: Mentions }
  | { readonly kind: 'segments'; readonly segments: readonly SharedSegment[] }
  | { readonly kind: 'patterns'; readonly places: SentPlaces }
  | { readonly kind: 'failed'; readonly error: ErrorData }
)

/** What a thread is started with: a flag for each search that may be under way. */
export interface SearchStart {
  readonly flags: Int32Array
}

/** Searches that may be under way at once. */
export const FLAGS = 64
