import type { BlockId, PassageId, SectionId } from '../../../shared/domain/ids'
import { deleteBlock, moveBlock } from './blocks'
import { putIntoCamp, takeOutOfCamp } from './passages'
import type { WritableDatabase } from './sql'

/** After every block that a section has. */
const LAST = Number.MAX_SAFE_INTEGER

/**
 * Moves passages from one camp into another, `null` being none, each once. Their quotes in the camp's own section go to
 * the end of the other's; one without a lead-in is dropped where the other quotes its passage already, and without
 * another camp all are taken off the page. Gives the ids. Throws `not-found` for a section that is no camp.
 */
export function moveToCamp(
  db: WritableDatabase,
  ids: readonly PassageId[],
  { from, to }: { readonly from: SectionId | null; readonly to: SectionId | null },
): PassageId[] {
  const distinct = [...new Set(ids)]
  for (const id of distinct) {
    // Its camps keep their order of joining: the new one comes before the old one goes.
    if (to !== null) putIntoCamp(db, id, to)
    if (from === null || from === to) continue
    moveQuotes(db, id, from, to)
    takeOutOfCamp(db, id, from)
  }
  return distinct
}

function moveQuotes(db: WritableDatabase, passage: PassageId, from: SectionId, to: SectionId | null): void {
  const quotes = db.all<{ id: BlockId; text: string }>(
    'SELECT id, text FROM block WHERE section_id = ? AND passage_id = ? ORDER BY position, id',
    from,
    passage,
  )
  for (const { id, text } of quotes) {
    const isQuoted =
      to !== null && db.find('SELECT 1 FROM block WHERE section_id = ? AND passage_id = ?', to, passage) !== null
    if (to === null || (isQuoted && text === '')) deleteBlock(db, id)
    else moveBlock(db, id, to, LAST)
  }
}
