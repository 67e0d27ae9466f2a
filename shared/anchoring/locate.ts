import { CONTEXT_LENGTH, type TextRange } from '../domain/span'
import { findAll } from './find-all'
import { lowerBound } from './lower-bound'
import { normalForm, originalRange, withOtherFirstCase } from './normalize'
import type { PreparedText } from './prepare-text'

/** One fragment of a quote, with what is known of where it stood. A `Span` is one. */
export interface QuoteFragment {
  readonly quote: string
  readonly start?: number
  readonly prefix?: string
  readonly suffix?: string
}

/** How a place's text equals a quote: unit by unit, or in its normal form. */
export type Likeness = 'exact' | 'normalised'

/** A place where a fragment stands. */
export interface Place extends TextRange {
  readonly likeness: Likeness
}

/** Where a quote stands; `ambiguous` with every place when nothing tells several equal ones apart. */
export type QuoteLocation =
  | { readonly kind: 'found'; readonly place: Place }
  | { readonly kind: 'ambiguous'; readonly places: readonly Place[] }
  | { readonly kind: 'missing' }

/** Fragments as they stand in one text, in order. */
export interface LocatedFragments {
  /** Of each fragment; `null` where it stands nowhere between its neighbours. */
  readonly places: readonly (Place | null)[]
  /** Whether other places are just as good. */
  readonly ambiguous: boolean
}

/** Places that are looked at for all fragments of a quote together. */
const MAX_PLACES = 100_000
/** Places that are looked at for one fragment, however many fragments there are. */
const MIN_PLACES = 500

/** Which places of a quote are wanted. */
export interface PlacesOptions {
  /** Only those that equal the quote unit by unit. */
  readonly exactOnly?: boolean
  /** How many of a kind; of more, some from all over the text and the nearest to `near` are given. */
  readonly limit?: number
  readonly near?: number | undefined
}

/**
 * The places where a quote stands, in order: exact ones, and those that only their normal form, or the case of the
 * first letter, tells from the quote.
 */
export function placesOf(
  prepared: PreparedText,
  quote: string,
  { exactOnly = false, limit = MAX_PLACES, near }: PlacesOptions = {},
): Place[] {
  const places: Place[] = thinned(findAll(prepared.text, quote), limit, near).map((start) => ({
    start,
    end: start + quote.length,
    likeness: 'exact',
  }))
  if (exactOnly) return places
  const { normal } = prepared
  const wanted = normalForm(quote)
  const lead = quote.length - quote.trimStart().length
  const other = withOtherFirstCase(wanted)
  const exact = new Set(places.map((place) => place.start))
  for (const form of other === null ? [wanted] : [wanted, other]) {
    const nearForm = near === undefined ? undefined : lowerBound(normal.starts, near)
    for (const start of thinned(findAll(normal.text, form), limit, nearForm)) {
      const range = originalRange(normal, { start, end: start + form.length })
      // The normal form lacks the white space that an exact place may start with.
      if (exact.has(range.start - lead)) continue
      places.push({ ...range, likeness: 'normalised' })
    }
  }
  return places.sort((a, b) => a.start - b.start || a.end - b.end)
}

function thinned(offsets: readonly number[], limit: number, near: number | undefined): readonly number[] {
  if (offsets.length <= limit) return offsets
  const step = Math.ceil(offsets.length / limit)
  const nearest = near === undefined ? -1 : lowerBound(offsets, near)
  return offsets.filter((_, index) => index % step === 0 || index === nearest || index === nearest - 1)
}

/**
 * Where a quote stands. A quote that stands more than once is told apart by its context, then by the recorded start,
 * and by places that cut no word.
 */
export function locateQuote(prepared: PreparedText, fragment: QuoteFragment): QuoteLocation {
  const { places, ambiguous } = locateFragments(prepared, [fragment])
  const place = places[0]
  if (!place) return { kind: 'missing' }
  if (!ambiguous) return { kind: 'found', place }
  const rivals = placesOf(prepared, fragment.quote, { exactOnly: place.likeness === 'exact' })
  const whole = rivals.filter((rival) => !prepared.cutsWord(rival))
  return { kind: 'ambiguous', places: whole.length > 0 ? whole : rivals }
}

/** A chain of places that ends here; the best one that does. */
interface Chain {
  readonly fragment: number
  readonly place: Place
  readonly before: Chain | null
  /** Units of fragments that found a place. */
  readonly matched: number
  /** Places that are not exact, and those that cut a word count more. */
  readonly flaws: number
  /** Units between the fragments, or with recorded starts how far the places are from them. */
  readonly distance: number
}

