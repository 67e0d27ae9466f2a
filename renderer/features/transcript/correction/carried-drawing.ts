import { applyEdits, invertEdits, rangeCarrier } from '../../../../shared/anchoring/edits'
import type { TextEdit } from '../../../../shared/domain/correction'
import type { BlockDrawing } from '../passages/drawing'

interface Within {
  readonly from: number
  readonly to: number
}

type Carry = ReturnType<typeof rangeCarrier>

/** What is drawn on a block's stored text, where its edited text has it; the same object when nothing was edited. */
export function carriedDrawing(drawing: BlockDrawing, text: string, edits: readonly TextEdit[]): BlockDrawing {
  const { foundIn, currentHit } = drawing
  const isFoundHere = foundIn === edits || drawing.hits.length === 0
  if (edits.length === 0 && isFoundHere) return drawing
  const carry = rangeCarrier(text, edits)
  const selected = drawing.selected.flatMap(through(carry))
  const carried = {
    ...drawing,
    segments: drawing.segments.flatMap(through(carry)),
    selected,
    elided: drawing.elided.flatMap(through(carry)),
  }
  if (isFoundHere) return carried
  // What was found is looked for again in a moment, and stays with its words until then.
  const back = rangeCarrier(applyEdits(text, foundIn), invertEdits(text, foundIn))
  const follow = <Range extends Within>(range: Range) => through(back)(range).flatMap(through(carry))
  return {
    ...carried,
    hits: drawing.hits.flatMap(follow),
    currentHit: currentHit && (follow(currentHit)[0] ?? null),
  }
}

function through(carry: Carry) {
  return <Range extends Within>(range: Range): Range[] => {
    const { start, end } = carry({ start: range.from, end: range.to }) ?? { start: 0, end: 0 }
    return start < end ? [{ ...range, from: start, to: end }] : []
  }
}
