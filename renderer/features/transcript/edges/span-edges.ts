import { mergeRanges, type TextRange } from '../../../../shared/domain/span'
import type { Passage } from '../../../../shared/domain/passage'
import { moveEdge, type Edge } from './edges'

/** The passage whose edges can be moved, and what is being moved. */
export interface EdgesShown {
  readonly passage: Passage
  readonly colour: number
  /** As its spans are now, with the edge where it was moved to; they may overlap. */
  readonly ranges: readonly TextRange[]
  /** The edge that the keyboard or the mouse has. */
  readonly edge: Edge | null
}

/** The edges of the selected passage's spans while they are moved: nothing is written before `take`. */
export class SpanEdges {
  readonly #text: string
  readonly #listeners = new Set<() => void>()
  #shown: EdgesShown | null = null

  constructor(text: string) {
    this.#text = text
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get shown(): EdgesShown | null {
    return this.#shown
  }

  /** What is drawn in place of the passage's spans; `null` while no edge was moved. */
  get moved(): EdgesShown | null {
    return this.#shown && this.#shown.ranges !== this.#shown.passage.spans ? this.#shown : null
  }

  /** Shows the edges of a passage, `null` for none. A passage that changed loses what was moved. */
  show(passage: Passage | null, colour: number): void {
    if (passage?.spans === this.#shown?.passage.spans && passage?.id === this.#shown?.passage.id) {
      if (passage && this.#shown) this.#set({ ...this.#shown, passage, colour })
      return
    }
    this.#set(passage && { passage, colour, ranges: passage.spans, edge: null })
  }

  /** Takes hold of an edge. */
  hold(edge: Edge): void {
    if (this.#shown) this.#set({ ...this.#shown, edge })
  }

  /** Moves the edge that is held. */
  move(to: number): void {
    const shown = this.#shown
    if (!shown?.edge) return
    this.#set({ ...shown, ranges: moveEdge(this.#text, shown.ranges, shown.edge, to) })
  }

  /** Lets go, with all edges where they were. */
  cancel(): void {
    const shown = this.#shown
    if (shown) this.#set({ ...shown, ranges: shown.passage.spans, edge: null })
  }

  /** Lets go and gives the spans to write; `null` when nothing was moved. They stay as they are shown until then. */
  take(): TextRange[] | null {
    const shown = this.#shown
    if (!shown?.edge) return null
    const merged = mergeRanges(shown.ranges)
    const { spans } = shown.passage
    const isSame =
      merged.length === spans.length &&
      merged.every(({ start, end }, at) => start === spans[at]!.start && end === spans[at]!.end)
    this.#set({ ...shown, edge: null, ...(isSame && { ranges: spans }) })
    return isSame ? null : merged
  }

  #set(shown: EdgesShown | null): void {
    this.#shown = shown
    for (const listener of this.#listeners) listener()
  }
}