/**
 * Where fragments stand in one text, one after the other. As many of them as possible are placed, as exactly as
 * possible, then nearest to where they were recorded or, with nothing recorded, nearest to each other. Only places
 * that `accepts` takes count.
 */
export function locateFragments(
  prepared: PreparedText,
  fragments: readonly QuoteFragment[],
  accepts: (place: TextRange) => boolean = () => true,
): LocatedFragments {
  const exact = bestChain(prepared, fragments, accepts, true)
  if (exact.places.every((place) => place !== null && !prepared.cutsWord(place))) return exact
  return bestChain(prepared, fragments, accepts, false)
}

function bestChain(
  prepared: PreparedText,
  fragments: readonly QuoteFragment[],
  accepts: (place: TextRange) => boolean,
  exactOnly: boolean,
): LocatedFragments {
  const recorded = fragments.some((fragment) => fragment.start !== undefined || contextOf(fragment) > 0)
  /** Where a chain stands against others that the same place could follow. */
  const reach = (chain: Chain): number => (recorded ? chain.distance : chain.distance - chain.place.end)
  // Chains by their end, each better than all before it: the last one that ends in time is the best to go on from.
  let frontier: Chain[] = []
  const limit = Math.max(MIN_PLACES, Math.floor(MAX_PLACES / fragments.length))
  fragments.forEach((fragment, index) => {
    const next: Chain[] = []
    let at = -1
    for (const place of placesOf(prepared, fragment.quote, { exactOnly, limit, near: fragment.start })) {
      if (!accepts(place)) continue
      while (at + 1 < frontier.length && frontier[at + 1]!.place.end <= place.start) at += 1
      const before = frontier[at] ?? null
      const flaws = (place.likeness === 'exact' ? 0 : 1) + (prepared.cutsWord(place) ? 2 : 0)
      const here = recorded ? strayOf(prepared.text, fragment, place) : 0
      next.push({
        fragment: index,
        place,
        before,
        matched: (before?.matched ?? 0) + fragment.quote.length,
        flaws: (before?.flaws ?? 0) + flaws,
        distance: (before?.distance ?? 0) + here + (recorded || !before ? 0 : place.start - before.place.end),
      })
    }
    frontier = mergeChains(frontier, next, reach)
  })

  let best: Chain | null = null
  let equals = 0
  for (const chain of frontier) {
    const order = best ? compareChains(chain, best, (one) => one.distance) : -1
    if (order < 0) {
      best = chain
      equals = 1
    } else if (order === 0) equals += 1
  }
  const places: (Place | null)[] = fragments.map(() => null)
  for (let chain = best; chain; chain = chain.before) places[chain.fragment] = chain.place
  return { places, ambiguous: equals > 1 }
}

/** Below zero when `a` is the better chain. */
function compareChains(a: Chain, b: Chain, third: (chain: Chain) => number): number {
  return b.matched - a.matched || a.flaws - b.flaws || third(a) - third(b)
}

function mergeChains(old: readonly Chain[], fresh: Chain[], reach: (chain: Chain) => number): Chain[] {
  fresh.sort((a, b) => a.place.end - b.place.end)
  const merged: Chain[] = []
  let taken = 0
  const keep = (chain: Chain): void => {
    const last = merged.at(-1)
    // Equal chains stay, so that it is seen that there are several.
    if (!last || compareChains(chain, last, reach) <= 0) merged.push(chain)
  }
  for (const chain of fresh) {
    while (taken < old.length && old[taken]!.place.end <= chain.place.end) keep(old[taken++]!)
    keep(chain)
  }
  while (taken < old.length) keep(old[taken++]!)
  return merged
}

function contextOf(fragment: QuoteFragment): number {
  return (fragment.prefix?.length ?? 0) + (fragment.suffix?.length ?? 0)
}

/** How far a place is from the recorded one: first by its context, then by its start. */
function strayOf(text: string, fragment: QuoteFragment, place: TextRange): number {
  const lost =
    contextOf(fragment) -
    sharedBefore(text, fragment.prefix ?? '', place.start) -
    sharedAfter(text, fragment.suffix ?? '', place.end)
  const away = fragment.start === undefined ? 0 : Math.abs(place.start - fragment.start)
  return Math.min(lost, 2 * CONTEXT_LENGTH) * (text.length + 1) + away
}

function sharedBefore(text: string, prefix: string, offset: number): number {
  let shared = 0
  while (shared < prefix.length && text[offset - 1 - shared] === prefix[prefix.length - 1 - shared]) shared += 1
  return shared
}

function sharedAfter(text: string, suffix: string, offset: number): number {
  let shared = 0
  while (shared < suffix.length && text[offset + shared] === suffix[shared]) shared += 1
  return shared
}
