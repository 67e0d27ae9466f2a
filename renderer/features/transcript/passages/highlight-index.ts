import type { PassageId } from '../../../../shared/domain/ids'
import type { TextRange } from '../../../../shared/domain/span'
import { changedPart } from '../../../changed-part'
import { blockIndexAt, type TextBlock } from '../document/blocks'
import { withinBlock } from '../document/nodes'
import { assignLanes } from './lanes'

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

/** A span where it lies among all others. */
interface Placed extends TextRange {
  mark: Mark
  readonly span: number
  lane: number
}

/** Marks that changed at once, from which on the index is built anew: each alone costs a walk through the list. */
const MANY = 200

/**
 * Which marks lie on each block, and on each offset. It follows its marks: a change costs what lies around it, and the
 * index is the same as one that is built from all of them.
 */
export class HighlightIndex {
  readonly #blocks: readonly TextBlock[]
  #marks = new Map<PassageId, Mark>()
  /** As they were given last; `null` when one was put among them since. */
  #list: readonly Mark[] | null = null
  /** Every span, by its start; the longer of two that start together is before the other. */
  #placed: Placed[] = []
  /** For each span, where the farthest one up to it ends. */
  #reach: number[] = []

  constructor(blocks: readonly TextBlock[], marks: readonly Mark[] = []) {
    this.#blocks = blocks
    this.#build(marks)
  }

  get(id: PassageId): Mark | null {
    return this.#marks.get(id) ?? null
  }

  /** Takes other marks. Those that are the same objects as before cost nothing. */
  set(marks: readonly Mark[]): void {
    if (marks === this.#list) return
    if (this.#marks.size === 0) {
      this.#build(marks)
      this.#list = marks
      return
    }
    const before = this.#list ?? [...this.#marks.values()]
    const { start, beforeEnd, afterEnd } = changedPart(before, marks)
    const changed = marks.slice(start, afterEnd)
    const next = new Set(changed.map(({ id }) => id))
    const added = changed.filter((mark) => this.#marks.get(mark.id) !== mark)
    const removed = before.slice(start, beforeEnd).filter(({ id }) => !next.has(id))
    const moved = added.filter((mark) => !this.#recolour(mark))
    if (moved.length + removed.length > MANY) this.#build(marks)
    else {
      for (const { id } of removed) this.remove(id)
      for (const mark of moved) this.put(mark)
    }
    this.#list = marks
  }

  /** Adds a mark, or takes it in the place of the one with its id. */
  put(mark: Mark): void {
    this.#list = null
    if (this.#recolour(mark)) return
    this.remove(mark.id)
    this.#marks.set(mark.id, mark)
    mark.spans.forEach(({ start, end }, span) => {
      const placed = { mark, span, start, end, lane: 0 }
      const at = this.#indexOf(placed)
      this.#placed.splice(at, 0, placed)
      this.#reach.splice(at, 0, 0)
      this.#reachFrom(at)
      this.#layFrom(this.#clusterStart(at), this.#clusterEnd(at))
    })
  }

  /** Whether the mark was there at the same places: then nothing but its colour can have changed. */
  #recolour(mark: Mark): boolean {
    const before = this.#marks.get(mark.id)
    if (!before || !sameSpans(before.spans, mark.spans)) return false
    this.#marks.set(mark.id, mark)
    for (const placed of this.#placedOf(before)) placed.mark = mark
    return true
  }

  /** Takes a mark away, if it is there. */
  remove(id: PassageId): void {
    const mark = this.#marks.get(id)
    if (!mark) return
    this.#list = null
    for (const placed of this.#placedOf(mark)) {
      const at = this.#indexOf(placed)
      const [first, end] = [this.#clusterStart(at), this.#clusterEnd(at)]
      this.#placed.splice(at, 1)
      this.#reach.splice(at, 1)
      this.#reachFrom(at)
      this.#layFrom(first, end - 1)
    }
    this.#marks.delete(id)
  }

  #placedOf(mark: Mark): Placed[] {
    return mark.spans.map(({ start, end }, span) => this.#placed[this.#indexOf({ mark, span, start, end })]!)
  }

  #build(marks: readonly Mark[]): void {
    this.#marks = new Map(marks.map((mark) => [mark.id, mark]))
    this.#placed = [...this.#marks.values()].flatMap((mark) =>
      mark.spans.map(({ start, end }, span) => ({ mark, span, start, end, lane: 0 })),
    )
    this.#placed.sort(compare)
    this.#reach = this.#placed.map(() => 0)
    this.#reachFrom(0)
    this.#layFrom(0, this.#placed.length)
  }

  #reachFrom(at: number): void {
    let farthest = this.#reach[at - 1] ?? 0
    for (let index = at; index < this.#placed.length; index += 1) {
      farthest = Math.max(farthest, this.#placed[index]!.end)
      // From here on it is as it was.
      if (index > at && this.#reach[index] === farthest) return
      this.#reach[index] = farthest
    }
  }

  /** Lanes depend on nothing beyond the spans that lie on one another without a gap. */
  #layFrom(first: number, end: number): void {
    assignLanes(this.#placed, first, end)
  }

  #clusterStart(at: number): number {
    let first = at
    while (first > 0 && this.#reach[first - 1]! > this.#placed[first]!.start) first -= 1
    return first
  }

  #clusterEnd(at: number): number {
    let end = at + 1
    while (end < this.#placed.length && this.#reach[end - 1]! > this.#placed[end]!.start) end += 1
    return end
  }

  /** Where a span stands in the list, or would stand. */
  #indexOf(span: Omit<Placed, 'lane'>): number {
    let low = 0
    let high = this.#placed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(this.#placed[middle]!, span) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The spans that touch `range`, in order. */
  #touching(range: TextRange): Placed[] {
    let low = 0
    let high = this.#placed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#placed[middle]!.start < range.end) low = middle + 1
      else high = middle
    }
    const found: Placed[] = []
    for (let index = low - 1; index >= 0 && this.#reach[index]! > range.start; index -= 1) {
      if (this.#placed[index]!.end > range.start) found.push(this.#placed[index]!)
    }
    return found.reverse()
  }

  /** The segments of a block, in the order of their starts. */
  of(index: number): Segment[] {
    const block = this.#blocks[index]
    if (!block) return []
    return this.#touching(block).flatMap(({ mark, span, start, end, lane }) => {
      const within = withinBlock(block, { start, end })
      return within ? { id: mark.id, span, ...within, colour: mark.colour, lane, starts: start >= block.start } : []
    })
  }

  /** The passages on the character at `offset`, the shortest first: the one most likely meant. */
  at(offset: number): PassageId[] {
    const block = this.#blocks[blockIndexAt(this.#blocks, offset)]
    if (!block || offset < block.start || offset >= block.end) return []
    const ids = this.#touching({ start: offset, end: offset + 1 }).map(({ mark }) => mark.id)
    return [...new Set(ids)].sort((a, b) => this.#length(a) - this.#length(b))
  }

  #length(id: PassageId): number {
    return (this.#marks.get(id)?.spans ?? []).reduce((sum, { start, end }) => sum + end - start, 0)
  }
}

function compare(a: Omit<Placed, 'lane'>, b: Omit<Placed, 'lane'>): number {
  return a.start - b.start || b.end - a.end || compareText(a.mark.id, b.mark.id) || a.span - b.span
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function sameSpans(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every(({ start, end }, index) => start === b[index]!.start && end === b[index]!.end))
  )
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
