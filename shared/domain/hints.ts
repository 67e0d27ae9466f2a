import type { PassageId, SectionId } from './ids'

/** The hints that speak of one quote. */
export const QUOTE_HINT_CODES = [
  'quote-untranslated',
  'translation-stale',
  'speaker-unnamed',
  'elision-cuts-negation',
  'elision-crosses-speakers',
  'glossary-departure',
] as const
export type QuoteHintCode = (typeof QUOTE_HINT_CODES)[number]

/** What is worth a second look in a review. Nothing is wrong with it, and nothing is in the way of an export. */
export const HINT_CODES = [
  'camp-one-speaker',
  'speaker-two-camps',
  'camp-without-dissent',
  'consensus-missing-camp',
  ...QUOTE_HINT_CODES,
] as const
export type HintCode = (typeof HINT_CODES)[number]

/** A hint as it was found; what its sentence names stands in `params`, and of an elision `at`: the span after it. */
export interface FoundHint {
  readonly code: HintCode
  /** Where it is to be seen: of a camp that a consensus lacks, the consensus. */
  readonly section: SectionId | null
  /** The camp that a consensus lacks. */
  readonly camp?: SectionId
  readonly passage: PassageId | null
  readonly params: Readonly<Record<string, string | number>>
}

/** One hint of a review. */
export interface Hint extends FoundHint {
  /** The same for as long as it says the same of the same words. */
  readonly key: string
  /** Whether the author wants to see it no more. */
  readonly dismissed: boolean
}
