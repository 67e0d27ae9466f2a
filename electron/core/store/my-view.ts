import type { PassageId, SectionId } from '../../../shared/domain/ids'
import type { MyView, ViewSide } from '../../../shared/domain/review'
import { VIEW_SIDES } from '../../../shared/domain/review'
import { getPassage } from './passages'
import { touchReviews } from './reviews'
import { requireSection } from './sections'
import type { WritableDatabase } from './sql'

/** Sets what the author thinks, in a section of any kind; `null` takes it away. Throws `not-found` for a passage. */
export function setView(db: WritableDatabase, id: SectionId, view: MyView | null): void {
  const { reviewId } = requireSection(db, id)
  db.run('DELETE FROM support WHERE section_id = ?', id)
  if (view === null) db.run('DELETE FROM my_view WHERE section_id = ?', id)
  else {
    db.run(
      `INSERT INTO my_view (section_id, judgement, confidence) VALUES (?, ?, ?)
       ON CONFLICT (section_id) DO UPDATE SET judgement = excluded.judgement, confidence = excluded.confidence`,
      id,
      view.judgement,
      view.confidence,
    )
    for (const side of VIEW_SIDES) insertSupport(db, id, side, view[side])
  }
  touchReviews(db, [reviewId])
}

function insertSupport(db: WritableDatabase, id: SectionId, side: ViewSide, passages: readonly PassageId[]): void {
  Array.from(new Set(passages)).forEach((passage, position) => {
    getPassage(db, passage)
    db.run(
      'INSERT INTO support (section_id, side, passage_id, position) VALUES (?, ?, ?, ?)',
      id,
      side,
      passage,
      position,
    )
  })
}
