import type { ExportOptions } from '../../../shared/domain/export-options'
import type { ReviewId, ReviewRevisionId } from '../../../shared/domain/ids'
import { say } from '../../../shared/domain/messages/message'
import type { ReviewRevision } from '../../../shared/domain/review'
import type { ReviewDocument } from '../../../shared/markdown/review-document'
import { AppError } from '../../../shared/errors'
import { newId } from './new-id'
import { notFound } from './not-found'
import type { ReadableDatabase, WritableDatabase } from './sql'
import { sha256 } from './transcripts'

const COLUMNS = 'id, number, format, exported_at AS exportedAt, options'

type RevisionRow = Omit<ReviewRevision, 'options'> & { readonly options: string }

/** The exports of a review, newest first. */
export function listReviewRevisions(db: ReadableDatabase, review: ReviewId): ReviewRevision[] {
  return db
    .all<RevisionRow>(`SELECT ${COLUMNS} FROM review_revision WHERE review_id = ? ORDER BY number DESC`, review)
    .map((row) => ({ ...row, options: JSON.parse(row.options) as ExportOptions }))
}

/** What went out, and how. */
export interface NewRevision {
  readonly format: string
  readonly document: ReviewDocument
  readonly options: ExportOptions
}

/** Keeps the page that was exported. No action of its own: what left the program cannot be undone. */
export function insertReviewRevision(
  db: WritableDatabase,
  review: ReviewId,
  { format, document, options }: NewRevision,
): ReviewRevision {
  const json = JSON.stringify(document)
  const snapshot = sha256(json)
  db.run('INSERT INTO review_snapshot (sha256, document) VALUES (?, ?) ON CONFLICT DO NOTHING', snapshot, json)
  const last = db.find<{ number: number }>(
    'SELECT coalesce(max(number), 0) AS number FROM review_revision WHERE review_id = ?',
    review,
  )
  const revision: ReviewRevision = {
    id: newId<'review-revision'>(),
    number: (last?.number ?? 0) + 1,
    format,
    exportedAt: new Date().toISOString(),
    options,
  }
  db.run(
    `INSERT INTO review_revision (id, review_id, number, format, exported_at, snapshot, options)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    revision.id,
    review,
    revision.number,
    format,
    revision.exportedAt,
    snapshot,
    JSON.stringify(options),
  )
  return revision
}

/** The page of one revision of a review. Throws `not-found`, also when it is not the page that was exported. */
export function getRevisionDocument(db: ReadableDatabase, review: ReviewId, id: ReviewRevisionId): ReviewDocument {
  const row = findSnapshot(db, review, id)
  if (!row) throw notFound('revision', id)
  if (isAsExported(row)) return JSON.parse(row.document) as ReviewDocument
  throw new AppError('not-found', say('revision-not-as-exported', { number: row.number }), {
    advice: say('choose-another-revision'),
  })
}

/** The same; `null` when there is no such revision, or when it is not the page that was exported. */
export function findRevisionDocument(
  db: ReadableDatabase,
  review: ReviewId,
  id: ReviewRevisionId,
): ReviewDocument | null {
  const row = findSnapshot(db, review, id)
  return row && isAsExported(row) ? (JSON.parse(row.document) as ReviewDocument) : null
}

interface Snapshot {
  readonly number: number
  readonly sha256: string
  readonly document: string
}

/** A page is kept under its hash: another program may have written to it, or the disk may have lost a bit. */
function isAsExported(snapshot: Snapshot): boolean {
  return sha256(snapshot.document) === snapshot.sha256
}

function findSnapshot(db: ReadableDatabase, review: ReviewId, id: ReviewRevisionId): Snapshot | null {
  return db.find<Snapshot>(
    `SELECT number, sha256, document FROM review_revision JOIN review_snapshot ON sha256 = snapshot
     WHERE id = ? AND review_id = ?`,
    id,
    review,
  )
}
