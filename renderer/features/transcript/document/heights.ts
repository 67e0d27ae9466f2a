import { isCjkLanguage, type LanguageTag } from '../../../../shared/domain/language'
import type { Folding } from './folding'
import type { TranscriptDocument } from './nodes'

/** What the height of text depends on, in CSS pixels. */
export interface TextMetrics {
  /** Width of a line of text. */
  readonly width: number
  readonly fontSize: number
  readonly lineHeight: number
  /** Above each block, and above one that opens a turn. */
  readonly blockGap: number
  readonly turnGap: number
}

/** Widths of an average character, in ems: of a text serif, and of Chinese. */
const LATIN_CHARACTER = 0.445
const CJK_CHARACTER = 1

const OPEN: Pick<Folding, 'stateOf'> = { stateOf: () => 'open' }

/** About how tall each section is, before it was ever laid out. */
export function estimateHeights(
  document: TranscriptDocument,
  metrics: TextMetrics,
  language: LanguageTag,
  keepsLines: boolean,
  folding: Pick<Folding, 'stateOf'> = OPEN,
): number[] {
  const character = metrics.fontSize * (isCjkLanguage(language) ? CJK_CHARACTER : LATIN_CHARACTER)
  const perLine = Math.max(1, Math.floor(metrics.width / character))
  return document.sections.map(({ first, last }) => {
    let height = 0
    for (let index = first; index <= last; index += 1) {
      const block = document.blocks[index]!
      const { start, end, opensTurn } = block
      const fold = folding.stateOf(block)
      if (fold === 'hidden') continue
      const lines =
        fold === 'line'
          ? 1
          : keepsLines
            ? linesOf(document.text, start, end, perLine)
            : Math.max(1, Math.ceil((end - start) / perLine))
      height += lines * metrics.lineHeight + (opensTurn ? metrics.turnGap : metrics.blockGap)
    }
    return height
  })
}

function linesOf(text: string, start: number, end: number, perLine: number): number {
  let lines = 0
  let from = start
  do {
    const at = text.indexOf('\n', from)
    const to = at === -1 || at > end ? end : at
    lines += Math.max(1, Math.ceil((to - from) / perLine))
    from = to + 1
  } while (from < end)
  return lines
}

/** The heights of stacked sections, estimated until they are measured, with their tops. */
export class Heights {
  #heights: Float64Array
  #tops: Float64Array
  /** Tops are right up to this index. */
  #known = 0

  constructor(estimates: readonly number[]) {
    this.#heights = Float64Array.from(estimates)
    this.#tops = new Float64Array(estimates.length + 1)
  }

  get count(): number {
    return this.#heights.length
  }

  get total(): number {
    return this.top(this.count)
  }

  height(index: number): number {
    return this.#heights[index] ?? 0
  }

  /** The sum of the heights from `first` up to, not including, `end`. */
  between(first: number, end: number): number {
    return this.top(end) - this.top(first)
  }

  top(index: number): number {
    for (; this.#known < index; this.#known += 1) {
      this.#tops[this.#known + 1] = this.#tops[this.#known]! + this.#heights[this.#known]!
    }
    return this.#tops[index]!
  }

  /** Whether that changed anything. */
  measured(index: number, height: number): boolean {
    if (Math.abs(this.height(index) - height) < 0.01) return false
    this.#heights[index] = height
    this.#known = Math.min(this.#known, index)
    return true
  }

  /** The section at a distance from the top; the first or the last one when it is outside. */
  indexAt(y: number): number {
    this.top(this.count)
    let low = 0
    let high = Math.max(0, this.count - 1)
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#tops[middle + 1]! <= y) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The sections that touch `[from, to]`, both ends included. */
  window(from: number, to: number): { first: number; last: number } {
    return { first: this.indexAt(from), last: this.indexAt(to) }
  }
}
