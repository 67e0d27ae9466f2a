import type { Blockquote } from 'mdast'
import { normalForm } from '../../../shared/anchoring/normalize'
import { wordDiff } from '../../../shared/anchoring/word-diff'
import { onOneLine } from '../../../shared/domain/elision'
import type { DocumentQuote } from '../../../shared/markdown/review-document'
import { looseQuotation } from '../verify/quoted-lines'
import { quoteLines, quoteParagraphs } from './read-page'

/** What a block quote of an edited page says. */
export interface ReadQuote {
  /** Every line that may be the original, without its marks, likeliest first. */
  readonly candidates: readonly string[]
  /** Its lines on one line each. */
  readonly lines: readonly string[]
}

/** Reads a block quote: paragraphs first, since an original is one; then lines, in case an editor joined them. */
export function readQuote(quote: Blockquote): ReadQuote {
  const paragraphs = quoteParagraphs(quote).map(onOneLine).filter(Boolean)
  const single = quoteLines(quote).map(onOneLine)
  const lines = single.length > paragraphs.length ? single : paragraphs
  const candidates = [...new Set([...paragraphs, ...single])].flatMap((line) => [unmarked(line), line])
  return { candidates: [...new Set(candidates)].filter((text) => /[\p{L}\p{N}]/u.test(text)), lines }
}

/** What stands under a quote, where it differs from what the project has there; `null` where it is the same. */
export function readUnder(
  { lines }: ReadQuote,
  quote: DocumentQuote,
): { readonly translation: string | null; readonly attribution: string | null } {
  const isSame = (line: string, known: string) => comparable(line) === comparable(known)
  const under = [...lines]
  /** Takes the line that says what the project has there; whether there was one, where there is to be one. */
  const takes = (known: string | null): boolean => {
    if (!known) return true
    const at = under.findIndex((line) => isSame(line, known))
    if (at >= 0) under.splice(at, 1)
    return at >= 0
  }
  takes(quote.text)
  const hasTranslation = takes(quote.translation)
  const hasAttribution = takes(quote.attribution)
  const isMarked = (line: string) => looseQuotation(line) !== null
  const translation = under.find(isMarked) ?? (hasAttribution ? under[0] : undefined) ?? ''
  const attribution = under.find((line) => line !== translation) ?? ''
  return {
    translation: hasTranslation && translation === '' ? null : unmarked(translation),
    attribution: hasAttribution && attribution === '' ? null : attribution,
  }
}

/** A line's words, whatever marks stand around them. */
function comparable(line: string): string {
  return normalForm(onOneLine(line).replace(/^["“”「」『』«»\s]+|["“”「」『』«»\s]+$/gu, ''))
}

/** How much of two texts is the same, 0 to 1. */
export function similarity(a: string, b: string): number {
  const same = wordDiff(a, b).reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0)
  return same / Math.max(1, a.length, b.length)
}

function unmarked(line: string): string {
  return looseQuotation(line)?.text.trim() ?? line
}
