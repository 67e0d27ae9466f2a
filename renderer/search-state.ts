import { create } from 'zustand'
import { PLAIN_FOLDS, type SearchFilters, type SearchFolds, type SearchSort } from '../shared/domain/search'

/** What is looked for in all transcripts, and how it is shown: the same when somebody comes back from one of them. */
export interface SearchState {
  readonly query: string
  readonly folds: SearchFolds
  readonly filters: SearchFilters
  readonly sort: SearchSort
  readonly descending: boolean
}

const NOTHING: SearchState = { query: '', folds: PLAIN_FOLDS, filters: {}, sort: 'text', descending: false }

export const useSearchState = create<SearchState>()(() => NOTHING)

export function changeSearch(change: Partial<SearchState>): void {
  useSearchState.setState(change)
}

/** Forgets it, for another project. */
export function resetSearch(): void {
  useSearchState.setState(NOTHING)
}
