import { graphemeAt } from '../../../../shared/domain/grapheme'
import type { TextRange } from '../../../../shared/domain/span'
import { wordAt, type Stretch } from '../../../../shared/domain/text-units'

/** Dots that open a word, such as `.NET`, `.5` and `…so`, belong to it. */
const OPENING_DOTS = /^[.…]+(?=[\p{L}\p{N}])/u
const STRAY_AT_START = /^[,.;:!?…·、。，；：！？)\]}”’»」』》〉）】]$/u
const STRAY_AT_END = /^[,;:、，；：([{“‘«「『《〈（【]$/u
const DASH = /^[-–—]$/u
const STRAIGHT_QUOTE = /^["']$/

/**
 * A selection as it is meant: whole characters and whole words (Chinese ones too), without the white space and the
 * punctuation of its neighbours at its ends. `exact` leaves words and punctuation as they were selected. `null` when
 * nothing but white space was selected. `boundsAt` gives the stretch of text around an offset (a paragraph) that is
 * looked at, since segmenting a long text is slow.
 */
export function smartEdges(
  text: string,
  range: TextRange,
  boundsAt: (offset: number) => TextRange,
  language: string,
  exact = false,
): TextRange | null {
  const whole = wholeCharacters(text, range)
  const solid = whole && trimmed(text, whole, isSpace, isSpace)
  if (!solid || exact) return solid
  const meant = trimmed(text, solid, isStrayAtStart, isStrayAtEnd)
  // Somebody who selects punctuation alone means it.
  if (!meant) return solid
  const stretch = (offset: number): Stretch => ({ text, bounds: boundsAt(offset), language })
  const { start } = wordAt(stretch(meant.start), meant.start)
  const { end } = wordAt(stretch(meant.end - 1), meant.end - 1)
  return { start: Math.min(start, meant.start), end: Math.max(end, meant.end) }
}

/** Where one edge of a span goes when it is put at `offset`: to the edge of the word there, or of the character. */
export function smartEdge(
  text: string,
  offset: number,
  side: 'start' | 'end',
  boundsAt: (offset: number) => TextRange,
  language: string,
  exact = false,
): number {
  if (offset <= 0 || offset >= text.length) return Math.min(Math.max(offset, 0), text.length)
  const unit = exact ? graphemeAt(text, offset) : wordAt({ text, bounds: boundsAt(offset), language }, offset)
  return side === 'start' || unit.start === offset ? unit.start : unit.end
}

function wholeCharacters(text: string, range: TextRange): TextRange | null {
  const start = Math.max(0, range.start)
  const end = Math.min(text.length, range.end)
  return start < end ? { start: graphemeAt(text, start).start, end: graphemeAt(text, end - 1).end } : null
}

type IsStray = (text: string, at: TextRange, range: TextRange) => boolean

/** A range without the characters at its ends that are stray; `null` when all of them are. */
function trimmed(text: string, range: TextRange, atStart: IsStray, atEnd: IsStray): TextRange | null {
  let { start, end } = range
  while (start < end) {
    const first = graphemeAt(text, start)
    if (!atStart(text, first, { start, end })) break
    start = first.end
  }
  while (start < end) {
    const last = graphemeAt(text, end - 1)
    if (!atEnd(text, last, { start, end })) break
    end = last.start
  }
  return start < end ? { start, end } : null
}

function isSpace(text: string, { start, end }: TextRange): boolean {
  return /^\s+$/.test(text.slice(start, end))
}

function isStrayAtStart(text: string, at: TextRange, range: TextRange): boolean {
  const character = text.slice(at.start, at.end)
  if (DASH.test(character)) return isSpace(text, { start: at.end, end: at.end + 1 })
  if (/^[.…]$/u.test(character) && OPENING_DOTS.test(text.slice(at.start, Math.min(range.end, at.start + 8))))
    return false
  // An apostrophe that opens a word, as in ’tis.
  if (character === '’' && /^\p{L}/u.test(text.slice(at.end, at.end + 2))) return false
  return isSpace(text, at) || STRAY_AT_START.test(character)
}

function isStrayAtEnd(text: string, at: TextRange, range: TextRange): boolean {
  const character = text.slice(at.start, at.end)
  const before = text.slice(Math.max(range.start, at.start - 1), at.start)
  if (DASH.test(character)) return /^\s$/.test(before)
  // A straight quote mark after a space opens what comes next.
  if (STRAIGHT_QUOTE.test(character)) return /^[\s([{]$/.test(before)
  return isSpace(text, at) || STRAY_AT_END.test(character)
}
