import type { SavedSearch } from '../../../../shared/domain/saved-search'
import type { SearchState } from '../../../search-state'

type Asked = Pick<SearchState, 'query' | 'folds' | 'filters'>
type Sorted = Pick<SearchState, 'sort' | 'descending'>

/** Whether two searches find the same places: a filter that is not set is none. */
export function findsTheSame(a: Asked, b: Asked): boolean {
  return keyOf(a) === keyOf(b)
}

/** Whether what is looked for is as it was saved, down to its order. */
export function isAsSaved(state: Asked & Sorted, saved: SavedSearch): boolean {
  return findsTheSame(state, saved) && state.sort === saved.sort && state.descending === saved.descending
}

function keyOf({ query, folds, filters }: Asked): string {
  const set = (part: object) =>
    Object.entries(part)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([query, set(folds), set(filters)])
}
