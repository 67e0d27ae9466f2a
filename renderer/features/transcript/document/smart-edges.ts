import type { TextRange } from '../../../../shared/domain/span'

/** Scripts written without spaces: a selection inside one of their words is meant as it is. */
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * A selection as it is meant: without white space at its ends, with whole words where words have spaces, never with
 * half a character. `null` when nothing but white space was selected. `boundsAt` gives the stretch of text around an
 * offset (a paragraph) that is looked at, since segmenting a long text is slow.
 */
export function smartEdges(
  text: string,
  range: TextRange,
  boundsAt: (offset: number) => TextRange,
  language: string,
): TextRange | null {
  let start = Math.max(0, range.start)
  let end = Math.min(text.length, range.end)
  while (start < end && /\s/.test(text[start]!)) start += 1
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1
  if (start >= end) return null
  const [first] = wordEdges(text, start, boundsAt(start), language)
  const [, last] = wordEdges(text, end - 1, boundsAt(end - 1), language)
  return { start: Math.min(start, first), end: Math.max(end, last) }
}

/** The edges of the word at `offset` where words have spaces, else those of the character. */
function wordEdges(text: string, offset: number, bounds: TextRange, language: string): [number, number] {
  const window = text.slice(bounds.start, bounds.end)
  const at = offset - bounds.start
  const word = segmenter(language, 'word').segment(window).containing(at)
  const segment =
    word?.isWordLike && !NO_SPACES.test(word.segment)
      ? word
      : segmenter(language, 'grapheme').segment(window).containing(at)
  if (!segment) return [offset, offset + 1]
  const start = bounds.start + segment.index
  return [start, start + segment.segment.length]
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${language} ${granularity}`
  let found = segmenters.get(key)
  if (!found) segmenters.set(key, (found = new Intl.Segmenter(language, { granularity })))
  return found
}
