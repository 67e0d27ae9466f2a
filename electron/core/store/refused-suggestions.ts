import type { SavedSearchId, SourceId } from '../../../shared/domain/ids'
import type { SpanOutcome } from '../../../shared/domain/import-preview'
import type { Span, TextRange } from '../../../shared/domain/span'
import { toSpans } from './passages'
import { requireSavedSearch } from './saved-searches'
import type { ReadableDatabase, WritableDatabase } from './sql'

interface RefusedPlace extends TextRange {
  readonly sourceId: SourceId
}

/** The places of which a search's suggestions were refused, by source. */
export function listRefused(db: ReadableDatabase, search: SavedSearchId): Map<SourceId, TextRange[]> {
  const bySource = new Map<SourceId, TextRange[]>()
  for (const { sourceId, start, end } of db.all<RefusedPlace>(
    'SELECT source_id AS sourceId, start, "end" FROM refused_suggestion WHERE search_id = ?',
    search,
  )) {
    const list = bySource.get(sourceId)
    if (list) list.push({ start, end })
    else bySource.set(sourceId, [{ start, end }])
  }
  return bySource
}

/** Refuses suggestions at places of the current texts, each once. Throws `not-found` and `span-invalid`. */
export function refuseSuggestions(db: WritableDatabase, search: SavedSearchId, places: readonly RefusedPlace[]): void {
  requireSavedSearch(db, search)
  const bySource = new Map<SourceId, RefusedPlace[]>()
  for (const place of places) {
    const list = bySource.get(place.sourceId)
    if (list) list.push(place)
    else bySource.set(place.sourceId, [place])
  }
  for (const [source, ranges] of bySource) {
    for (const span of toSpans(db, source, ranges)) insertRefused(db, search, source, span)
  }
}

/** Forgets what was refused of a search's suggestions. Throws `not-found`. */
export function suggestAgain(db: WritableDatabase, search: SavedSearchId): void {
  requireSavedSearch(db, search)
  db.run('DELETE FROM refused_suggestion WHERE search_id = ?', search)
}

/** Where spans of one text went in another. */
export type CarrySpans = (spans: readonly Span[]) => readonly { readonly outcome: SpanOutcome; readonly span: Span }[]

/**
 * Takes refusals of a source over to another text of it. One whose words stand there stays refused; one whose words were
 * changed is forgotten, as it is something else that would be suggested.
 */
export function carryRefused(db: WritableDatabase, source: SourceId, carry: CarrySpans): void {
  const rows = db.all<Span & { readonly search: SavedSearchId }>(
    `SELECT search_id AS search, start, "end", quote, prefix, suffix FROM refused_suggestion WHERE source_id = ?
     ORDER BY start, "end"`,
    source,
  )
  if (rows.length === 0) return
  const moved = rows.flatMap(({ search, ...span }) => {
    const [carried] = carry([span])
    const isSame = carried?.outcome === 'exact' && carried.span.start === span.start
    return isSame ? [] : [{ search, from: span, to: carried ?? null }]
  })
  // All leave before any arrives: one may go to where another one was.
  for (const { search, from } of moved) {
    db.run(
      'DELETE FROM refused_suggestion WHERE search_id = ? AND source_id = ? AND start = ? AND "end" = ?',
      search,
      source,
      from.start,
      from.end,
    )
  }
  for (const { search, to } of moved) {
    if (to && (to.outcome === 'exact' || to.outcome === 'moved')) insertRefused(db, search, source, to.span)
  }
}

/** Adds a refusal as it is. */
export function insertRefused(db: WritableDatabase, search: SavedSearchId, source: SourceId, span: Span): void {
  db.run(
    `INSERT INTO refused_suggestion (search_id, source_id, start, "end", quote, prefix, suffix)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    search,
    source,
    span.start,
    span.end,
    span.quote,
    span.prefix,
    span.suffix,
  )
}
