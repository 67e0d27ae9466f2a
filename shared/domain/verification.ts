import type { PassageId, SourceId } from './ids'
import type { TextRange } from './span'

/**
 * exact: character by character. normalised: only white space, quote marks, dashes, ellipses, width of punctuation, or
 * the case of a fragment's first letter differ. moved: the same text, elsewhere than recorded. altered: similar text
 * stands there. missing: nothing like it was found.
 */
export const VERIFICATION_STATUSES = ['exact', 'normalised', 'moved', 'altered', 'missing'] as const
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number]

/** One run of a word diff from a quote to its source. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** One fragment of a quote, compared with the source's text. Offsets are UTF-16, `null` when missing. */
export interface FragmentVerification {
  readonly text: string
  readonly status: VerificationStatus
  readonly start: number | null
  readonly end: number | null
  /** The source's own text where it is altered, else `null`. */
  readonly expected: string | null
  /** From the quote to the source's text where it is altered, else empty. */
  readonly diff: readonly DiffPart[]
}

export interface QuoteVerification {
  /** The passage's, or `null` in a draft. */
  readonly id: PassageId | null
  readonly sourceId: SourceId | null
  /** The source's title in a project, its file name in a draft; `null` when none was found. */
  readonly source: string | null
  readonly text: string
  /** The worst of its fragments'. */
  readonly status: VerificationStatus
  readonly fragments: readonly FragmentVerification[]
  /** Who says it in the transcript. */
  readonly speaker: string | null
  /** Who it is attributed to; `null` when nobody is named. */
  readonly attributedTo: string | null
  /** False when it is attributed to somebody who does not say it. */
  readonly speakerMatches: boolean
  /** The source's text where the quote is altered. */
  readonly expected: string | null
  /** The draft's line, 1 = first; `null` in a project. */
  readonly line: number | null
}

export interface Verification {
  readonly quotes: readonly QuoteVerification[]
  readonly summary: Readonly<Record<VerificationStatus, number>>
}

/** Whether a quote may stand as it is: its text is the source's, and it names the right speaker. */
export function verifies(quote: Pick<QuoteVerification, 'status' | 'speakerMatches'>): boolean {
  return quote.speakerMatches && quote.status !== 'altered' && quote.status !== 'missing'
}

/** The worst of some statuses; `exact` for none. */
export function worstStatus(statuses: Iterable<VerificationStatus>): VerificationStatus {
  let worst = 0
  for (const status of statuses) worst = Math.max(worst, VERIFICATION_STATUSES.indexOf(status))
  return VERIFICATION_STATUSES[worst]!
}

/** Quotes with their counts by status. */
export function summarise(quotes: readonly QuoteVerification[]): Verification {
  const summary = { exact: 0, normalised: 0, moved: 0, altered: 0, missing: 0 }
  for (const quote of quotes) summary[quote.status] += 1
  return { quotes, summary }
}

/** A stretch of text that two positions name. */
export function rangeOf(fragment: FragmentVerification): TextRange | null {
  return fragment.start === null || fragment.end === null ? null : { start: fragment.start, end: fragment.end }
}
