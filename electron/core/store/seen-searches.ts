import type { SavedSearchId, SourceId } from '../../../shared/domain/ids'
import type { ReadableDatabase, WritableDatabase } from './sql'

/** What a saved search found at some time: how many places, and how many of them in each source where that was counted. */
export interface FoundCounts {
  readonly total: number
  readonly counts: Readonly<Record<SourceId, number>> | null
}

/** What was there when somebody looked last; `null` when nobody has. */
export function findSeen(db: ReadableDatabase, search: SavedSearchId): FoundCounts | null {
  const row = db.find<{ total: number; counts: string | null }>(
    'SELECT total, counts FROM seen_search WHERE search_id = ?',
    search,
  )
  return (
    row && { total: row.total, counts: row.counts === null ? null : (JSON.parse(row.counts) as FoundCounts['counts']) }
  )
}

/** Notes what is there when somebody looks. It is no action: nothing of it can be undone. */
export function keepSeen(db: WritableDatabase, search: SavedSearchId, { total, counts }: FoundCounts): void {
  db.run(
    `INSERT INTO seen_search (search_id, total, counts) VALUES (?, ?, ?)
     ON CONFLICT (search_id) DO UPDATE SET total = excluded.total, counts = excluded.counts`,
    search,
    total,
    counts && JSON.stringify(counts),
  )
}
