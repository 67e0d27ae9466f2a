import type { TextRange } from './span'

/** How far to look for a place where a character certainly ends. Longer runs of joined emoji do not occur in speech. */
const REACH = 512

let segmenter: Intl.Segmenter | null = null

/**
 * The character, as its reader sees it, that holds the code unit at `offset`: surrogate pairs, letters with their
 * combining marks, joined emoji and CRLF are one. Looks at a short stretch of the text only, since segmenting a long
 * one is slow. Throws a `RangeError` when the text has nothing at `offset`.
 */
export function graphemeAt(text: string, offset: number): TextRange {
  if (!(offset >= 0 && offset < text.length)) {
    throw new RangeError(`no character at ${offset} in a text of ${text.length} code units`)
  }
  const isPlainHere = isPlain(text, offset)
  if (isPlainHere && isPlain(text, offset - 1) && isPlain(text, offset + 1)) return { start: offset, end: offset + 1 }
  let from = offset
  while (from > 0 && offset - from < REACH && !(isPlain(text, from) && isPlain(text, from - 1))) from -= 1
  let to = offset + 1
  while (to < text.length && to - offset < REACH && !(isPlain(text, to) && isPlain(text, to - 1))) to += 1
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const { index, segment } = segmenter.segment(text.slice(from, to)).containing(offset - from)!
  return { start: from + index, end: from + index + segment.length }
}

/** Printable ASCII and the common Chinese characters: between two of these there is always a place to cut. */
function isPlain(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  return (unit >= 0x20 && unit <= 0x7e) || (unit >= 0x4e00 && unit <= 0x9fff)
}
