import type { TranscriptView } from '../document/transcript-view'
import { partsOf, type ReadingPart } from './reading-parts'

/** What is in view of a transcript, by at least half of each part; what is folded to a line is not. */
export class PartsInView {
  readonly #view: TranscriptView
  /** By block, since the text is the same for as long as its page is. */
  readonly #parts = new Map<number, readonly ReadingPart[]>()

  constructor(view: TranscriptView) {
    this.#view = view
  }

  read(): ReadingPart[] {
    const { scroller, content, document, folding } = this.#view
    const frame = scroller?.getBoundingClientRect()
    const seen: ReadingPart[] = []
    if (!frame) return seen
    for (const element of content?.querySelectorAll<HTMLElement>('[data-block]') ?? []) {
      const { top, bottom, height } = element.getBoundingClientRect()
      if (bottom <= frame.top || height === 0) continue
      if (top >= frame.bottom) break
      const block = document.blocks[Number(element.dataset['block'])]
      if (!block || folding.stateOf(block) !== 'open') continue
      const long = block.end - block.start
      const from = block.start + (Math.max(0, frame.top - top) / height) * long
      const to = block.end - (Math.max(0, bottom - frame.bottom) / height) * long
      for (const part of this.#partsOf(block.index)) {
        const shown = Math.min(part.end, to) - Math.max(part.start, from)
        if (shown * 2 >= part.end - part.start) seen.push(part)
      }
    }
    return seen
  }

  #partsOf(index: number): readonly ReadingPart[] {
    let parts = this.#parts.get(index)
    if (!parts) {
      const { text, blocks } = this.#view.document
      parts = partsOf(text, blocks[index]!)
      this.#parts.set(index, parts)
    }
    return parts
  }
}
