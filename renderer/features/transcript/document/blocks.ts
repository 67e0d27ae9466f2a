import { turnIndexAt, type Turn } from '../../../../shared/domain/turn'

/** A paragraph of a turn as the screen sets it: `[start, end)` of the source's text. What separates blocks is not shown. */
export interface TextBlock {
  readonly index: number
  /** Index of the turn it belongs to. */
  readonly turn: number
  readonly start: number
  readonly end: number
  readonly opensTurn: boolean
}

/** A longer paragraph is set as several blocks, so that one speaker's hour-long caption track still mounts bit by bit. */
const LONGEST = 1600
const SHORTEST = 600

const BLANK_LINE = /\n[^\S\n]*\n\s*/g
const SENTENCE_END = /[.!?…。！？]["'”’」』)\]]*(?:\s+|(?<=[。！？」』]))/gu

/** The blocks of a transcript, in order; each turn has at least one. */
export function splitIntoBlocks(text: string, turns: readonly Turn[]): TextBlock[] {
  const blocks: TextBlock[] = []
  for (const turn of turns) {
    let opensTurn = true
    const add = (start: number, end: number) => {
      blocks.push({ index: blocks.length, turn: turn.index, start, end, opensTurn })
      opensTurn = false
    }
    for (const paragraph of paragraphsOf(text, turn.start, turn.end)) {
      for (const piece of piecesOf(text, paragraph.start, paragraph.end)) add(piece.start, piece.end)
    }
    if (opensTurn) add(turn.start, turn.start)
  }
  return blocks
}

/** The block that holds `offset`, or the nearest one before it; 0 when there is none before. */
export function blockIndexAt(blocks: readonly TextBlock[], offset: number): number {
  return Math.max(0, turnIndexAt(blocks, offset))
}

function* paragraphsOf(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  const turn = text.slice(start, end)
  let from = turn.length - turn.trimStart().length
  // Most turns are one paragraph, and there are thousands.
  const gaps = turn.includes('\n') ? turn.matchAll(BLANK_LINE) : []
  for (const gap of gaps) {
    if (gap.index > from) yield { start: start + from, end: start + gap.index }
    from = Math.max(from, gap.index + gap[0].length)
  }
  const to = turn.trimEnd().length
  if (to > from) yield { start: start + from, end: start + to }
}

function* piecesOf(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  let from = start
  while (end - from > LONGEST) {
    const cut = cutOf(text.slice(from, from + LONGEST))
    yield { start: from, end: from + cut.end }
    from += cut.next
  }
  if (end > from) yield { start: from, end }
}

/** Where a long paragraph is best broken: after its last sentence, else its last word, else before a whole character. */
function cutOf(window: string): { end: number; next: number } {
  let best: { end: number; next: number } | null = null
  for (const match of window.matchAll(SENTENCE_END)) {
    const next = match.index + match[0].length
    const end = match.index + match[0].trimEnd().length
    if (end >= SHORTEST && next < window.length) best = { end, next }
  }
  if (best) return best
  const space = /\s+(?=\S*$)/.exec(window)
  if (space && space.index >= SHORTEST) return { end: space.index, next: space.index + space[0].length }
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(window)
  const last = graphemes.containing(window.length - 1)?.index ?? 0
  const at = last > 0 ? last : window.length
  return { end: at, next: at }
}
