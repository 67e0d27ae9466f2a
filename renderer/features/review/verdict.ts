import type { PassageId } from '../../../shared/domain/ids'
import type { LanguageTag } from '../../../shared/domain/language'
import {
  verifies,
  type QuoteVerification,
  type Verification,
  type VerificationStatus,
} from '../../../shared/domain/verification'

/** What a badge says of a quote; `speaker`: the text is right, and someone else says it. */
export type Verdict = VerificationStatus | 'speaker'

export function verdictOf(quote: Pick<QuoteVerification, 'status' | 'speakerMatches'>): Verdict {
  return quote.speakerMatches || quote.status === 'altered' || quote.status === 'missing' ? quote.status : 'speaker'
}

export function verdictsById(verification: Verification | undefined): ReadonlyMap<PassageId, Verdict> {
  const verdicts = new Map<PassageId, Verdict>()
  for (const quote of verification?.quotes ?? []) if (quote.id !== null) verdicts.set(quote.id, verdictOf(quote))
  return verdicts
}

/** The quotes that may not stand as they are. */
export function failingQuotes(verification: Verification): readonly QuoteVerification[] {
  return verification.quotes.filter((quote) => !verifies(quote))
}

/** The part of a tag before its first hyphen: `zh-Hant` is Chinese as `zh` is. */
function primary(tag: LanguageTag): string {
  return tag.toLowerCase().split('-')[0] ?? tag
}

export function sameLanguage(a: LanguageTag, b: LanguageTag): boolean {
  return primary(a) === primary(b)
}
