import { rangeCarrier } from '../../../../shared/anchoring/edits'
import type { TextEdit } from '../../../../shared/domain/correction'
import type { BlockDrawing } from '../passages/drawing'

interface Within {
  readonly from: number
  readonly to: number
}

/** What is drawn on a block's stored text, where its edited text has it; the same object when nothing was edited. */
export function carriedDrawing(drawing: BlockDrawing, text: string, edits: readonly TextEdit[]): BlockDrawing {
  if (edits.length === 0) return drawing
  const carry = rangeCarrier(text, edits)
  const carried = <Range extends Within>(range: Range): Range[] => {
    const { start, end } = carry({ start: range.from, end: range.to }) ?? { start: 0, end: 0 }
    return start < end ? [{ ...range, from: start, to: end }] : []
  }
  const selected = drawing.selected.flatMap(carried)
  return {
    ...drawing,
    segments: drawing.segments.flatMap(carried),
    selected,
    elided: drawing.elided.flatMap(carried),
    hits: drawing.hits.flatMap(carried),
    currentHit: drawing.currentHit ? (carried(drawing.currentHit)[0] ?? null) : null,
  }
}
