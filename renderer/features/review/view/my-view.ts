import type { PassageId } from '../../../../shared/domain/ids'
import type { MyView, ViewSide } from '../../../../shared/domain/review'

/** A view that says nothing yet. */
export const EMPTY_VIEW: MyView = { judgement: '', confidence: null, strongest: [], weakest: [] }

/** The view as it is kept: `null` when it says nothing. */
export function keptView(view: MyView): MyView | null {
  const says =
    view.judgement.trim() !== '' || view.confidence !== null || view.strongest.length > 0 || view.weakest.length > 0
  return says ? view : null
}

/** With one more quote at the end of a side; each stands there once. */
export function withSupport(view: MyView, side: ViewSide, id: PassageId): MyView {
  return view[side].includes(id) ? view : { ...view, [side]: [...view[side], id] }
}

export function withoutSupport(view: MyView, side: ViewSide, id: PassageId): MyView {
  return { ...view, [side]: view[side].filter((each) => each !== id) }
}

/** With a quote one place further up or down its side; the same view where there is no such place. */
export function stepSupport(view: MyView, side: ViewSide, id: PassageId, by: -1 | 1): MyView {
  const from = view[side].indexOf(id)
  const to = from + by
  if (from === -1 || to < 0 || to >= view[side].length) return view
  const others = view[side].filter((each) => each !== id)
  return { ...view, [side]: [...others.slice(0, to), id, ...others.slice(to)] }
}
