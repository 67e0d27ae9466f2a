import { locateFragments, type QuoteFragment } from '../../../shared/anchoring/locate'
import { matchFuzzy } from '../../../shared/anchoring/match-fuzzy'
import { normalForm, withOtherFirstCase } from '../../../shared/anchoring/normalize'
import type { PreparedText } from '../../../shared/anchoring/prepare-text'
import { wordDiff } from '../../../shared/anchoring/word-diff'
import { ELISION, onOneLine } from '../../../shared/domain/elision'
import type { TextRange } from '../../../shared/domain/span'
import { worstStatus, type FragmentVerification, type QuoteVerification } from '../../../shared/domain/verification'

/** A fragment of a quote, with where it was recorded, if it was. A `Span` is one. */
export interface RecordedFragment extends QuoteFragment {
  readonly end?: number
}

/** What comparing a quote with one text says; speakers are another matter. */
export type TextVerification = Pick<QuoteVerification, 'status' | 'fragments' | 'expected'>

/**
 * Compares the fragments of a quote, in order, with a text. A fragment that is recorded and stands there unit by unit
 * is exact, whatever else the text holds; recorded and standing elsewhere it is moved. A fragment that stands only
 * before the one it follows is altered, though all its words are there, and one that cuts a word of the text too.
 * Without records, places that `accepts` takes are preferred.
 */
export function verifyQuote(
  prepared: PreparedText,
  fragments: readonly RecordedFragment[],
  accepts?: (place: TextRange) => boolean,
): TextVerification {
  const recorded = fragments.map((fragment) => atRecordedPlace(prepared, fragment))
  const checked = recorded.every((one) => one !== null) ? recorded : locateAll(prepared, fragments, recorded, accepts)
  return {
    status: worstStatus(checked.map((one) => one.status)),
    fragments: checked,
    expected: checked.some((one) => one.expected !== null) ? expectedText(prepared.text, checked) : null,
  }
}

/** Whether every fragment stands in a text in order, unit by unit or in its normal form: a cheap first look. */
export function standsIn(prepared: PreparedText, fragments: readonly QuoteFragment[]): boolean {
  return locateFragments(prepared, fragments).places.every((place) => place !== null && !prepared.cutsWord(place))
}

/** A fragment as it stands at its recorded place; `null` when it is not recorded or does not stand there. */
function atRecordedPlace(prepared: PreparedText, fragment: RecordedFragment): FragmentVerification | null {
  const { quote, start, end = (start ?? 0) + quote.length } = fragment
  if (start === undefined || start < 0 || end > prepared.text.length || end <= start) return null
  const there = prepared.text.slice(start, end)
  if (there === quote) return standing(quote, 'exact', { start, end })
  const form = normalForm(quote)
  const found = normalForm(there)
  return found === form || found === withOtherFirstCase(form) ? standing(quote, 'normalised', { start, end }) : null
}

function locateAll(
  prepared: PreparedText,
  fragments: readonly RecordedFragment[],
  recorded: readonly (FragmentVerification | null)[],
  accepts: ((place: TextRange) => boolean) | undefined,
): FragmentVerification[] {
  let { places } = locateFragments(prepared, fragments, accepts)
  if (accepts && places.some((place) => place === null)) ({ places } = locateFragments(prepared, fragments))

  const checked: (FragmentVerification | null)[] = fragments.map(({ quote, start }, index) => {
    const place = places[index]
    if (recorded[index]) return recorded[index]
    if (!place) return null
    if (start !== undefined) return standing(quote, 'moved', place)
    return prepared.cutsWord(place) ? null : standing(quote, place.likeness, place)
  })
  return checked.map(
    (one, index) => one ?? similar(prepared, fragments[index]!, gapAround(prepared.text, checked, index)),
  )
}

/** The text between the nearest fragments before and after one that have a place. */
function gapAround(text: string, checked: readonly (FragmentVerification | null)[], index: number): TextRange {
  const before = checked.slice(0, index).findLast((one) => one !== null)
  const after = checked.slice(index + 1).find((one) => one !== null)
  return { start: before?.end ?? 0, end: after?.start ?? text.length }
}

/** A fragment that stands nowhere in order, with what stands in its place, or else elsewhere in the text. */
function similar(prepared: PreparedText, { quote }: QuoteFragment, gap: TextRange): FragmentVerification {
  const elsewhere = (): TextRange | null => locateFragments(prepared, [{ quote }]).places[0] ?? null
  const place =
    (gap.start < gap.end ? matchFuzzy(prepared, quote, gap) : null) ?? elsewhere() ?? matchFuzzy(prepared, quote)
  if (!place) return { text: quote, status: 'missing', start: null, end: null, expected: null, diff: [] }
  const range = wholeWords(prepared, place)
  const expected = prepared.text.slice(range.start, range.end)
  return { text: quote, status: 'altered', ...range, expected, diff: wordDiff(quote, expected) }
}

/** A range with the words that it cuts made whole. */
function wholeWords(prepared: PreparedText, { start, end }: TextRange): TextRange {
  while (prepared.cutsWord({ start, end: start })) start -= 1
  while (prepared.cutsWord({ start: end, end })) end += 1
  return { start, end }
}

function standing(
  text: string,
  status: FragmentVerification['status'],
  { start, end }: TextRange,
): FragmentVerification {
  return { text, status, start, end, expected: null, diff: [] }
}

/** What the text itself says at the places of a quote's fragments, in the text's order. */
function expectedText(text: string, fragments: readonly FragmentVerification[]): string {
  return fragments
    .flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => onOneLine(text.slice(start, end)))
    .join(ELISION)
}
