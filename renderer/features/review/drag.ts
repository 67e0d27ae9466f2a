import type { DragEvent } from 'react'
import { create } from 'zustand'
import type { BlockId, PassageId, SectionId } from '../../../shared/domain/ids'
import type { DropSide } from './outline'

/** What is being dragged: something of this screen, never text or a file. */
export type Dragged =
  | { readonly kind: 'block'; readonly id: BlockId }
  | { readonly kind: 'section'; readonly id: SectionId }
  | { readonly kind: 'passage'; readonly id: PassageId }

/** Where it would land. */
export type DropTarget =
  | { readonly kind: 'gap'; readonly sectionId: SectionId; readonly gap: number }
  | { readonly kind: 'entry'; readonly sectionId: SectionId; readonly side: DropSide }

interface DragState {
  readonly dragged: Dragged | null
  readonly target: DropTarget | null
}

export const useDrag = create<DragState>()(() => ({ dragged: null, target: null }))

/** An own type, so that nothing else on the page or the desktop takes the drop. */
const TYPE = 'application/x-verbatim'

export function startDrag(event: DragEvent, dragged: Dragged, image: Element | null = null): void {
  event.stopPropagation()
  event.dataTransfer.setData(TYPE, dragged.id)
  event.dataTransfer.effectAllowed = 'move'
  if (image) event.dataTransfer.setDragImage(image, 16, 16)
  useDrag.setState({ dragged, target: null })
}

export function endDrag(): void {
  useDrag.setState({ dragged: null, target: null })
}

/** Marks the place that a drop now would mean; `null` when there is none here. */
export function dragOver(event: DragEvent, target: DropTarget | null): void {
  event.stopPropagation()
  if (target) {
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
  }
  const before = useDrag.getState().target
  if (!sameTarget(before, target)) useDrag.setState({ target })
}

/** Going from one element to another inside is not leaving; the event alone does not always tell. */
export function dragLeave(event: DragEvent): void {
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect()
  const { clientX: x, clientY: y } = event
  if (x <= left || x >= right || y <= top || y >= bottom) useDrag.setState({ target: null })
}

/** Ends the drag; what was dropped and where, or `null` when it means nothing. */
export function takeDrop(event: DragEvent): { dragged: Dragged; target: DropTarget } | null {
  const { dragged, target } = useDrag.getState()
  if (!dragged) return null
  event.preventDefault()
  event.stopPropagation()
  endDrag()
  return target && { dragged, target }
}

function sameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  if (a === null || b === null || a.kind === 'gap' || b.kind === 'gap') {
    return a === b || (a?.kind === 'gap' && b?.kind === 'gap' && a.sectionId === b.sectionId && a.gap === b.gap)
  }
  return a.sectionId === b.sectionId && a.side === b.side
}

/** The gap among some boxes, from top to bottom, that a pointer at `y` is nearest to. */
export function gapAt(boxes: readonly { readonly top: number; readonly bottom: number }[], y: number): number {
  const below = boxes.findIndex((box) => y < (box.top + box.bottom) / 2)
  return below === -1 ? boxes.length : below
}

/** Which part of an entry the pointer is over: its edges mean before and after, its middle inside. */
export function sideAt(box: { readonly top: number; readonly bottom: number }, y: number): DropSide {
  const part = (y - box.top) / Math.max(1, box.bottom - box.top)
  return part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside'
}
