import { locateFragments as locate, placesOf } from '../../../shared/anchoring/locate'
import { prepareText, type PreparedText } from '../../../shared/anchoring/prepare-text'
import { onOneLine } from '../../../shared/domain/elision'
import type { TextRange } from '../../../shared/domain/span'

/** Where a bundle's quote stands; else its first fragment that is the trouble. */
export type FragmentLocation =
  | { readonly kind: 'found'; readonly ranges: readonly TextRange[] }
  /** `outOfOrder`: it stands in the text, but not after the fragment before it. */
  | { readonly kind: 'missing'; readonly fragment: number; readonly outOfOrder: boolean }
  | { readonly kind: 'ambiguous'; readonly fragment: number; readonly count: number }

/**
 * Finds a bundle's quotes in one text. A recorded position tells equal places apart; without one a single fragment must
 * stand there once, and several fragments are found where they stand nearest to each other, in their order.
 */
export function fragmentFinder(
  text: string,
): (fragments: readonly string[], positions: readonly TextRange[] | undefined) => FragmentLocation {
  const prepared = prepareText(text)
  return (fragments, positions) => {
    const [first] = fragments
    if (fragments.length === 1 && first !== undefined && !positions) return locateOne(prepared, first)
    const { places, ambiguous } = locate(
      prepared,
      fragments.map((quote, at) => ({ quote, ...(positions?.[at] && { start: positions[at].start }) })),
    )
    const missing = places.indexOf(null)
    if (missing >= 0) {
      return { kind: 'missing', fragment: missing, outOfOrder: placesOf(prepared, fragments[missing]!).length > 0 }
    }
    if (ambiguous) {
      const counts = fragments.map((quote) => wholePlaces(prepared, quote).length)
      const fragment = Math.max(
        0,
        counts.findIndex((count) => count > 1),
      )
      return { kind: 'ambiguous', fragment, count: counts[fragment]! }
    }
    return { kind: 'found', ranges: places.flatMap((place) => (place ? { start: place.start, end: place.end } : [])) }
  }
}

function locateOne(prepared: PreparedText, quote: string): FragmentLocation {
  const places = wholePlaces(prepared, quote)
  // Line breaks of captions do not tell places apart, other letters do.
  const same = places.filter(({ start, end }) => onOneLine(prepared.text.slice(start, end)) === onOneLine(quote))
  const candidates = same.length > 0 ? same : places
  const [place, ...others] = candidates
  if (!place) return { kind: 'missing', fragment: 0, outOfOrder: false }
  if (others.length > 0) return { kind: 'ambiguous', fragment: 0, count: candidates.length }
  return { kind: 'found', ranges: [{ start: place.start, end: place.end }] }
}

/** The places that cut no word, or all where each one does. */
function wholePlaces(prepared: PreparedText, quote: string): TextRange[] {
  const places = placesOf(prepared, quote)
  const whole = places.filter((place) => !prepared.cutsWord(place))
  return whole.length > 0 ? whole : places
}
