import type { PassageId } from '../../../../shared/domain/ids'
import type { TextRange } from '../../../../shared/domain/span'
import { blockIndexAt, type TextBlock } from '../document/blocks'
import { withinBlock } from '../document/nodes'

/** A passage as far as it is drawn. `colour` is that of its camp, 0 for none. */
export interface Mark {
  readonly id: PassageId
  readonly spans: readonly TextRange[]
  readonly colour: number
}

/** A stretch of one block that a span covers. `lane` is how many other marks lie under it there. */
export interface Segment {
  readonly id: PassageId
  readonly span: number
  readonly from: number
  readonly to: number
  readonly colour: number
  readonly lane: number
  /** Whether the span starts in this block. */
  readonly starts: boolean
}

const NONE: readonly Segment[] = []

/** Which marks lie on each block, and on each offset. */
export class HighlightIndex {
  readonly #byBlock = new Map<number, Segment[]>()
  readonly #marks: ReadonlyMap<PassageId, Mark>
  readonly #blocks: readonly TextBlock[]

  constructor(blocks: readonly TextBlock[], marks: readonly Mark[]) {
    this.#blocks = blocks
    this.#marks = new Map(marks.map((mark) => [mark.id, mark]))
    const placed = marks.flatMap((mark) => mark.spans.map((range, span) => ({ mark, range, span })))
    // The longer of two that start together lies below.
    placed.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
    const laneEnds: number[] = []
    for (const { mark, range, span } of placed) {
      let lane = laneEnds.findIndex((end) => end <= range.start)
      if (lane === -1) lane = laneEnds.length
      laneEnds[lane] = range.end
      this.#place(mark, range, span, lane)
    }
  }

  #place(mark: Mark, range: TextRange, span: number, lane: number): void {
    for (let index = blockIndexAt(this.#blocks, range.start); index < this.#blocks.length; index += 1) {
      const block = this.#blocks[index]!
      if (block.start >= range.end) return
      const within = withinBlock(block, range)
      if (!within) continue
      const starts = range.start >= block.start
      const segments = this.#byBlock.get(index)
      const segment = { id: mark.id, span, ...within, colour: mark.colour, lane, starts }
      if (segments) segments.push(segment)
      else this.#byBlock.set(index, [segment])
    }
  }

  /** The segments of a block, in the order of their starts. */
  of(block: number): readonly Segment[] {
    return this.#byBlock.get(block) ?? NONE
  }

  /** The passages on the character at `offset`, the shortest first: the one most likely meant. */
  at(offset: number): PassageId[] {
    const index = blockIndexAt(this.#blocks, offset)
    const within = offset - (this.#blocks[index]?.start ?? 0)
    const ids = this.of(index)
      .filter(({ from, to }) => from <= within && within < to)
      .map(({ id }) => id)
    return [...new Set(ids)].sort((a, b) => this.#length(a) - this.#length(b))
  }

  #length(id: PassageId): number {
    return (this.#marks.get(id)?.spans ?? []).reduce((sum, { start, end }) => sum + end - start, 0)
  }
}

/** Whether two lists of segments are drawn alike. */
export function sameSegments(a: readonly Segment[], b: readonly Segment[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((segment, index) => {
        const other = b[index]!
        return (
          segment.id === other.id &&
          segment.from === other.from &&
          segment.to === other.to &&
          segment.colour === other.colour &&
          segment.lane === other.lane &&
          segment.span === other.span &&
          segment.starts === other.starts
        )
      }))
  )
}
