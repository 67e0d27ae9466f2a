import { graphemeAt } from '../../../../shared/domain/grapheme'
import type { TextRange } from '../../../../shared/domain/span'

/** One end of one span of a passage. */
export interface Edge {
  readonly span: number
  readonly side: 'start' | 'end'
}

/** The ranges with an edge put at an offset, as far as its span keeps a character. */
export function moveEdge(text: string, ranges: readonly TextRange[], edge: Edge, to: number): TextRange[] {
  return ranges.map((range, span) => {
    if (span !== edge.span) return range
    const offset = Math.min(Math.max(to, 0), text.length)
    return edge.side === 'start'
      ? { start: Math.min(offset, graphemeAt(text, range.end - 1).start), end: range.end }
      : { start: range.start, end: Math.max(offset, graphemeAt(text, range.start).end) }
  })
}

/** Where an edge is in the text. */
export function offsetOfEdge(ranges: readonly TextRange[], { span, side }: Edge): number {
  return ranges[span]?.[side] ?? 0
}

/**
 * The edge before or after one; at the first and the last it stays. Without one to go from, the start or the end of the
 * span at the caret, else of the whole passage.
 */
export function nextEdge(ranges: readonly TextRange[], from: Edge | null, by: 1 | -1, caret: number | undefined): Edge {
  if (from) {
    const at = Math.min(Math.max(from.span * 2 + Number(from.side === 'end') + by, 0), ranges.length * 2 - 1)
    return { span: at >> 1, side: at % 2 === 0 ? 'start' : 'end' }
  }
  const here = caret === undefined ? -1 : ranges.findIndex(({ start, end }) => start <= caret && caret <= end)
  if (by === -1) return { span: Math.max(here, 0), side: 'start' }
  return { span: here === -1 ? ranges.length - 1 : here, side: 'end' }
}
