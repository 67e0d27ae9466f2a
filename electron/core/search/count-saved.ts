import type { SavedSearchId, SourceId } from '../../../shared/domain/ids'
import type { SavedSearch, SavedSearchCount } from '../../../shared/domain/saved-search'
import type { SearchAnswer } from '../../../shared/domain/search'
import { requireProject, type Session } from '../session'
import type { ProjectDatabase } from '../store/database'
import { getSavedSearch, listSavedSearches } from '../store/saved-searches'
import { findSeen, type FoundCounts, keepSeen } from '../store/seen-searches'
import { findPage } from './find-page'
import { suggestionsOf } from './suggest'

/** The newest count of a project: older ones that are still under way end. */
const newest = new WeakMap<ProjectDatabase, symbol>()

/**
 * What each saved search finds now, in their order, and what of it is new since somebody looked. One after the other, so
 * that whoever searches meanwhile waits for one of them at most. A count that another one took the place of is cut short.
 */
export async function countSavedSearches(session: Session): Promise<SavedSearchCount[]> {
  const project = requireProject(session)
  const mine = Symbol('count')
  newest.set(project, mine)
  const counts: SavedSearchCount[] = []
  for (const search of listSavedSearches(project)) {
    const count = await countOne(session, project, search)
    if (session.project !== project || newest.get(project) !== mine) break
    counts.push({ id: search.id, ...count })
  }
  return counts
}

/** Notes that somebody looks at what a saved search finds. */
export async function lookAtSaved(session: Session, id: SavedSearchId): Promise<null> {
  const project = requireProject(session)
  const answer = await findPage(session, project, getSavedSearch(project, id), 0)
  if (answer.kind === 'found') keep(session, project, id, countsIn(answer))
  return null
}

type Found = Extract<SearchAnswer, { readonly kind: 'found' }>
type Counted = SavedSearchCount extends infer One ? (One extends SavedSearchCount ? Omit<One, 'id'> : never) : never

async function countOne(session: Session, project: ProjectDatabase, search: SavedSearch): Promise<Counted> {
  const answer = await findPage(session, project, search, 0)
  if (answer.kind === 'fault') return answer
  if (answer.kind !== 'found') return { kind: 'slow' }
  const suggested = search.marking && (await suggestionsOf(session, search, answer))
  if (session.project !== project || (suggested && 'kind' in suggested)) return { kind: 'slow' }
  const found = countsIn(answer)
  const seen = findSeen(project, search.id)
  if (seen === null) keep(session, project, search.id, found)
  const suggestions = suggested && { count: suggested.count, isMore: suggested.isMore, refused: suggested.refused }
  return { kind: 'found', total: found.total, sources: answer.sources, ...freshIn(found, seen ?? found), suggestions }
}

/** A saved search may be gone by the time it was looked for, and a project may be one that nobody writes to. */
function keep(session: Session, project: ProjectDatabase, id: SavedSearchId, found: FoundCounts): void {
  if (session.project !== project || project.readOnly) return
  project.transaction((db) => {
    if (db.find('SELECT 1 FROM saved_search WHERE id = ?', id)) keepSeen(db, id, found)
  })
}

/** Beyond a page of hits they are not told apart by source. */
function countsIn({ total, hits }: Found): FoundCounts {
  if (total > hits.length) return { total, counts: null }
  const counts: Record<SourceId, number> = {}
  for (const { sourceId } of hits) counts[sourceId] = (counts[sourceId] ?? 0) + 1
  return { total, counts }
}

/** How many places there are more than before: in each source, so that one that lost some does not hide those of another. */
export function freshIn(
  now: FoundCounts,
  seen: FoundCounts,
): { readonly fresh: number; readonly freshSources: readonly SourceId[] } {
  if (now.counts === null || seen.counts === null) {
    return { fresh: Math.max(0, now.total - seen.total), freshSources: [] }
  }
  const more = (Object.entries(now.counts) as [SourceId, number][]).flatMap(([source, count]) => {
    const added = count - (seen.counts?.[source] ?? 0)
    return added > 0 ? [{ source, added }] : []
  })
  return { fresh: more.reduce((sum, { added }) => sum + added, 0), freshSources: more.map(({ source }) => source) }
}
