import type { PassageId } from '../../../../shared/domain/ids'
import type { TextEdit } from '../../../../shared/domain/correction'
import type { TextRange } from '../../../../shared/domain/span'
import { blockIndexAt, type TextBlock } from '../document/blocks'
import { withinBlock } from '../document/nodes'
import { Hits } from '../find/find-in-text'
import type { ShownText } from '../find/shown-text'
import { HighlightIndex, sameSegments, type Mark, type Segment } from './highlight-index'

interface Within {
  readonly from: number
  readonly to: number
}

/** Everything that is drawn on one block's text, as offsets in it. */
export interface BlockDrawing {
  readonly segments: readonly Segment[]
  /** Spans of the selected passage, its colour, and what it leaves out between them. */
  readonly selected: readonly Within[]
  readonly selectedColour: number
  readonly elided: readonly Within[]
  /** Which part of the selected passage's extent the block holds; `null` for none. */
  readonly extent: { readonly opens: boolean; readonly closes: boolean } | null
  /** What was found, in the block's text with the edits `foundIn`. */
  readonly hits: readonly Within[]
  readonly foundIn: readonly TextEdit[]
  readonly currentHit: Within | null
  /** Grows when places on the screen may have changed. */
  readonly layout: number
}

export interface FoundText {
  /** In which text; its blocks are the transcript's. */
  readonly shown: Pick<ShownText, 'blocks' | 'editsOf'>
  readonly hits: Hits
  readonly current: number
}

/** By the text: who comes back to one has its thousands of passages in order already. */
const indexes = new WeakMap<readonly TextBlock[], HighlightIndex>()

const UNEDITED: readonly TextEdit[] = []

/** What is drawn on a transcript, kept outside of the document and handed to each mounted block. */
export class Drawings {
  readonly #blocks: readonly TextBlock[]
  readonly #listeners = new Set<(isAhead: boolean) => void>()
  readonly #cache = new Map<number, { version: number; drawing: BlockDrawing }>()
  #version = 0
  #layout = 0
  #marks: readonly Mark[] = []
  #selected: PassageId | null = null
  #found: FoundText | null = null
  /** Of nothing until there are marks. */
  #index: HighlightIndex

  constructor(blocks: readonly TextBlock[]) {
    this.#blocks = blocks
    this.#index = new HighlightIndex(blocks)
  }

  get index(): Pick<HighlightIndex, 'at' | 'of'> {
    return this.#index
  }

  /** Tells a listener of each change, and whether what is rendered around the text is still to follow. */
  readonly subscribe = (listener: (isAhead: boolean) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  setMarks(marks: readonly Mark[], selected: PassageId | null): void {
    if (marks === this.#marks && selected === this.#selected) return
    if (marks !== this.#marks) {
      if (marks.length > 0) this.#keepIndex()
      this.#index.set(marks)
    }
    this.#marks = marks
    this.#selected = selected
    this.#publish()
  }

  /** Draws some more, or otherwise, and some no more, until other marks are set. */
  draw(marks: readonly Mark[], gone: readonly PassageId[] = []): void {
    for (const id of gone) this.#index.remove(id)
    for (const mark of marks) this.#index.put(mark)
    this.#publish(true)
  }

  setFound(found: FoundText | null): void {
    if (this.#found === found) return
    this.#found = found
    this.#publish()
  }

  get found(): FoundText | null {
    return this.#found
  }

  layoutChanged(): void {
    this.#layout += 1
    this.#publish()
  }

  /** The same object as before while nothing about the block changed. */
  of(block: number): BlockDrawing {
    const cached = this.#cache.get(block)
    if (cached?.version === this.#version) return cached.drawing
    const fresh = this.#draw(block)
    const drawing = cached && sameDrawing(cached.drawing, fresh) ? cached.drawing : fresh
    this.#cache.set(block, { version: this.#version, drawing })
    return drawing
  }

  /** Goes on with the index that was made when the text was open last. */
  #keepIndex(): void {
    const kept = indexes.get(this.#blocks)
    if (kept) this.#index = kept
    else indexes.set(this.#blocks, this.#index)
  }

  #publish(isAhead = false): void {
    this.#version += 1
    for (const listener of this.#listeners) listener(isAhead)
  }

  #draw(index: number): BlockDrawing {
    const block = this.#blocks[index]!
    const found = this.#found
    const searched = found?.shown.blocks[index] ?? block
    const { first, hits } = (found?.hits ?? Hits.none).within(searched)
    const inBlock = (ranges: readonly TextRange[]) => ranges.flatMap((range) => withinBlock(block, range) ?? [])
    const current = found && found.current >= first ? hits[found.current - first] : undefined
    const selected = this.#selected === null ? null : this.#index.get(this.#selected)
    const spans = selected?.spans ?? []
    const gaps = spans.slice(1).map((span, at) => ({ start: spans[at]!.end, end: span.start }))
    return {
      segments: this.#index.of(index),
      selected: inBlock(spans),
      selectedColour: selected?.colour ?? 0,
      elided: inBlock(gaps),
      extent: this.#extentIn(index, spans),
      hits: hits.flatMap((hit) => withinBlock(searched, hit) ?? []),
      foundIn: found?.shown.editsOf(index) ?? UNEDITED,
      currentHit: current ? withinBlock(searched, current) : null,
      layout: this.#layout,
    }
  }

  #extentIn(index: number, spans: readonly TextRange[]): BlockDrawing['extent'] {
    const [first, last] = [spans[0], spans.at(-1)]
    if (!first || !last) return null
    const [opens, closes] = [blockIndexAt(this.#blocks, first.start), blockIndexAt(this.#blocks, last.end - 1)]
    return index < opens || index > closes ? null : { opens: index === opens, closes: index === closes }
  }
}

function sameDrawing(a: BlockDrawing, b: BlockDrawing): boolean {
  return (
    a.layout === b.layout &&
    (a.selectedColour === b.selectedColour || a.selected.length === 0) &&
    a.extent?.opens === b.extent?.opens &&
    a.extent?.closes === b.extent?.closes &&
    sameSegments(a.segments, b.segments) &&
    sameRanges(a.selected, b.selected) &&
    sameRanges(a.elided, b.elided) &&
    sameRanges(a.hits, b.hits) &&
    (a.foundIn === b.foundIn || b.hits.length === 0) &&
    sameRanges(a.currentHit ? [a.currentHit] : [], b.currentHit ? [b.currentHit] : [])
  )
}

function sameRanges(a: readonly Within[], b: readonly Within[]): boolean {
  return a.length === b.length && a.every(({ from, to }, index) => from === b[index]!.from && to === b[index]!.to)
}
