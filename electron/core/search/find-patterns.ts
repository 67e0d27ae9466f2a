import type { SearchFolds } from '../../../shared/domain/search'
import type { Places } from './places'
import { PlaceList } from './places'
import { type SegmentText, textOf } from './segment'

const LETTER = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}_]`

/** What a regular expression finds in each text of a segment; what is empty is no place. It may take for ever. */
export function findPattern(
  units: Uint16Array,
  texts: readonly SegmentText[],
  source: string,
  { matchCase, wholeWords }: SearchFolds,
): Places {
  const pattern = new RegExp(
    wholeWords ? `(?<!${LETTER})(?:${source})(?!${LETTER})` : source,
    matchCase ? 'gmu' : 'gimu',
  )
  const found = new PlaceList()
  for (const { base, length } of texts) {
    for (const match of textOf(units, base, base + length).matchAll(pattern)) {
      if (match[0] !== '') found.add(base + match.index, base + match.index + match[0].length)
    }
  }
  return found.done()
}
