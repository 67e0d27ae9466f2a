import { carryOver } from '../../../shared/anchoring/carry-over'
import { rangeCarrier } from '../../../shared/anchoring/edits'
import { prepareText, type PreparedText } from '../../../shared/anchoring/prepare-text'
import type { CorrectionReport, TextEdit } from '../../../shared/domain/correction'
import type { SourceId } from '../../../shared/domain/ids'
import { worstFirst, type CarriedPassage, type SpanOutcome } from '../../../shared/domain/import-preview'
import type { Passage } from '../../../shared/domain/passage'
import { spanOf, type Span } from '../../../shared/domain/span'
import { listPassages, replaceSpans } from '../store/passages'
import type { WritableDatabase } from '../store/sql'

interface Carried {
  readonly outcome: SpanOutcome
  readonly span: Span
  readonly found: string | null
}

/**
 * Carries a source's passages from one text to another: by the edits, or by their quotes where there are none. A span
 * whose words were changed takes the new ones, and what was translated becomes stale; one of which nothing is left keeps
 * its quote, at the place where it was. One that did not stand in the old text is looked for by its quote.
 */
export function carryPassages(
  db: WritableDatabase,
  source: SourceId,
  before: string,
  after: string,
  edits: readonly TextEdit[] | null,
): Pick<CorrectionReport, 'passages' | 'staleTranslations'> {
  const carry = carrier(before, after, edits)
  const passages = listPassages(db, { sourceId: source })
  let staleTranslations = 0
  const report = passages.map((passage): CarriedPassage => {
    const carried = carry(passage)
    staleTranslations += replaceSpans(
      db,
      passage,
      carried.map(({ span }) => span),
    )
    return {
      passageId: passage.id,
      text: passage.text,
      spans: carried.map(({ outcome, found }, index) => ({ outcome, quote: passage.spans[index]!.quote, found })),
    }
  })
  return { passages: worstFirst(report), staleTranslations }
}

/** Where spans of `before` are in `after`: by the edits, or by their quotes where there are none. */
export function carrier(
  before: string,
  after: string,
  edits: readonly TextEdit[] | null,
): (passage: Pick<Passage, 'spans'>) => Carried[] {
  let prepared: PreparedText | null = null
  const byQuote = (spans: readonly Span[]): Carried[] => {
    prepared ??= prepareText(after)
    return carryOver(prepared, spans)
  }
  if (edits === null) return ({ spans }) => byQuote(spans)

  const carryRange = rangeCarrier(before, edits)
  const byEdits = (span: Span): Carried => {
    const range = carryRange(span)
    const stood = before.slice(span.start, span.end) === span.quote
    if (!stood) {
      if (after.includes(span.quote)) {
        const [again] = byQuote([span])
        if (again && (again.outcome === 'exact' || again.outcome === 'moved')) return again
      }
      // What was similar to the quote when the file was read again is so still.
      if (range && !isPoint(before, span))
        return { outcome: 'altered', span: { ...span, ...range }, found: after.slice(range.start, range.end) }
    }
    if (!stood || !range) {
      const { start } = carryRange({ start: span.start, end: before.length }) ?? { start: after.length }
      return { outcome: 'lost', span: { ...span, ...pointAt(after, start) }, found: null }
    }
    const next = spanOf(after, range)
    if (next.quote !== span.quote) return { outcome: 'altered', span: next, found: next.quote }
    return { outcome: next.start === span.start ? 'exact' : 'moved', span: next, found: null }
  }
  return ({ spans }) => spans.map(byEdits)
}

/** Whether a span that does not stand in the text is one that was lost: it is as long as one character. */
function isPoint(text: string, { start, end, quote }: Span): boolean {
  return end - start < quote.length && end === pointAt(text, start).end
}

/** The character at an offset, or the last one: a span holds something. */
function pointAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const before = offset < text.length ? offset : text.length - 1
  const start = /[\udc00-\udfff]/.test(text[before] ?? '') && before > 0 ? before - 1 : before
  return { start, end: start + (text.codePointAt(start)! > 0xffff ? 2 : 1) }
}
