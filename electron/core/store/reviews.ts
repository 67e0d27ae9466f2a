import type { PassageId, ReviewId, SectionId } from '../../../shared/domain/ids'
import type { UiLanguage } from '../../../shared/domain/language'
import type {
  Block,
  Camp,
  MyView,
  Review,
  ReviewSummary,
  Section,
  SectionKind,
  ViewSide,
} from '../../../shared/domain/review'
import { today } from '../today'
import { newId } from './new-id'
import { notFound } from './not-found'
import { placeholders, type ReadableDatabase, type WritableDatabase } from './sql'

interface ReviewRow extends Omit<ReviewSummary, 'aliases'> {
  readonly aliases: string
}

const REVIEW_COLUMNS = 'id, title, language, aliases, updated'

function toSummary(row: ReviewRow): ReviewSummary {
  return { ...row, aliases: JSON.parse(row.aliases) as string[] }
}

/** Every review, oldest first, without its sections. */
export function listReviews(db: ReadableDatabase): ReviewSummary[] {
  return db.all<ReviewRow>(`SELECT ${REVIEW_COLUMNS} FROM review ORDER BY position, id`).map(toSummary)
}

/** One review with all its sections and blocks. Throws `not-found`. */
export function getReview(db: ReadableDatabase, id: ReviewId): Review {
  const row = db.find<ReviewRow>(`SELECT ${REVIEW_COLUMNS} FROM review WHERE id = ?`, id)
  if (!row) throw notFound('review', id)
  return { ...toSummary(row), sections: listSections(db, id) }
}

/** Adds an empty review after the others. */
export function insertReview(
  db: WritableDatabase,
  review: {
    readonly id?: ReviewId
    readonly title: string
    readonly language: UiLanguage
    readonly aliases?: readonly string[]
    readonly updated?: string
  },
): ReviewId {
  const id = review.id ?? newId<'review'>()
  db.run(
    `INSERT INTO review (id, position, title, language, aliases, updated)
     VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM review), ?, ?, ?, ?)`,
    id,
    review.title,
    review.language,
    JSON.stringify(review.aliases ?? []),
    review.updated ?? today(),
  )
  return id
}

/** Changes a review's title, language or aliases. */
export function updateReview(
  db: WritableDatabase,
  id: ReviewId,
  change: {
    readonly title?: string | undefined
    readonly language?: UiLanguage | undefined
    readonly aliases?: readonly string[] | undefined
  },
): void {
  requireReview(db, id)
  if (change.title !== undefined) db.run('UPDATE review SET title = ? WHERE id = ?', change.title, id)
  if (change.language !== undefined) db.run('UPDATE review SET language = ? WHERE id = ?', change.language, id)
  if (change.aliases !== undefined) {
    const aliases = new Set(change.aliases.map((alias) => alias.trim()).filter(Boolean))
    db.run('UPDATE review SET aliases = ? WHERE id = ?', JSON.stringify([...aliases]), id)
  }
  touchReviews(db, [id])
}

/** Deletes a review with its sections and blocks; passages stay. */
export function deleteReview(db: WritableDatabase, id: ReviewId): void {
  requireReview(db, id)
  deleteSectionRows(
    db,
    db.all<{ id: SectionId }>('SELECT id FROM section WHERE review_id = ?', id).map((row) => row.id),
  )
  db.run('DELETE FROM dismissed_hint WHERE review_id = ?', id)
  db.run('DELETE FROM review WHERE id = ?', id)
}

/** Notes that reviews changed today. */
export function touchReviews(db: WritableDatabase, ids: readonly ReviewId[]): void {
  for (const id of ids) db.run('UPDATE review SET updated = ? WHERE id = ? AND updated <> ?', today(), id, today())
}

/** Sets the day a review was changed last, for one that was written elsewhere. */
export function setUpdated(db: WritableDatabase, id: ReviewId, updated: string): void {
  db.run('UPDATE review SET updated = ? WHERE id = ?', updated, id)
}

export function requireReview(db: ReadableDatabase, id: ReviewId): void {
  if (!db.find('SELECT 1 FROM review WHERE id = ?', id)) throw notFound('review', id)
}

