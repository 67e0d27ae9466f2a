import { useEffect, useRef, useSyncExternalStore, type CSSProperties, type PointerEvent } from 'react'
import { cx } from '../../../ui/cx'
import { blockIndexAt } from '../document/blocks'
import { smartEdge } from '../document/smart-edges'
import { useTranscript } from '../transcript-context'
import { onceAFrame } from '../once-a-frame'
import styles from './edge-handles.module.css'
import type { Edge } from './edges'

export interface EdgeHandlesProps {
  /** The mouse let go of an edge that it moved. */
  readonly onMoved: () => void
}

/** Near the top and bottom of the page a dragged edge scrolls it. */
const SCROLL_ZONE = 36
const SCROLL_STEP = 18

/** Handles at the edges of the selected passage's spans. For the mouse alone: `,` and `.` do the same from the keyboard. */
export function EdgeHandles({ onMoved }: EdgeHandlesProps) {
  const { view, edges, drawings } = useTranscript()
  const shown = useSyncExternalStore(edges.subscribe, () => edges.shown)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!shown) return undefined
    const place = onceAFrame(() => {
      const origin = view.content?.getBoundingClientRect()
      const handles = list.current?.children
      if (!origin || !handles) return null
      const places = shown.ranges.flatMap(({ start, end }): (Place | null)[] => {
        const first = view.rectOf({ start, end: start + 1 })
        const last = view.rectOf({ start: end - 1, end })
        return [
          first && { x: first.left, top: first.top, height: first.height },
          last && { x: last.right, top: last.top, height: last.height },
        ]
      })
      return () => places.forEach((at, handle) => put(handles[handle], at, origin))
    })
    place()
    const stopSections = view.window.subscribe(place)
    const stopDrawings = drawings.subscribe(place)
    return () => {
      stopSections()
      stopDrawings()
    }
  }, [view, drawings, shown])

  const drag = (event: PointerEvent, edge: Edge) => {
    if (event.button !== 0) return
    // The text keeps its focus and its caret.
    event.preventDefault()
    const { text, blocks } = view.document
    const box = event.currentTarget.getBoundingClientRect()
    const below = event.clientY - (box.top + box.height / 2)
    const boundsAt = (offset: number) => blocks[blockIndexAt(blocks, offset)]!
    edges.hold(edge)
    const onMove = ({ clientX, clientY, altKey }: globalThis.PointerEvent) => {
      const page = view.scroller?.getBoundingClientRect()
      if (page && clientY < page.top + SCROLL_ZONE) view.scroller!.scrollTop -= SCROLL_STEP
      else if (page && clientY > page.bottom - SCROLL_ZONE) view.scroller!.scrollTop += SCROLL_STEP
      const offset = view.offsetAtPoint(clientX, clientY - below)
      if (offset !== null) edges.move(smartEdge(text, offset, edge.side, boundsAt, view.language, altKey))
    }
    const end = () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, true)
    }
    const onUp = () => {
      end()
      onMoved()
    }
    const onCancel = () => {
      end()
      edges.cancel()
    }
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      onCancel()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKey, true)
  }

  if (!shown) return null
  const { edge, colour } = shown
  return (
    <div
      ref={list}
      aria-hidden
      className={cx(edge && styles['moving'])}
      style={{ '--edge': colour === 0 ? 'var(--ink-3)' : `var(--camp-${colour})` } as CSSProperties}
    >
      {shown.ranges.flatMap((_, span) =>
        (['start', 'end'] as const).map((side) => (
          <span
            key={`${span} ${side}`}
            hidden
            className={cx(styles['handle'], styles[side], edge?.span === span && edge.side === side && styles['held'])}
            onPointerDown={(event) => drag(event, { span, side })}
            onMouseDown={(event) => event.preventDefault()}
          />
        )),
      )}
    </div>
  )
}

interface Place {
  readonly x: number
  readonly top: number
  readonly height: number
}

function put(handle: Element | undefined, at: Place | null, origin: DOMRect): void {
  if (!(handle instanceof HTMLElement)) return
  handle.hidden = at === null
  if (!at) return
  handle.style.translate = `${at.x - origin.left}px ${at.top - origin.top}px`
  handle.style.height = `${at.height}px`
}
