import type { TextRange } from '../../../../shared/domain/span'
import { rangeOf, type QuoteVerification } from '../../../../shared/domain/verification'

/** Where the transcript has what a quote means, so that the quote can take its words; `null` when a part was not found. */
export function spansInSource({ fragments }: Pick<QuoteVerification, 'fragments'>): TextRange[] | null {
  const ranges = fragments.map(rangeOf)
  return ranges.every((range) => range !== null) && ranges.length > 0 ? ranges : null
}
