import type { SpanOutcome } from '../domain/import-preview'
import { spanOf, type Span, type TextRange } from '../domain/span'
import { locateFragments } from './locate'
import { matchFuzzy } from './match-fuzzy'
import type { PreparedText } from './prepare-text'

/** A span as it is kept for a new text, and what became of it. */
export interface CarriedSpan {
  readonly outcome: SpanOutcome
  /** `exact` and `moved` have the new text's context; `altered` and `lost` keep the old quote and context. */
  readonly span: Span
  /** The most similar text where it is `altered`; else `null`. */
  readonly found: string | null
}

/**
 * Carries a passage's spans over to another text of the same source. A quote that stands there unit by unit is `exact`
 * at its old place and `moved` at another, which its context and then its old place tell from equal ones. One that only
 * a similar text stands for is `altered` and points at that; else it is `lost`, and its place means nothing. Neither
 * gets another quote, so that verification shows them.
 */
export function carryOver(prepared: PreparedText, spans: readonly Span[]): CarriedSpan[] {
  const { text } = prepared
  if (spans.every((span) => standsUnchanged(text, span))) {
    return spans.map((span) => ({ outcome: 'exact', span, found: null }))
  }
  const { places } = locateFragments(prepared, spans)
  return spans.map((span, index) => {
    const place = places[index]
    if (place?.likeness === 'exact' && !(prepared.cutsWord(place) && !cutsWord(span))) {
      const outcome = place.start === span.start ? 'exact' : 'moved'
      return { outcome, span: spanOf(text, place), found: null }
    }
    const similar = place ?? matchFuzzy(prepared, span.quote, gapAround(places, index, text.length))
    if (!similar) return { outcome: 'lost', span: { ...span, ...inside(text, span) }, found: null }
    const { start, end } = similar
    return { outcome: 'altered', span: { ...span, start, end }, found: text.slice(start, end) }
  })
}

function standsUnchanged(text: string, { start, end, quote, prefix, suffix }: Span): boolean {
  return text.slice(Math.max(0, start - prefix.length), end + suffix.length) === prefix + quote + suffix
}

/** Whether the span began or ended inside a word where it was made: then it may do so elsewhere. */
function cutsWord({ quote, prefix, suffix }: Span): boolean {
  return /\p{L}$/u.test(prefix) && /^\p{L}/u.test(quote) ? true : /\p{L}$/u.test(quote) && /^\p{L}/u.test(suffix)
}

/** The text between the nearest spans before and after one that have a place. */
function gapAround(places: readonly (TextRange | null)[], index: number, length: number): TextRange {
  const start = places.slice(0, index).findLast((place) => place !== null)?.end ?? 0
  const end = places.slice(index + 1).find((place) => place !== null)?.start ?? length
  return { start, end }
}

/** A range moved into a text that may be shorter. */
function inside(text: string, { start, end }: TextRange): TextRange {
  const from = Math.max(0, Math.min(start, text.length - 1))
  return { start: from, end: Math.max(from + 1, Math.min(end, text.length)) }
}
