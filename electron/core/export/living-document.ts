import type { ExportOptions } from '../../../shared/domain/export-options'
import type { BlockId, ReviewId, ReviewRevisionId, SectionId } from '../../../shared/domain/ids'
import type { ReviewRevision } from '../../../shared/domain/review'
import { changeEntry } from '../../../shared/markdown/change-entry'
import { compareDocuments, type DocumentComparison } from '../../../shared/markdown/compare-documents'
import { comparePages, type PageRow } from '../../../shared/markdown/compare-pages'
import { renderReview } from '../../../shared/markdown/render-review'
import type { ReviewDocument } from '../../../shared/markdown/review-document'
import { insertProse } from '../store/blocks'
import type { ProjectDatabase } from '../store/database'
import {
  findRevisionDocument,
  getRevisionDocument,
  insertReviewRevision,
  listReviewRevisions,
} from '../store/review-revisions'
import { getReview } from '../store/reviews'
import { insertSection } from '../store/sections'
import type { ReadableDatabase, WritableDatabase } from '../store/sql'
import { today } from '../today'
import { gatherDocument } from './review-document'

/** Keeps the page that was just exported; a project that is read-only keeps nothing. */
export function keepRevision(
  db: ProjectDatabase,
  id: ReviewId,
  format: string,
  options: ExportOptions = {},
  document: ReviewDocument = gatherDocument(db, id),
): ReviewRevision | null {
  return db.readOnly
    ? null
    : db.transaction((writable) => insertReviewRevision(writable, id, { format, document, options }))
}

/** The page of a revision as Markdown. Throws `not-found`. */
export function renderRevision(db: ReadableDatabase, id: ReviewId, revision: ReviewRevisionId): string {
  return renderReview(getRevisionDocument(db, id, revision))
}

/** What changed between two revisions of a review; `null` stands for the review as it is now. */
export function compareRevisions(
  db: ReadableDatabase,
  {
    id,
    from,
    to,
  }: { readonly id: ReviewId; readonly from: ReviewRevisionId | null; readonly to: ReviewRevisionId | null },
): DocumentComparison {
  return compareDocuments(pageOf(db, id, from), pageOf(db, id, to))
}

/** The pages of two revisions of a review side by side; `null` stands for the review as it is now. */
export function compareRevisionPages(
  db: ReadableDatabase,
  {
    id,
    from,
    to,
    whole,
  }: {
    readonly id: ReviewId
    readonly from: ReviewRevisionId | null
    readonly to: ReviewRevisionId | null
    readonly whole: boolean
  },
): PageRow[] {
  return comparePages(pageOf(db, id, from), pageOf(db, id, to), whole)
}

function pageOf(db: ReadableDatabase, id: ReviewId, revision: ReviewRevisionId | null): ReviewDocument {
  return revision === null ? gatherDocument(db, id) : getRevisionDocument(db, id, revision)
}

/** An entry for the change log, and what it was made from. */
export interface ProposedChange {
  /** The last export; `null` when there was none that can be read, and then there is nothing to tell. */
  readonly since: ReviewRevision | null
  /** In the language of the review; empty when nothing changed. */
  readonly markdown: string
  readonly comparison: DocumentComparison | null
}

/** What the change log would say of a review since its last export. */
export function proposeChange(db: ReadableDatabase, id: ReviewId): ProposedChange {
  const [since = null] = listReviewRevisions(db, id)
  const before = since && findRevisionDocument(db, id, since.id)
  if (!before) return { since: null, markdown: '', comparison: null }
  const now = gatherDocument(db, id)
  const comparison = compareDocuments(before, now)
  return { since, markdown: changeEntry(comparison, now.language, today()), comparison }
}

/** Puts an entry at the head of a review's change log, which is added before the other sections when there is none. */
export function addChange(
  db: WritableDatabase,
  id: ReviewId,
  markdown: string,
): { sectionId: SectionId; blockId: BlockId } {
  const log = getReview(db, id).sections.find(({ kind }) => kind === 'changelog')
  const sectionId =
    log?.id ??
    insertSection(db, { reviewId: id, parentId: null, index: 0, kind: 'changelog', heading: null, camp: null })
  return { sectionId, blockId: insertProse(db, sectionId, 0, markdown) }
}
