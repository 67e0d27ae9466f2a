import type { BlockId, PassageId, ReviewId, SectionId } from '../../../shared/domain/ids'
import { newId } from './new-id'
import { notFound } from './not-found'
import { insertAt } from './order'
import { getPassage, putIntoCamp } from './passages'
import { touchReviews } from './reviews'
import { requireSection } from './sections'
import type { ReadableDatabase, WritableDatabase } from './sql'

/** Adds a paragraph of the author's own, in Markdown. */
export function insertProse(db: WritableDatabase, sectionId: SectionId, index: number, markdown: string): BlockId {
  return insertBlock(db, sectionId, index, { kind: 'prose', text: markdown, passageId: null })
}

/** Places a passage as a quote; in a camp's section it is put into that camp too. */
export function insertQuote(
  db: WritableDatabase,
  sectionId: SectionId,
  index: number,
  passageId: PassageId,
  leadIn: string,
): BlockId {
  getPassage(db, passageId)
  const id = insertBlock(db, sectionId, index, { kind: 'quote', text: leadIn, passageId })
  joinCamp(db, sectionId, passageId)
  return id
}

function insertBlock(
  db: WritableDatabase,
  sectionId: SectionId,
  index: number,
  block: { readonly kind: 'prose' | 'quote'; readonly text: string; readonly passageId: PassageId | null },
): BlockId {
  const { reviewId } = requireSection(db, sectionId)
  const id = newId<'block'>()
  db.run(
    'INSERT INTO block (id, section_id, position, kind, text, passage_id) VALUES (?, ?, 0, ?, ?, ?)',
    id,
    sectionId,
    block.kind,
    block.text,
    block.passageId,
  )
  placeBlock(db, id, sectionId, index)
  touchReviews(db, [reviewId])
  return id
}

/** Where a passage comes to stand within a text of the author's. */
export interface QuotePlace {
  readonly sectionId: SectionId
  /** Where the text stands, or would. */
  readonly index: number
  /** The text that is parted; `null` when it is not stored. */
  readonly blockId: BlockId | null
  /** Markdown of what stands before the quote, and after it; `''` for nothing. */
  readonly before: string
  readonly after: string
}

/** Places a passage as a quote between two parts of a text, which become two blocks; an empty part becomes none. */
export function insertQuoteWithin(db: WritableDatabase, place: QuotePlace, passageId: PassageId): BlockId {
  const { sectionId, index, blockId, before, after } = place
  // The stored block stays the part before the quote, or where nothing is before it the part after it.
  const kept = before === '' ? after : before
  if (blockId !== null && kept === '') deleteBlock(db, blockId)
  else if (blockId !== null) updateBlock(db, blockId, kept)
  else if (before !== '') insertProse(db, sectionId, index, before)
  const at = before === '' ? index : index + 1
  const id = insertQuote(db, sectionId, at, passageId, '')
  if (after !== '' && !(blockId !== null && before === '')) insertProse(db, sectionId, at + 1, after)
  return id
}

/** Changes a paragraph's Markdown or a quote's lead-in. */
export function updateBlock(db: WritableDatabase, id: BlockId, text: string): void {
  const { reviewId } = requireBlock(db, id)
  db.run('UPDATE block SET text = ? WHERE id = ?', text, id)
  touchReviews(db, [reviewId])
}

/** Moves a block, also to another section; a quote follows into that section's camp, and leaves the camp it came from. */
export function moveBlock(db: WritableDatabase, id: BlockId, sectionId: SectionId, index: number): void {
  const block = requireBlock(db, id)
  const { reviewId } = requireSection(db, sectionId)
  db.run('UPDATE block SET section_id = ? WHERE id = ?', sectionId, id)
  placeBlock(db, id, sectionId, index)
  if (block.passageId !== null && block.sectionId !== sectionId) {
    leaveCamp(db, block.sectionId, block.passageId)
    joinCamp(db, sectionId, block.passageId)
  }
  touchReviews(db, [block.reviewId, reviewId])
}

/** Takes a block out of its review. The passage of a quote stays, in its camp too. */
export function deleteBlock(db: WritableDatabase, id: BlockId): void {
  const { reviewId } = requireBlock(db, id)
  db.run('DELETE FROM block WHERE id = ?', id)
  touchReviews(db, [reviewId])
}

function joinCamp(db: WritableDatabase, section: SectionId, passage: PassageId): void {
  if (db.find('SELECT 1 FROM camp WHERE section_id = ?', section)) putIntoCamp(db, passage, section)
}

function leaveCamp(db: WritableDatabase, section: SectionId, passage: PassageId): void {
  if (db.find('SELECT 1 FROM block WHERE section_id = ? AND passage_id = ?', section, passage)) return
  db.run('DELETE FROM camp_passage WHERE section_id = ? AND passage_id = ?', section, passage)
}

function placeBlock(db: WritableDatabase, id: BlockId, sectionId: SectionId, index: number): void {
  const siblings = db.all<{ id: string; position: number }>(
    'SELECT id, position FROM block WHERE section_id = ? ORDER BY position, id',
    sectionId,
  )
  for (const { id: sibling, position } of insertAt(siblings, id, index)) {
    db.run('UPDATE block SET position = ? WHERE id = ?', position, sibling)
  }
}

interface BlockPlace {
  readonly reviewId: ReviewId
  readonly sectionId: SectionId
  readonly passageId: PassageId | null
}

function requireBlock(db: ReadableDatabase, id: BlockId): BlockPlace {
  const row = db.find<BlockPlace>(
    `SELECT section.review_id AS reviewId, block.section_id AS sectionId, block.passage_id AS passageId
     FROM block JOIN section ON section.id = block.section_id WHERE block.id = ?`,
    id,
  )
  if (!row) throw notFound('block', id)
  return row
}
