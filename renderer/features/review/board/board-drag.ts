import type { DragEvent } from 'react'
import { create } from 'zustand'
import type { PassageId, SectionId } from '../../../../shared/domain/ids'

/** What is dragged over the board: cards out of a column, or a camp's column itself. */
export type BoardDragged =
  | { readonly kind: 'cards'; readonly ids: readonly PassageId[]; readonly from: SectionId | null }
  | { readonly kind: 'camp'; readonly id: SectionId }

interface BoardDrag {
  readonly dragged: BoardDragged | null
  /** The column under the pointer, `undefined` for none, and for a camp the side of it. */
  readonly over: { readonly column: SectionId | null; readonly side: 'before' | 'after' } | null
}

const NONE: BoardDrag = { dragged: null, over: null }
export const useBoardDrag = create<BoardDrag>()(() => NONE)

/** An own type, so that nothing else on the page or the desktop takes the drop. */
const TYPE = 'application/x-verbatim-board'

export function startBoardDrag(event: DragEvent, dragged: BoardDragged, image: Element | null = null): void {
  event.stopPropagation()
  event.dataTransfer.setData(TYPE, '')
  event.dataTransfer.effectAllowed = dragged.kind === 'cards' ? 'copyMove' : 'move'
  if (image) event.dataTransfer.setDragImage(image, 16, 16)
  useBoardDrag.setState({ dragged, over: null })
}

export function endBoardDrag(): void {
  useBoardDrag.setState(NONE)
}

/** Marks a column as where a drop now would go. */
export function overColumn(event: DragEvent, column: SectionId | null): void {
  const { dragged, over } = useBoardDrag.getState()
  if (!dragged || (dragged.kind === 'camp' && column === null)) return
  event.preventDefault()
  event.dataTransfer.dropEffect = dragged.kind === 'cards' && keepsPlace(event) ? 'copy' : 'move'
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const side = event.clientX < left + width / 2 ? 'before' : 'after'
  if (over?.column !== column || over.side !== side) useBoardDrag.setState({ over: { column, side } })
}

/** Going from one element to another inside is not leaving. */
export function leaveColumn(event: DragEvent): void {
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect()
  const { clientX: x, clientY: y } = event
  if (x <= left || x >= right || y <= top || y >= bottom) useBoardDrag.setState({ over: null })
}

/** Ends the drag, and gives what was dropped and on which side. */
export function takeBoardDrop(
  event: DragEvent,
): { readonly dragged: BoardDragged; readonly side: 'before' | 'after'; readonly keeps: boolean } | null {
  const { dragged, over } = useBoardDrag.getState()
  if (!dragged) return null
  event.preventDefault()
  event.stopPropagation()
  endBoardDrag()
  return over && { dragged, side: over.side, keeps: keepsPlace(event) }
}

/** With Ctrl (Option on a Mac) a card also stays where it was. */
function keepsPlace(event: DragEvent): boolean {
  return event.ctrlKey || event.altKey
}