interface SectionRow {
  readonly id: SectionId
  readonly reviewId: ReviewId
  readonly parentId: SectionId | null
  readonly kind: SectionKind
  readonly heading: string | null
  readonly label: string | null
  readonly thesis: string | null
  readonly holder: string | null
  readonly colour: number | null
}

interface BlockRow {
  readonly id: Block['id']
  readonly sectionId: SectionId
  readonly kind: Block['kind']
  readonly text: string
  readonly passageId: PassageId | null
}

function listSections(db: ReadableDatabase, review: ReviewId): Section[] {
  const rows = db.all<SectionRow>(
    `SELECT section.id, section.review_id AS reviewId, section.parent_id AS parentId, section.kind, section.heading,
       camp.label, camp.thesis, camp.holder, camp.colour
     FROM section LEFT JOIN camp ON camp.section_id = section.id
     WHERE section.review_id = ? ORDER BY section.position, section.id`,
    review,
  )
  const blocks = new Map<SectionId, Block[]>()
  const blockRows = db.all<BlockRow>(
    `SELECT block.id, block.section_id AS sectionId, block.kind, block.text, block.passage_id AS passageId
     FROM block JOIN section ON section.id = block.section_id
     WHERE section.review_id = ? ORDER BY block.position, block.id`,
    review,
  )
  for (const row of blockRows) {
    const list = blocks.get(row.sectionId)
    if (list) list.push(toBlock(row))
    else blocks.set(row.sectionId, [toBlock(row)])
  }
  const views = listViews(db, review)
  const children = new Map<SectionId | null, SectionRow[]>()
  for (const row of rows) {
    const list = children.get(row.parentId)
    if (list) list.push(row)
    else children.set(row.parentId, [row])
  }
  const ordered: Section[] = []
  const visit = (parent: SectionId | null): void => {
    for (const { label, thesis, holder, colour, ...row } of children.get(parent) ?? []) {
      const camp: Camp | null =
        colour === null ? null : { label: label ?? '', thesis: thesis ?? '', holder: holder ?? '', colour }
      ordered.push({ ...row, camp, view: views.get(row.id) ?? null, blocks: blocks.get(row.id) ?? [] })
      visit(row.id)
    }
  }
  visit(null)
  return ordered
}

function listViews(db: ReadableDatabase, review: ReviewId): Map<SectionId, MyView> {
  const rows = db.all<{ id: SectionId; judgement: string; confidence: number | null }>(
    `SELECT section.id, my_view.judgement, my_view.confidence
     FROM my_view JOIN section ON section.id = my_view.section_id WHERE section.review_id = ?`,
    review,
  )
  return new Map(
    rows.map(({ id, ...view }) => {
      const supports = db.all<{ side: ViewSide; passageId: PassageId }>(
        'SELECT side, passage_id AS passageId FROM support WHERE section_id = ? ORDER BY side, position',
        id,
      )
      const of = (side: ViewSide) => supports.flatMap((one) => (one.side === side ? one.passageId : []))
      return [id, { ...view, strongest: of('strongest'), weakest: of('weakest') }]
    }),
  )
}

function toBlock({ id, kind, text, passageId }: BlockRow): Block {
  if (kind === 'prose') return { kind, id, markdown: text }
  if (passageId === null) throw new Error(`the quote ${id} names no passage`)
  return { kind, id, passageId, leadIn: text }
}

/** Deletes section rows with their blocks and camps; children must be among them. */
export function deleteSectionRows(db: WritableDatabase, ids: readonly SectionId[]): void {
  if (ids.length === 0) return
  db.run('PRAGMA defer_foreign_keys = ON')
  const list = placeholders(ids)
  db.run(`DELETE FROM block WHERE section_id IN (${list})`, ...ids)
  db.run(`DELETE FROM camp_passage WHERE section_id IN (${list})`, ...ids)
  db.run(`DELETE FROM camp WHERE section_id IN (${list})`, ...ids)
  db.run(`DELETE FROM support WHERE section_id IN (${list})`, ...ids)
  db.run(`DELETE FROM my_view WHERE section_id IN (${list})`, ...ids)
  db.run(`DELETE FROM section WHERE id IN (${list})`, ...ids)
}
