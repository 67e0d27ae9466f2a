import type { ReviewId, SectionId } from '../../../shared/domain/ids'
import { CAMP_COLOURS, type Camp, type SectionKind } from '../../../shared/domain/review'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { newId } from './new-id'
import { notFound } from './not-found'
import { insertAt } from './order'
import { deleteSectionRows, requireReview, touchReviews } from './reviews'
import type { ReadableDatabase, WritableDatabase } from './sql'

/** What a new section is made from. */
export interface NewSection {
  readonly reviewId: ReviewId
  readonly parentId: SectionId | null
  /** Among its parent's children; past the end means at the end. */
  readonly index: number
  readonly kind: SectionKind
  readonly heading: string | null
  readonly camp: Camp | null
}

/** Adds a section. A camp or cold water without a camp given gets an empty one in the next free colour. */
export function insertSection(db: WritableDatabase, section: NewSection): SectionId {
  requireReview(db, section.reviewId)
  if (section.parentId !== null) requireSameReview(db, section.parentId, section.reviewId)
  const id = newId<'section'>()
  db.run(
    'INSERT INTO section (id, review_id, parent_id, position, kind, heading) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    section.reviewId,
    section.parentId,
    0,
    section.kind,
    section.heading,
  )
  const isCamp = section.kind === 'camp' || section.kind === 'cold-water'
  const camp =
    section.camp ?? (isCamp ? { label: '', thesis: '', holder: '', colour: freeColour(db, section.reviewId) } : null)
  if (camp) writeCamp(db, id, camp)
  placeSection(db, id, section.reviewId, section.parentId, section.index)
  touchReviews(db, [section.reviewId])
  return id
}

/** Changes a section's heading or camp. */
export function updateSection(
  db: WritableDatabase,
  id: SectionId,
  change: { readonly heading?: string | null | undefined; readonly camp?: Camp | undefined },
): void {
  const { reviewId } = requireSection(db, id)
  if (change.heading !== undefined) db.run('UPDATE section SET heading = ? WHERE id = ?', change.heading, id)
  if (change.camp !== undefined) writeCamp(db, id, change.camp)
  touchReviews(db, [reviewId])
}

/** Moves a section with all that is in it. Throws `move-invalid` when it would end up inside itself. */
export function moveSection(db: WritableDatabase, id: SectionId, parentId: SectionId | null, index: number): void {
  const { reviewId } = requireSection(db, id)
  if (parentId !== null) {
    requireSameReview(db, parentId, reviewId)
    if (withDescendants(db, id).includes(parentId)) {
      throw new AppError('move-invalid', say('move-into-itself'), { advice: say('choose-place') })
    }
  }
  db.run('UPDATE section SET parent_id = ? WHERE id = ?', parentId, id)
  placeSection(db, id, reviewId, parentId, index)
  touchReviews(db, [reviewId])
}

/** Deletes a section with its children and their blocks; passages stay. */
export function deleteSection(db: WritableDatabase, id: SectionId): void {
  const { reviewId } = requireSection(db, id)
  deleteSectionRows(db, withDescendants(db, id))
  touchReviews(db, [reviewId])
}

/** The review that a section stands in. Throws `not-found`. */
export function requireSection(db: ReadableDatabase, id: SectionId): { readonly reviewId: ReviewId } {
  const row = db.find<{ reviewId: ReviewId }>('SELECT review_id AS reviewId FROM section WHERE id = ?', id)
  if (!row) throw notFound('section', id)
  return row
}

function requireSameReview(db: ReadableDatabase, id: SectionId, reviewId: ReviewId): void {
  if (requireSection(db, id).reviewId !== reviewId) {
    throw new AppError('move-invalid', say('move-to-other-review'), {
      advice: say('choose-place-in-review'),
    })
  }
}

function withDescendants(db: ReadableDatabase, id: SectionId): SectionId[] {
  return db
    .all<{ id: SectionId }>(
      `WITH RECURSIVE below (id) AS (
         SELECT ? UNION SELECT section.id FROM section JOIN below ON section.parent_id = below.id
       ) SELECT id FROM below`,
      id,
    )
    .map((row) => row.id)
}

function placeSection(
  db: WritableDatabase,
  id: SectionId,
  reviewId: ReviewId,
  parentId: SectionId | null,
  index: number,
): void {
  const siblings = db.all<{ id: string; position: number }>(
    'SELECT id, position FROM section WHERE review_id = ? AND parent_id IS ? ORDER BY position, id',
    reviewId,
    parentId,
  )
  for (const { id: sibling, position } of insertAt(siblings, id, index)) {
    db.run('UPDATE section SET position = ? WHERE id = ?', position, sibling)
  }
}

function writeCamp(db: WritableDatabase, id: SectionId, camp: Camp): void {
  db.run(
    `INSERT INTO camp (section_id, label, thesis, holder, colour) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (section_id) DO UPDATE SET label = excluded.label, thesis = excluded.thesis, holder = excluded.holder,
       colour = excluded.colour`,
    id,
    camp.label,
    camp.thesis,
    camp.holder,
    camp.colour,
  )
}

/** The first camp colour that a review does not use yet; the least used one when all are. */
export function freeColour(db: ReadableDatabase, review: ReviewId): number {
  const used = db.all<{ colour: number }>(
    'SELECT colour FROM camp JOIN section ON section.id = camp.section_id WHERE section.review_id = ?',
    review,
  )
  const counts = Array.from({ length: CAMP_COLOURS }, (_, i) => used.filter(({ colour }) => colour === i + 1).length)
  return counts.indexOf(Math.min(...counts)) + 1
}
