import { lowerBound } from '../../../../shared/anchoring/lower-bound'
import type { Segment } from '../passages/highlight-index'

/** A stretch of a block's text that the same segments cover. */
export interface Slice {
  readonly text: string
  /** From the lowest lane up. */
  readonly segments: readonly Segment[]
  /** Those whose passage begins with it. */
  readonly opening: readonly Segment[]
}

/** A block's text, cut where a segment begins or ends: put together again, it is the text. */
export function slicesOf(text: string, segments: readonly Segment[]): Slice[] {
  const edges = [...new Set([0, text.length, ...segments.flatMap(({ from, to }) => [from, to])])]
    .filter((edge) => edge <= text.length)
    .sort((a, b) => a - b)
  const covering = edges.map((): Segment[] => [])
  for (const segment of [...segments].sort((a, b) => a.lane - b.lane)) {
    const last = lowerBound(edges, segment.to)
    for (let at = lowerBound(edges, segment.from); at < last; at += 1) covering[at]?.push(segment)
  }
  return edges.slice(0, -1).map((from, at) => ({
    text: text.slice(from, edges[at + 1]),
    segments: covering[at]!,
    opening: covering[at]!.filter((segment) => segment.starts && segment.span === 0 && segment.from === from),
  }))
}
