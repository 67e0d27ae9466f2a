import { create } from 'zustand'
import type { SavedSearchId, SourceId } from '../shared/domain/ids'
import type { SavedSearch } from '../shared/domain/saved-search'
import { PLAIN_FOLDS, type SearchFilters, type SearchFolds, type SearchSort } from '../shared/domain/search'

/** What is looked for in all transcripts, and how it is shown: the same when somebody comes back from one of them. */
export interface SearchState {
  readonly query: string
  readonly folds: SearchFolds
  readonly filters: SearchFilters
  readonly sort: SearchSort
  readonly descending: boolean
  /** Only in these sources, for the time being: it is no part of what is saved. */
  readonly within: readonly SourceId[] | null
  /** The saved search that was opened, which what is looked for may no longer be. */
  readonly savedId: SavedSearchId | null
  /** Grows each time that one is opened. */
  readonly opened: number
  readonly view: 'places' | 'suggestions'
}

const NOTHING: SearchState = {
  query: '',
  folds: PLAIN_FOLDS,
  filters: {},
  sort: 'text',
  descending: false,
  within: null,
  savedId: null,
  opened: 0,
  view: 'places',
}

export const useSearchState = create<SearchState>()(() => NOTHING)

/** Looks for something else, or shows it otherwise. Who empties the field is done with the saved search, too. */
export function changeSearch(change: Partial<SearchState>): void {
  const isOther = change.query !== undefined || change.folds !== undefined || change.filters !== undefined
  useSearchState.setState({
    ...(isOther && { within: null }),
    ...(change.query?.trim() === '' && { savedId: null, view: 'places' as const }),
    ...change,
  })
}

/** Looks for what was saved. */
export function openSavedSearch({ id, query, folds, filters, sort, descending }: SavedSearch): void {
  useSearchState.setState(({ opened }) => ({
    query,
    folds,
    filters,
    sort,
    descending,
    within: null,
    savedId: id,
    opened: opened + 1,
    view: 'places',
  }))
}

/** Forgets it, for another project. */
export function resetSearch(): void {
  useSearchState.setState(NOTHING)
}
