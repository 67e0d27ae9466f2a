import type { ExportOptions } from '../../../shared/contract'
import type { ReviewId } from '../../../shared/domain/ids'
import { verifies, type Verification } from '../../../shared/domain/verification'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { parseTemplate, type Template } from '../../../shared/markdown/template'
import type { ProjectDatabase } from '../store/database'
import { listReviews } from '../store/reviews'
import type { ReadableDatabase } from '../store/sql'
import { renderBundle } from './formats/bundle'
import { renderCsv } from './formats/csv'
import { renderDocx } from './formats/docx'
import { renderHtml } from './formats/html'
import { renderJsonLd } from './formats/jsonld'
import { renderMarkdown } from './formats/markdown'
import { renderQdpx } from './formats/qdpx'
import { writeExport } from './write-export'
import { keepRevision } from './living-document'
import { gatherReview, type GatheredReview } from './review-document'

/** What an export consists of: text, or the bytes of a binary format. */
export type ExportContent = string | Uint8Array

interface RenderContext {
  readonly db: ReadableDatabase
  readonly options: ExportOptions
  readonly template: Template | null
}

type Render = (gathered: GatheredReview, context: RenderContext) => ExportContent

/** What renders a gathered review, by the name of its format. `pdf` is the HTML, for a host to print. */
const REVIEW_FORMATS: Readonly<Record<string, Render>> = {
  md: (gathered, { options, template }) =>
    renderMarkdown(gathered, { obsidian: options.obsidian, frontMatter: options.frontMatter, template }),
  html: (gathered, { template }) => renderHtml(gathered, template),
  docx: (gathered) => renderDocx(gathered),
  pdf: (gathered, { template }) => renderHtml(gathered, template),
  csv: (gathered) => renderCsv(gathered),
  bundle: ({ review }, { db }) => renderBundle(db, review.id),
  jsonld: (gathered, { db }) => renderJsonLd(gathered, db),
}

/** What renders a whole project. */
const PROJECT_FORMATS: Readonly<Record<string, (db: ReadableDatabase) => ExportContent>> = {
  bundle: (db) => renderBundle(db),
  qdpx: (db) => renderQdpx(db),
}

/** A review as its Markdown, with what verification says of its quotes. */
export function renderReview(db: ReadableDatabase, id: ReviewId): { markdown: string; verification: Verification } {
  const gathered = gatherReview(db, id)
  return { markdown: renderMarkdown(gathered), verification: gathered.verification }
}

/** What is asked of an export of a review. */
export interface ExportRequest {
  readonly id: ReviewId
  readonly format: string
  /** Refuses with `not-verified` when a quote does not verify. */
  readonly strict: boolean
  readonly options?: ExportOptions | undefined
}

/**
 * A review in a format, and its quotes that do not verify; for `pdf` the HTML that a host prints.
 * Throws `not-verified`, `unknown-format` or `template-invalid`.
 */
export function renderAs(
  db: ReadableDatabase,
  { id, format, strict, options = {} }: ExportRequest,
): { content: ExportContent; unverified: number; gathered: GatheredReview } {
  const render = Object.hasOwn(REVIEW_FORMATS, format) ? REVIEW_FORMATS[format] : undefined
  if (!render) throw noFormat(format)
  const template = options.template === undefined ? null : parseTemplate(options.template)
  const gathered = gatherReview(db, id)
  const bad = gathered.verification.quotes.filter((quote) => !verifies(quote))
  if (strict && bad.length > 0) {
    throw new AppError(
      'not-verified',
      say('quotes-differ', {
        wrong: bad.length,
        all: gathered.verification.quotes.length,
        title: gathered.review.title,
        first: bad[0]!.id ?? '',
      }),
      { advice: say('correct-or-not-strict') },
    )
  }
  return { content: render(gathered, { db, options, template }), unverified: bad.length, gathered }
}

/** A review as the HTML page that a host prints. Throws as `renderAs` does. */
export function renderPage(db: ReadableDatabase, request: Omit<ExportRequest, 'format'>): string {
  return renderAs(db, { ...request, format: 'html' }).content as string
}

/**
 * Writes a review to a file, whole or not at all, and keeps the revision; gives the size in bytes. A PDF is not core's to
 * write.
 */
export function exportReview(
  db: ProjectDatabase,
  { path, ...request }: ExportRequest & { readonly path: string },
): { out: string; bytes: number } {
  if (request.format === 'pdf') throw noFormat('pdf')
  const { content, gathered } = renderAs(db, request)
  const bytes = writeExport(path, content)
  keepRevision(db, request.id, request.format, gathered.document)
  return { out: path, bytes }
}

/** The whole project in a format: `bundle` or `qdpx`. Throws `unknown-format`. */
export function renderProject(db: ReadableDatabase, format: string): ExportContent {
  const render = Object.hasOwn(PROJECT_FORMATS, format) ? PROJECT_FORMATS[format] : undefined
  if (render) return render(db)
  if (!Object.hasOwn(REVIEW_FORMATS, format)) throw noFormat(format)
  const known = listReviews(db).map(({ id }) => id)
  throw new AppError('invalid-input', say('format-of-one-review', { format }), {
    advice: known.length > 0 ? say('name-one', { names: known.join(', ') }) : say('no-review-yet'),
  })
}

function noFormat(format: string): AppError {
  if (Object.hasOwn(PROJECT_FORMATS, format)) {
    return new AppError('unknown-format', say('format-of-project', { format }), {
      advice: say('export-project'),
    })
  }
  const names = [...new Set([...Object.keys(REVIEW_FORMATS), ...Object.keys(PROJECT_FORMATS)])]
  return new AppError('unknown-format', say('no-such-export-format', { format }), {
    advice: say('use-one-of', { names: names.join(', ') }),
  })
}
