import type { SavedSearchId, SectionId } from '../../../shared/domain/ids'
import type { MarkedExtent, MissingFilters, SavedMarking, SavedSearch } from '../../../shared/domain/saved-search'
import { PLAIN_FOLDS, SEARCH_SORTS, type SearchSort } from '../../../shared/domain/search'
import { searchFilters, searchFolds } from '../../../shared/search-schemas'
import { newId } from './new-id'
import { notFound } from './not-found'
import { insertAt, type Place } from './order'
import type { ReadableDatabase, SqlValue, WritableDatabase } from './sql'

/** What is looked for, without the name that it is kept under. */
export type SavedRequest = Pick<SavedSearch, 'query' | 'folds' | 'filters' | 'sort' | 'descending'>

interface Row {
  readonly id: SavedSearchId
  readonly name: string
  readonly query: string
  readonly folds: string
  readonly filters: string
  readonly sort: string
  readonly descending: number
  readonly tag: string | null
  readonly camp: SectionId | null
  readonly extent: MarkedExtent
}

const COLUMNS = 'id, name, query, folds, filters, sort, descending, tag, camp, extent'

/** Every saved search in the user's order. */
export function listSavedSearches(db: ReadableDatabase): SavedSearch[] {
  const rows = db.all<Row>(`SELECT ${COLUMNS} FROM saved_search ORDER BY position, id`)
  if (rows.length === 0) return []
  const there = namesIn(db)
  return rows.map((row) => toSavedSearch(row, there))
}

/** One saved search. Throws `not-found`. */
export function getSavedSearch(db: ReadableDatabase, id: SavedSearchId): SavedSearch {
  const row = db.find<Row>(`SELECT ${COLUMNS} FROM saved_search WHERE id = ?`, id)
  if (!row) throw notFound('saved-search', id)
  return toSavedSearch(row, namesIn(db))
}

/** Keeps a search after the others. */
export function insertSavedSearch(
  db: WritableDatabase,
  search: SavedRequest & {
    readonly id?: SavedSearchId
    readonly name: string
    readonly marking: SavedMarking | null
  },
): SavedSearchId {
  const id = search.id ?? newId<'saved-search'>()
  db.run(
    `INSERT INTO saved_search (id, position, name, query, folds, filters, sort, descending, tag, camp, extent)
     VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM saved_search), ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    search.name,
    ...requestValues(search),
    ...markingValues(search.marking),
  )
  return id
}

/** Changes what is given of a saved search. Throws `not-found`. */
export function updateSavedSearch(
  db: WritableDatabase,
  id: SavedSearchId,
  change: {
    readonly name?: string | undefined
    readonly request?: SavedRequest | undefined
    readonly marking?: SavedMarking | null | undefined
  },
): void {
  const { name, request, marking } = change
  requireSavedSearch(db, id)
  if (name !== undefined) db.run('UPDATE saved_search SET name = ? WHERE id = ?', name, id)
  if (request !== undefined) {
    db.run(
      'UPDATE saved_search SET query = ?, folds = ?, filters = ?, sort = ?, descending = ? WHERE id = ?',
      ...requestValues(request),
      id,
    )
  }
  if (marking !== undefined) {
    db.run('UPDATE saved_search SET tag = ?, camp = ?, extent = ? WHERE id = ?', ...markingValues(marking), id)
  }
}

/** Puts a saved search at an index among the others. Throws `not-found`. */
export function moveSavedSearch(db: WritableDatabase, id: SavedSearchId, index: number): void {
  requireSavedSearch(db, id)
  const places = db.all<Place>('SELECT id, position FROM saved_search ORDER BY position, id')
  for (const place of insertAt(places, id, index)) {
    db.run('UPDATE saved_search SET position = ? WHERE id = ?', place.position, place.id)
  }
}

/** Forgets a search, with what was refused of its suggestions. Throws `not-found`. */
export function deleteSavedSearch(db: WritableDatabase, id: SavedSearchId): void {
  requireSavedSearch(db, id)
  db.run('DELETE FROM refused_suggestion WHERE search_id = ?', id)
  db.run('DELETE FROM saved_search WHERE id = ?', id)
}

/** Throws `not-found` for an id that no saved search has. */
export function requireSavedSearch(db: ReadableDatabase, id: SavedSearchId): void {
  if (!db.find('SELECT 1 FROM saved_search WHERE id = ?', id)) throw notFound('saved-search', id)
}

function requestValues({ query, folds, filters, sort, descending }: SavedRequest): SqlValue[] {
  return [query, JSON.stringify(folds), JSON.stringify(filters), sort, descending ? 1 : 0]
}

/** One that suggests neither a tag nor a camp suggests nothing. */
function markingValues(marking: SavedMarking | null): SqlValue[] {
  return [marking?.tag ?? null, marking?.camp ?? null, marking?.extent ?? 'hit']
}

interface Names {
  readonly sources: ReadonlySet<string>
  readonly speakers: ReadonlySet<string>
  readonly camps: ReadonlySet<string>
}

function namesIn(db: ReadableDatabase): Names {
  const column = (sql: string) => new Set(db.all<{ name: string }>(sql).map(({ name }) => name))
  return {
    sources: column('SELECT id AS name FROM source'),
    speakers: column('SELECT DISTINCT name FROM speaker'),
    camps: column('SELECT section_id AS name FROM camp'),
  }
}

/** What another program wrote, and is none of ours, is as if it had not been asked for. */
function toSavedSearch(
  { folds, filters, sort, descending, tag, camp, extent, ...row }: Row,
  there: Names,
): SavedSearch {
  const asked = searchFilters.catch({}).parse(JSON.parse(filters))
  return {
    ...row,
    folds: searchFolds.catch(PLAIN_FOLDS).parse(JSON.parse(folds)),
    filters: asked,
    sort: SEARCH_SORTS.find((known): known is SearchSort => known === sort) ?? 'text',
    descending: descending === 1,
    marking: tag === null && camp === null ? null : { tag, camp, extent },
    missing: missingOf(asked, camp, there),
  }
}

function missingOf(filters: SavedSearch['filters'], markingCamp: SectionId | null, there: Names): MissingFilters {
  const { sources = [], speakers = [], camp } = filters
  return {
    sources: sources.filter((id) => !there.sources.has(id)).length,
    speakers: speakers.filter((name) => !there.speakers.has(name)),
    camp: camp !== undefined && !there.camps.has(camp),
    markingCamp: markingCamp !== null && !there.camps.has(markingCamp),
  }
}
