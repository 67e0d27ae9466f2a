import type { ReviewId } from '../../../shared/domain/ids'
import { verifies, type Verification } from '../../../shared/domain/verification'
import { AppError } from '../../../shared/errors'
import { listReviews } from '../store/reviews'
import type { ReadableDatabase } from '../store/sql'
import { renderBundle } from './formats/bundle'
import { renderCsv } from './formats/csv'
import { renderHtml } from './formats/html'
import { renderMarkdown } from './formats/markdown'
import { gatherReview, type GatheredReview } from './review-document'
import { writeExport } from './write-export'

/** What renders a gathered review, by the name of its format. */
const REVIEW_FORMATS: Readonly<Record<string, (gathered: GatheredReview) => string>> = {
  md: renderMarkdown,
  html: renderHtml,
  csv: renderCsv,
}

/** Formats that are known by name and not written yet. */
const LATER: readonly string[] = ['docx', 'pdf', 'jsonld', 'qdpx']

/** A review as its Markdown, with what verification says of its quotes. */
export function renderReview(db: ReadableDatabase, id: ReviewId): { markdown: string; verification: Verification } {
  const gathered = gatherReview(db, id)
  return { markdown: renderMarkdown(gathered), verification: gathered.verification }
}

/**
 * A review in a format, and its quotes that do not verify. `strict` throws `not-verified` instead when there are any.
 * Throws `format-later` or `unknown-format`.
 */
export function renderAs(
  db: ReadableDatabase,
  { id, format, strict }: { readonly id: ReviewId; readonly format: string; readonly strict: boolean },
): { content: string; unverified: number } {
  const render = Object.hasOwn(REVIEW_FORMATS, format) ? REVIEW_FORMATS[format] : undefined
  if (!render && format !== 'bundle') throw noFormat(format)
  const gathered = gatherReview(db, id)
  const bad = gathered.verification.quotes.filter((quote) => !verifies(quote))
  if (strict && bad.length > 0) {
    throw new AppError(
      'not-verified',
      `${bad.length} of ${gathered.verification.quotes.length} quotes of ${gathered.review.title} do not match their sources, the first is ${bad[0]!.id}`,
      { advice: 'correct them, or export without strict', params: { count: bad.length, title: gathered.review.title } },
    )
  }
  return { content: render ? render(gathered) : renderBundle(db, id), unverified: bad.length }
}

/** Writes a review to a file, whole or not at all; gives the size in bytes. */
export function exportReview(
  db: ReadableDatabase,
  {
    path,
    ...review
  }: { readonly id: ReviewId; readonly format: string; readonly path: string; readonly strict: boolean },
): { out: string; bytes: number } {
  return { out: path, bytes: writeExport(path, renderAs(db, review).content) }
}

/** The whole project in a format: `bundle`. Throws `format-later` or `unknown-format`. */
export function renderProject(db: ReadableDatabase, format: string): string {
  if (format === 'bundle') return renderBundle(db)
  if (!Object.hasOwn(REVIEW_FORMATS, format)) throw noFormat(format)
  const known = listReviews(db).map(({ id }) => id)
  throw new AppError('invalid-input', `The format ${format} is of one review, and none was named`, {
    advice: known.length > 0 ? `name one: ${known.join(', ')}` : 'the project has no review yet',
  })
}

function noFormat(format: string): AppError {
  if (LATER.includes(format)) {
    return new AppError('format-later', `Export as ${format} is not in this version yet`, {
      advice: `use one of ${Object.keys(REVIEW_FORMATS).join(', ')}, bundle`,
      params: { format },
    })
  }
  return new AppError('unknown-format', `There is no export format ${format}`, {
    advice: `use one of ${Object.keys(REVIEW_FORMATS).join(', ')}, bundle`,
    params: { format },
  })
}
