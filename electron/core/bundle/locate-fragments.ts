import { locateFragments as locate, locateQuote } from '../../../shared/anchoring/locate'
import { prepareText, type PreparedText } from '../../../shared/anchoring/prepare-text'
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
      const stands = locateQuote(prepared, { quote: fragments[missing]! }).kind !== 'missing'
      return { kind: 'missing', fragment: missing, outOfOrder: stands }
    }
    if (ambiguous) {
      const alone = fragments.map((quote) => locateOne(prepared, quote))
      const fragment = alone.findIndex(({ kind }) => kind === 'ambiguous')
      const found = alone[fragment]
      return {
        kind: 'ambiguous',
        fragment: Math.max(0, fragment),
        count: found?.kind === 'ambiguous' ? found.count : 2,
      }
    }
    return { kind: 'found', ranges: places.flatMap((place) => (place ? { start: place.start, end: place.end } : [])) }
  }
}

function locateOne(prepared: PreparedText, quote: string): FragmentLocation {
  const [place, ...others] = placesOnLines(prepared, quote)
  if (place) {
    return others.length > 0
      ? { kind: 'ambiguous', fragment: 0, count: others.length + 1 }
      : { kind: 'found', ranges: [place] }
  }
  const found = locateQuote(prepared, { quote })
  switch (found.kind) {
    case 'missing':
      return { kind: 'missing', fragment: 0, outOfOrder: false }
    case 'ambiguous':
      return { kind: 'ambiguous', fragment: 0, count: found.places.length }
    case 'found':
      return { kind: 'found', ranges: [{ start: found.place.start, end: found.place.end }] }
  }
}

/** The places of a quote that cut no word; how captions broke their lines does not tell them apart. */
function placesOnLines(prepared: PreparedText, quote: string): TextRange[] {
  const words = quote.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+')
  const places = Array.from(prepared.text.matchAll(new RegExp(pattern, 'gu')), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  return places.filter((place) => !prepared.cutsWord(place))
}
