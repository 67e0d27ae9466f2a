import type { ExportOptions } from '../../../shared/domain/export-options'
import type { ReviewId, ReviewRevisionId } from '../../../shared/domain/ids'
import { verifies, type Verification } from '../../../shared/domain/verification'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import type { ReviewDocument } from '../../../shared/markdown/review-document'
import { parseTemplate, QUOTE_LINES, type Template } from '../../../shared/markdown/template'
import type { ProjectDatabase } from '../store/database'
import { getRevisionDocument } from '../store/review-revisions'
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

type Page = Pick<GatheredReview, 'document'>

/** What renders a page as it is read, by the name of its format. `pdf` is the HTML, for a host to print. */
const PAGE_FORMATS: Readonly<Record<string, (page: Page, options: ExportOptions) => ExportContent>> = {
  md: (page, options) =>
    renderMarkdown(page, {
      obsidian: options.obsidian,
      frontMatter: options.frontMatter,
      template: templateOf(options),
    }),
  html: (page, options) => renderHtml(page, templateOf(options), options.ground),
  docx: (page, { originalsOnly }) => renderDocx(page, templateOf({ originalsOnly })),
  pdf: (page, options) => renderHtml(page, templateOf(options)),
}

/** What renders a gathered review for other programs. */
const DATA_FORMATS: Readonly<Record<string, (gathered: GatheredReview, db: ReadableDatabase) => ExportContent>> = {
  csv: (gathered) => renderCsv(gathered),
  bundle: ({ review }, db) => renderBundle(db, review.id),
  jsonld: (gathered, db) => renderJsonLd(gathered, db),
}

const REVIEW_FORMATS = [...Object.keys(PAGE_FORMATS), ...Object.keys(DATA_FORMATS)]

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
  /** As it was exported then, instead of as it is; of formats that are pages, and not checked again. */
  readonly revision?: ReviewRevisionId | undefined
}

/**
 * A review in a format, and its quotes that do not verify; for `pdf` the HTML that a host prints.
 * Throws `not-verified`, `unknown-format` or `template-invalid`.
 */
export function renderAs(
  db: ReadableDatabase,
  { id, format, strict, options = {}, revision }: ExportRequest,
): { content: ExportContent; unverified: number; document: ReviewDocument } {
  const asPage = Object.hasOwn(PAGE_FORMATS, format) ? PAGE_FORMATS[format] : undefined
  const asData = Object.hasOwn(DATA_FORMATS, format) ? DATA_FORMATS[format] : undefined
  if (!asPage && (!asData || revision !== undefined)) throw noFormat(format)
  if (revision !== undefined) {
    const document = getRevisionDocument(db, id, revision)
    return { content: asPage!({ document }, options), unverified: 0, document }
  }
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
  const content = asPage ? asPage(gathered, options) : asData!(gathered, db)
  return { content, unverified: bad.length, document: gathered.document }
}

/** The template of an export, with what else was chosen about its quotes. Throws `template-invalid`. */
function templateOf({ template, originalsOnly }: ExportOptions): Template | null {
  const given = template === undefined ? null : parseTemplate(template)
  if (!originalsOnly) return given
  const lines = (given?.quote?.lines ?? QUOTE_LINES).filter((line) => line !== 'translation')
  return { format: 'verbatim-template', version: 1, ...given, quote: { ...given?.quote, lines } }
}

/** A review as the HTML page that a host prints. Throws as `renderAs` does. */
export function renderPage(db: ReadableDatabase, request: Omit<ExportRequest, 'format'>): string {
  return renderAs(db, { ...request, format: 'pdf' }).content as string
}

/**
 * Writes a review to a file, whole or not at all, and keeps the revision; gives the size in bytes. A PDF is not core's to
 * write, and an old revision makes no new one.
 */
export function exportReview(
  db: ProjectDatabase,
  { path, ...request }: ExportRequest & { readonly path: string },
): { out: string; bytes: number } {
  const { id, format, options, revision } = request
  if (format === 'pdf') throw noFormat('pdf')
  const { content, document } = renderAs(db, request)
  const bytes = writeExport(path, content)
  if (revision === undefined) keepRevision(db, id, format, options, document)
  return { out: path, bytes }
}

/** The whole project in a format: `bundle` or `qdpx`. Throws `unknown-format`. */
export function renderProject(db: ReadableDatabase, format: string): ExportContent {
  const render = Object.hasOwn(PROJECT_FORMATS, format) ? PROJECT_FORMATS[format] : undefined
  if (render) return render(db)
  if (!REVIEW_FORMATS.includes(format)) throw noFormat(format)
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
  const names = [...new Set([...REVIEW_FORMATS, ...Object.keys(PROJECT_FORMATS)])]
  return new AppError('unknown-format', say('no-such-export-format', { format }), {
    advice: say('use-one-of', { names: names.join(', ') }),
  })
}
