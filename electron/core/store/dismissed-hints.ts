import type { ReviewId } from '../../../shared/domain/ids'
import { requireReview } from './reviews'
import type { ReadableDatabase, WritableDatabase } from './sql'

/** The keys of the hints of a review that its author dismissed. */
export function listDismissedHints(db: ReadableDatabase, id: ReviewId): ReadonlySet<string> {
  const rows = db.all<{ key: string }>('SELECT key FROM dismissed_hint WHERE review_id = ?', id)
  return new Set(rows.map(({ key }) => key))
}

/** Dismisses a hint of a review, or brings it back. Either twice is the same as once. */
export function dismissHint(db: WritableDatabase, id: ReviewId, key: string, dismissed: boolean): void {
  requireReview(db, id)
  if (dismissed) db.run('INSERT INTO dismissed_hint (review_id, key) VALUES (?, ?) ON CONFLICT DO NOTHING', id, key)
  else db.run('DELETE FROM dismissed_hint WHERE review_id = ? AND key = ?', id, key)
}
