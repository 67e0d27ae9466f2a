import type { SavedSearchId, SectionId, SourceId, SpeakerId } from './ids'
import type { QueryFault, SearchFilters, SearchFolds, SearchSort } from './search'
import type { TextRange } from './span'

/** How much is marked of what a saved search finds: the place itself, or the sentence or the turn around it. */
export const MARKED_EXTENTS = ['hit', 'sentence', 'turn'] as const
export type MarkedExtent = (typeof MARKED_EXTENTS)[number]

/** What a saved search suggests to make of the places that it finds: passages with a tag, in a camp, or both. */
export interface SavedMarking {
  readonly tag: string | null
  readonly camp: SectionId | null
  readonly extent: MarkedExtent
}

/** What a saved search names that the project no longer has. */
export interface MissingFilters {
  /** How many of the sources that it looks in. */
  readonly sources: number
  /** Names that no speaker has. */
  readonly speakers: readonly string[]
  /** The camp that it looks in. */
  readonly camp: boolean
  /** The camp that it suggests places for. */
  readonly markingCamp: boolean
}

/** A search that is kept in the project under a name. */
export interface SavedSearch {
  readonly id: SavedSearchId
  readonly name: string
  readonly query: string
  readonly folds: SearchFolds
  readonly filters: SearchFilters
  readonly sort: SearchSort
  readonly descending: boolean
  /** `null`: it suggests nothing. */
  readonly marking: SavedMarking | null
  readonly missing: MissingFilters
}

/** What a saved search finds now. */
export type SavedSearchCount = { readonly id: SavedSearchId } & (
  | {
      readonly kind: 'found'
      readonly total: number
      readonly sources: number
      /** Places that were not there when somebody looked last. */
      readonly fresh: number
      /** The sources that they are in, where that is known. */
      readonly freshSources: readonly SourceId[]
      /** Suggestions that wait for a decision; `null` when it makes none. */
      readonly suggestions: SuggestionCount | null
    }
  | { readonly kind: 'fault'; readonly fault: QueryFault }
  /** A regular expression was stopped, or gave way to another one. */
  | { readonly kind: 'slow' }
)

export interface SuggestionCount {
  readonly count: number
  /** There are more than `MOST_SUGGESTIONS`. */
  readonly isMore: boolean
  /** Places that were refused. */
  readonly refused: number
}

/** Suggestions that are made at once. */
export const MOST_SUGGESTIONS = 2000

/** A stretch of a source that could become a passage, `[start, end)` of its text, with some of the text around its first hit. */
export interface Suggestion extends TextRange {
  readonly sourceId: SourceId
  /** Index of the turn that holds its first hit. */
  readonly turn: number
  readonly speakerId: SpeakerId | null
  /** When that turn begins, in seconds. */
  readonly time: number | null
  /** The places in it that the search finds. */
  readonly hits: readonly TextRange[]
  /** `excerpt` is the source's text from this offset on. */
  readonly from: number
  readonly excerpt: string
}

/** What a saved search suggests now. */
export interface Suggestions extends SuggestionCount {
  readonly suggestions: readonly Suggestion[]
}
