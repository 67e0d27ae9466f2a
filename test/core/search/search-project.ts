import { SearchLibrary } from '../../../electron/core/search/library'
import { listSearchedMarks, listSearchedSources, readSearchedText } from '../../../electron/core/search/read-library'
import { Searches, type SearchRequest } from '../../../electron/core/search/run-search'
import type { ReadableDatabase } from '../../../electron/core/store/sql'
import { PLAIN_FOLDS, type SearchAnswer } from '../../../shared/domain/search'

const REQUEST: Omit<SearchRequest, 'query'> = {
  folds: PLAIN_FOLDS,
  filters: {},
  sort: 'text',
  descending: false,
  from: 0,
  count: 1000,
  context: 20,
}

/** A project's texts as a search has them, indexed. */
export function aLibrary(db: ReadableDatabase): SearchLibrary {
  const library = new SearchLibrary()
  takeOver(library, db)
  while (library.indexNext());
  return library
}

/** Brings a library up to date with its project. */
export function takeOver(library: SearchLibrary, db: ReadableDatabase): void {
  const sources = listSearchedSources(db)
  library.setSources(sources, listSearchedMarks(db))
  for (const { revision } of sources) library.addText(readSearchedText(db, revision))
}

/** What a search in a library finds; throws when it finds out that it cannot. */
export function search(
  library: SearchLibrary,
  query: string,
  options: Partial<SearchRequest> = {},
): Extract<SearchAnswer, { readonly kind: 'found' }> {
  const answer = new Searches(library).run({ ...REQUEST, ...options, query })
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer))
  return answer
}

/** The same in a project. */
export function searchProject(db: ReadableDatabase, query: string, options: Partial<SearchRequest> = {}) {
  return search(aLibrary(db), query, options)
}
