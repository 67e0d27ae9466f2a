import { type RefObject, useEffect, useState } from 'react'

export interface RowWindow {
  /** `[first, last)`: the rows to mount. */
  readonly first: number
  readonly last: number
}

/** Rows mounted above and below those in view, so that a scroll does not outrun them. */
const MARGIN = 10

/** Which of `count` rows of one height are in view in a scrolling element, and a few around them. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): RowWindow {
  const [rows, setRows] = useState<RowWindow>({ first: 0, last: 3 * MARGIN })

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - MARGIN)
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + MARGIN
      // Half a margin is left when it moves: most scroll events change nothing.
      setRows((before) =>
        Math.abs(before.first - first) < MARGIN / 2 && Math.abs(before.last - last) < MARGIN / 2 && first > 0
          ? before
          : before.first === first && before.last === last
            ? before
            : { first, last },
      )
    }
    // It tells of the size that there is too, once the page is laid out: asked for before, the page would be once more.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller, rowHeight])

  return { first: Math.min(rows.first, count), last: Math.min(rows.last, count) }
}
