import { expect, it } from 'vitest'
import { findsTheSame, isAsSaved } from '../../../renderer/features/search/saved/same-search'
import type { SavedSearch } from '../../../shared/domain/saved-search'
import { PLAIN_FOLDS } from '../../../shared/domain/search'

const saved = {
  query: 'bus',
  folds: PLAIN_FOLDS,
  filters: { from: '2024', marked: false },
  sort: 'left',
  descending: false,
} as SavedSearch

it('is the same search with filters that are not set, in any order', () => {
  const state = { ...saved, filters: { marked: false, camp: undefined, from: '2024' } }
  expect(findsTheSame(state, saved)).toBe(true)
  expect(isAsSaved(state, saved)).toBe(true)
})

it('is another search with another query, fold or filter, and finds the same in another order', () => {
  expect(findsTheSame({ ...saved, query: 'buses' }, saved)).toBe(false)
  expect(findsTheSame({ ...saved, folds: { ...PLAIN_FOLDS, matchCase: true } }, saved)).toBe(false)
  expect(findsTheSame({ ...saved, filters: { from: '2024' } }, saved)).toBe(false)
  expect(findsTheSame({ ...saved, sort: 'right' } as SavedSearch, saved)).toBe(true)
  expect(isAsSaved({ ...saved, sort: 'right' }, saved)).toBe(false)
})
