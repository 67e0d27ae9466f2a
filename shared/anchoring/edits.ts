import { diffArrays } from 'diff'
import type { TextEdit } from '../domain/correction'
import type { TextRange } from '../domain/span'
import { lowerBound } from './lower-bound'
import { tokensOf } from './word-diff'

/** The text with its edits made. Throws a `RangeError` when they are not in order, overlap, or lie outside of it. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, text: added } of edits) {
    if (!(at <= start && start <= end && end <= text.length)) {
      throw new RangeError(`no edit of [${start}, ${end}) after ${at} in a text of ${text.length} code units`)
    }
    pieces.push(text.slice(at, start), added)
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** Where each edit's text stands once all are made. */
export function placesOf(edits: readonly TextEdit[]): TextRange[] {
  let shift = 0
  return edits.map(({ start, end, text }) => {
    const place = { start: start + shift, end: start + shift + text.length }
    shift += text.length - (end - start)
    return place
  })
}

/** The edits that take `edits` back, for the text that these give. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const places = placesOf(edits)
  return edits.map(({ start, end }, index) => ({ ...places[index]!, text: text.slice(start, end) }))
}

/** A stretch of the old text that is kept, or text that was put in. */
type Piece = TextRange | string

/** One list of edits that does what `first` and then `second` do: `second` is for the text that `first` gives. */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  if (first.length === 0) return [...second]
  const between = new PieceReader(piecesOf(first))
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, text } of second) {
    pieces.push(...between.take(start - at))
    between.take(end - start)
    if (text !== '') pieces.push(text)
    at = end
  }
  pieces.push(...between.take(Number.POSITIVE_INFINITY))
  return editsOf(pieces)
}

function piecesOf(edits: readonly TextEdit[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, text } of edits) {
    if (start > at) pieces.push({ start: at, end: start })
    if (text !== '') pieces.push(text)
    at = end
  }
  pieces.push({ start: at, end: Number.POSITIVE_INFINITY })
  return pieces
}

function editsOf(pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let added = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') added += piece
    else {
      if (added !== '' || piece.start > at) edits.push({ start: at, end: piece.start, text: added })
      added = ''
      at = piece.end
    }
  }
  return edits
}

/** Hands out pieces in stretches of a given length. */
class PieceReader {
  readonly #pieces: readonly Piece[]
  #index = 0
  #used = 0

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces
  }

  take(length: number): Piece[] {
    const taken: Piece[] = []
    let wanted = length
    while (wanted > 0 && this.#index < this.#pieces.length) {
      const piece = this.#pieces[this.#index]!
      const rest = lengthOf(piece) - this.#used
      const taking = Math.min(wanted, rest)
      taken.push(cut(piece, this.#used, taking))
      // Infinity minus itself is no number, and nothing is wanted after the end.
      wanted = taking === wanted ? 0 : wanted - taking
      if (taking === rest) {
        this.#index += 1
        this.#used = 0
      } else this.#used += taking
    }
    return taken
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start
}

function cut(piece: Piece, from: number, length: number): Piece {
  if (typeof piece === 'string') return piece.slice(from, from + length)
  return { start: piece.start + from, end: piece.start + from + length }
}

/** Longer replacements are kept as they are: telling them apart word by word would take long and say little. */
const MAX_REFINED = 20_000
const MAX_CHANGES = 2000

/**
 * The same change as smaller edits: of a replaced stretch only the words that differ, of Chinese and Japanese the
 * characters. A sentence that was pasted over its misspelt self keeps what stood in it where it was.
 */
export function refineEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  return joined(edits).flatMap((edit) => {
    const old = text.slice(edit.start, edit.end)
    if (old === edit.text) return []
    if (old === '' || edit.text === '' || old.length + edit.text.length > MAX_REFINED) return [edit]
    const parts = diffArrays(
      tokensOf(old).map((token) => token.text),
      tokensOf(edit.text).map((token) => token.text),
      { maxEditLength: MAX_CHANGES },
    )
    if (!parts) return [edit]
    const pieces: Piece[] = []
    let at = edit.start
    for (const { value, added, removed } of parts) {
      const words = value.join('')
      if (added) pieces.push(words)
      else {
        if (!removed) pieces.push({ start: at, end: at + words.length })
        at += words.length
      }
    }
    return editsWithin(edit, pieces)
  })
}

/** Edits that touch made one. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  return editsOf(piecesOf(edits))
}

function editsWithin({ start, end }: TextRange, pieces: readonly Piece[]): TextEdit[] {
  // What stands around the stretch is kept, and tells where its own first and last edit end.
  return editsOf([{ start: 0, end: start }, ...pieces, { start: end, end: Number.POSITIVE_INFINITY }])
}

/** Letters and digits of scripts that set spaces between words, at the start and at the end of a text. */
const SPACED = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}]`
const WORD_START = new RegExp(`^(?:${SPACED})+`, 'u')
const WORD_END = new RegExp(`(?:${SPACED})+$`, 'u')

/**
 * What carries ranges of `text` through edits of it: `null` for a range of which nothing is left. Text put in at a
 * range's edge stays outside, unless it goes on with the word that begins or ends there. Of a replacement that reaches
 * beyond the range nothing is inside. Edits that were refined first lose the least.
 */
export function rangeCarrier(text: string, edits: readonly TextEdit[]): (range: TextRange) => TextRange | null {
  const places = placesOf(edits)
  const starts = edits.map(({ start }) => start)
  const ends = edits.map(({ end }) => end)

  /** Where an offset goes that no edit holds within it. */
  const shifted = (offset: number, after: number): number => {
    const last = after - 1
    return last < 0 ? offset : offset - ends[last]! + places[last]!.end
  }
  const carryStart = (start: number): number => {
    // The first edit that does not end before the offset.
    let index = lowerBound(ends, start)
    const edit = edits[index]
    if (edit && edit.end === start && edit.start < start) index += 1
    const here = edits[index]
    if (!here || here.start > start) return shifted(start, index)
    if (here.start < start) return places[index]!.end
    if (here.end > here.start) return places[index]!.start
    return places[index]!.end - grownBefore(start, here.text)
  }
  const carryEnd = (end: number): number => {
    // The first edit that starts at the offset or after it.
    const index = lowerBound(starts, end)
    const before = edits[index - 1]
    if (before && before.end > end) return places[index - 1]!.start
    const here = edits[index]
    const at = shifted(end, index)
    return here && here.start === end && here.end === end ? at + grownAfter(end, here.text) : at
  }
  /** How much of what was put in before a word belongs to that word. */
  const grownBefore = (offset: number, added: string): number => {
    if (!WORD_START.test(text.slice(offset, offset + 2)) || WORD_END.test(text.slice(Math.max(0, offset - 2), offset)))
      return 0
    return WORD_END.exec(added)?.[0].length ?? 0
  }
  const grownAfter = (offset: number, added: string): number => {
    if (!WORD_END.test(text.slice(Math.max(0, offset - 2), offset)) || WORD_START.test(text.slice(offset, offset + 2)))
      return 0
    return WORD_START.exec(added)?.[0].length ?? 0
  }
  return ({ start, end }) => {
    const from = carryStart(start)
    const to = carryEnd(end)
    return from < to ? { start: from, end: to } : null
  }
}
