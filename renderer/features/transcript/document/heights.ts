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

/**
 * The heights of stacked sections, estimated until they are measured, with their tops. Sums are kept in a Fenwick tree
 * (Fenwick 1994, "A new data structure for cumulative frequency tables"): each of thousands can change while they are
 * asked for.
 */
export class Heights {
  readonly #heights: Float64Array
  /** At `index`, counted from 1, the sum of as many heights up to that one as the lowest bit of `index` says. */
  readonly #sums: Float64Array

  constructor(estimates: readonly number[]) {
    this.#heights = Float64Array.from(estimates)
    const sums = new Float64Array(estimates.length + 1)
    for (let index = 1; index < sums.length; index += 1) {
      sums[index]! += this.#heights[index - 1]!
      const above = index + (index & -index)
      if (above < sums.length) sums[above]! += sums[index]!
    }
    this.#sums = sums
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

  /** The sum of the heights before `index`, which is at most `count`. */
  top(index: number): number {
    const sums = this.#sums
    let top = 0
    for (let at = index; at > 0; at &= at - 1) top += sums[at]!
    return top
  }

  /** Whether that changed anything. */
  measured(index: number, height: number): boolean {
    const change = height - this.height(index)
    if (Math.abs(change) < 0.01) return false
    const sums = this.#sums
    this.#heights[index] = height
    for (let at = index + 1; at < sums.length; at += at & -at) sums[at]! += change
    return true
  }

  /** The section at a distance from the top; the first or the last one when it is outside. */
  indexAt(y: number): number {
    const sums = this.#sums
    let index = 0
    let rest = y
    for (let step = 1 << (31 - Math.clz32(this.count)); step > 0; step >>= 1) {
      const next = index + step
      if (next >= sums.length || sums[next]! > rest) continue
      index = next
      rest -= sums[next]!
    }
    return Math.max(0, Math.min(index, this.count - 1))
  }

  /** The sections that touch `[from, to]`, both ends included. */
  window(from: number, to: number): { first: number; last: number } {
    return { first: this.indexAt(from), last: this.indexAt(to) }
  }
}
