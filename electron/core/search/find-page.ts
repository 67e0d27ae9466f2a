import type { SavedSearch } from '../../../shared/domain/saved-search'
import type { SearchAnswer } from '../../../shared/domain/search'
import type { Session } from '../session'
import type { ProjectDatabase } from '../store/database'

/** Hits that are asked for at once. */
export const HITS_A_PAGE = 10_000
/** How often a search that gave way to another one is tried. */
const TRIES = 4

/**
 * Hits of a saved search from the `from`-th on, in the order of sources and text and without the text around them. It
 * gives way to what somebody waits for.
 */
export async function findPage(
  session: Session,
  project: ProjectDatabase,
  { query, folds, filters }: Pick<SavedSearch, 'query' | 'folds' | 'filters'>,
  from: number,
): Promise<SearchAnswer> {
  const order = { sort: 'text', descending: false } as const
  const request = { query, folds, filters, ...order, from, count: HITS_A_PAGE, context: 0 }
  let answer: SearchAnswer = { kind: 'superseded' }
  for (let tries = 0; tries < TRIES && answer.kind === 'superseded'; tries += 1) {
    if (session.project !== project) break
    answer = await session.searcher.find(project, request, { givesWay: true })
  }
  return answer
}
