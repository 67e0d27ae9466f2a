import type { ReviewId, SectionId } from '../../shared/domain/ids'
import type { UiLanguage } from '../../shared/domain/language'
import type { SectionKind } from '../../shared/domain/review'
import { insertReview } from './store/reviews'
import { insertSection } from './store/sections'
import type { WritableDatabase } from './store/sql'

/** A new review: empty, or with one section of each kind and two camps to put passages into. */
export function startReview(
  db: WritableDatabase,
  { title, language, starter }: { readonly title: string; readonly language: UiLanguage; readonly starter: boolean },
): ReviewId {
  const reviewId = insertReview(db, { title, language })
  if (!starter) return reviewId
  let top = 0
  const add = (kind: SectionKind): SectionId => {
    const id = insertSection(db, { reviewId, parentId: null, index: top, kind, heading: null, camp: null })
    top += 1
    return id
  }
  add('changelog')
  add('consensus')
  const disagreement = add('disagreement')
  ;['A', 'B'].forEach((label, index) => {
    const camp = { label, thesis: '', holder: '', colour: index + 1 }
    insertSection(db, { reviewId, parentId: disagreement, index, kind: 'camp', heading: null, camp })
  })
  insertSection(db, { reviewId, parentId: disagreement, index: 2, kind: 'cold-water', heading: null, camp: null })
  for (const kind of ['unspoken', 'my-view', 'open-questions', 'sources'] as const) add(kind)
  return reviewId
}
