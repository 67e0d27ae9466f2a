import { type RefObject, useEffect, useRef } from 'react'
import { useIsPainted } from '../../ui/after-paint'
import { type Following, onceAFrame } from './once-a-frame'

/**
 * Draws a picture again when it is to show something else, when its place has another size, and when the page has another
 * theme. The first time is once the text is painted, with what else follows that.
 */
export function usePicture(place: RefObject<Element | null>, draw: Following): void {
  const isPainted = useIsPainted()
  const again = useRef(() => {})
  useEffect(() => {
    if (!isPainted) return
    again.current = onceAFrame(draw)
    again.current()
  }, [draw, isPainted])
  useEffect(() => {
    const redraw = () => again.current()
    const resized = new ResizeObserver(redraw)
    if (place.current) resized.observe(place.current)
    const themed = new MutationObserver(redraw)
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      resized.disconnect()
      themed.disconnect()
    }
  }, [place])
}
