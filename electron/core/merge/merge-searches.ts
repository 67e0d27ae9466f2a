import { carryOver } from '../../../shared/anchoring/carry-over'
import { prepareText } from '../../../shared/anchoring/prepare-text'
import type { SavedSearchId, SourceId } from '../../../shared/domain/ids'
import type { Span } from '../../../shared/domain/span'
import { insertRefused } from '../store/refused-suggestions'
import { deleteSavedSearch, getSavedSearch, insertSavedSearch, updateSavedSearch } from '../store/saved-searches'
import type { ReadableDatabase, WritableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'

/**
 * Makes a saved search what it is in another state of the project, with what was refused there of its suggestions.
 * `sourceHere` gives the source here that one there is; of those that are not here the search goes on to tell.
 */
export function mergeSearch(
  db: WritableDatabase,
  there: ReadableDatabase,
  id: SavedSearchId,
  sourceHere: (id: string) => string | null,
): void {
  const has = (state: ReadableDatabase) => state.find('SELECT 1 FROM saved_search WHERE id = ?', id) !== null
  if (!has(there)) {
    if (has(db)) deleteSavedSearch(db, id)
    return
  }
  const search = getSavedSearch(there, id)
  const sources = search.filters.sources?.map((source) => (sourceHere(source) ?? source) as SourceId)
  const request = { ...search, filters: { ...search.filters, ...(sources && { sources }) } }
  if (has(db)) updateSavedSearch(db, id, { name: search.name, request, marking: search.marking })
  else insertSavedSearch(db, request)
  for (const { source, ...span } of there.all<Span & { readonly source: string }>(
    'SELECT source_id AS source, start, "end", quote, prefix, suffix FROM refused_suggestion WHERE search_id = ?',
    id,
  )) {
    const here = sourceHere(source) as SourceId | null
    if (here === null) continue
    const [carried] = carryOver(prepareText(getText(db, here)), [span])
    if (carried && (carried.outcome === 'exact' || carried.outcome === 'moved'))
      insertRefused(db, id, here, carried.span)
  }
}
