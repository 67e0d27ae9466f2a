import { onOneLine } from '../../../../shared/domain/elision'
import { sectionHeading } from '../../../../shared/markdown/labels'
import { speakerOf, translationOf, type GatheredReview } from '../review-document'

const COLUMNS = [
  'section',
  'quote',
  'translation',
  'speaker',
  'affiliation',
  'source',
  'date',
  'status',
  'note',
  'tags',
  'passage',
] as const

/**
 * The quotes of a review, one a row in reading order, as CSV (RFC 4180): comma, CRLF, UTF-8 with a byte order mark, which
 * spreadsheets need to tell that it is UTF-8.
 */
export function renderCsv({ review, passages, sources, verification }: GatheredReview): string {
  const statuses = new Map(verification.quotes.map((quote) => [quote.id, quote.status]))
  const rows: (readonly string[])[] = [COLUMNS]
  for (const section of review.sections) {
    for (const block of section.blocks) {
      const passage = block.kind === 'quote' ? passages.get(block.passageId) : undefined
      const source = passage && sources.get(passage.sourceId)
      if (!passage || !source) continue
      const speaker = speakerOf(passage, source)
      const row: Record<(typeof COLUMNS)[number], string> = {
        section: onOneLine(sectionHeading(section, review.language)),
        quote: passage.text,
        translation: translationOf(passage, review.language) ?? '',
        speaker: speaker?.name ?? '',
        affiliation: speaker?.affiliation ?? '',
        source: source.title,
        date: source.date ?? '',
        status: statuses.get(passage.id) ?? '',
        note: passage.note,
        tags: passage.tags.join('; '),
        passage: passage.id,
      }
      rows.push(COLUMNS.map((column) => row[column]))
    }
  }
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

/** Text that a spreadsheet would run as a formula, and text that looks as if it had been kept from it. */
const FORMULA = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u

/**
 * One cell. Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection": leading
 * `=`, `+`, `-`, `@`, tab and carriage return, and their full-width forms), and so does text that has one there already:
 * `csvText` takes exactly one away again.
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",;\t\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text that a cell stands for, once its CSV quotes are gone. */
export function csvText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
