import { useEffect, useRef } from 'react'

/** As long and as far as a second press still belongs to a double click: milliseconds, CSS pixels. */
const INTERVAL = 500
const DISTANCE = 5

const REST = ['mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const

/**
 * Where one press opens a thing, some people press twice: the second press would land on whatever stands there by then.
 * It is swallowed when `shown` has changed since the first.
 */
export function useDoubleClickGuard(shown: string): void {
  const now = useRef(shown)
  useEffect(() => {
    now.current = shown
  })
  useEffect(() => {
    let first: { readonly shown: string; readonly at: number; readonly x: number; readonly y: number } | null = null
    let isSwallowing = false
    const swallow = (event: Event) => {
      event.stopPropagation()
      event.preventDefault()
    }
    const onDown = (event: PointerEvent) => {
      isSwallowing =
        first !== null &&
        first.shown !== now.current &&
        event.timeStamp - first.at < INTERVAL &&
        Math.hypot(event.clientX - first.x, event.clientY - first.y) < DISTANCE
      if (isSwallowing) swallow(event)
      else first = { shown: now.current, at: event.timeStamp, x: event.clientX, y: event.clientY }
    }
    const onRest = (event: Event) => {
      if (isSwallowing) swallow(event)
    }
    window.addEventListener('pointerdown', onDown, true)
    for (const type of REST) window.addEventListener(type, onRest, true)
    return () => {
      window.removeEventListener('pointerdown', onDown, true)
      for (const type of REST) window.removeEventListener(type, onRest, true)
    }
  }, [])
}
