import type { SectionId, SourceId } from '../../../shared/domain/ids'
import type { TextRange } from '../../../shared/domain/span'
import { addTags, insertPassage, putIntoCamp } from './passages'
import type { WritableDatabase } from './sql'

/**
 * Makes a passage of each place, and puts each into the camp and gives it the tags. A place that is a passage of one span
 * already is not marked again, but is put into the camp and gets the tags as well. Gives how many were made.
 */
export function markMany(
  db: WritableDatabase,
  places: readonly (TextRange & { readonly sourceId: SourceId })[],
  camp: SectionId | null,
  tags: readonly string[] = [],
): number {
  let marked = 0
  // Source by source: a text is read once.
  for (const place of [...places].sort((a, b) => (a.sourceId < b.sourceId ? -1 : a.sourceId > b.sourceId ? 1 : 0))) {
    const { sourceId, start, end } = place
    const present = db.find<{ id: Parameters<typeof putIntoCamp>[1] }>(
      `SELECT passage.id FROM passage JOIN span ON span.passage_id = passage.id
       WHERE passage.source_id = ? AND span.start = ? AND span."end" = ?
         AND NOT EXISTS (SELECT 1 FROM span AS other WHERE other.passage_id = passage.id AND other.position > 0)`,
      sourceId,
      start,
      end,
    )
    const id = present?.id ?? insertPassage(db, { sourceId, ranges: [{ start, end }] })
    if (!present) marked += 1
    if (camp !== null) putIntoCamp(db, id, camp)
    if (tags.length > 0) addTags(db, id, tags)
  }
  return marked
}
