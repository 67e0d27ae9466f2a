import { type RefObject, useEffect, useRef } from 'react'
import { onNewLook } from './on-new-look'
import { type Following, onceAFrame } from './once-a-frame'

/**
 * Draws a picture again when it is to show something else, and when the page looks otherwise. The first time is after the
 * page was laid out, which is not kept waiting for it.
 */
export function usePicture(place: RefObject<Element | null>, draw: Following): void {
  const again = useRef(() => {})
  const isLaidOut = useRef(false)
  useEffect(() => {
    again.current = onceAFrame(draw)
    if (isLaidOut.current) again.current()
  }, [draw])
  useEffect(
    () =>
      // It calls for the size that there is too.
      onNewLook(place.current, () => {
        isLaidOut.current = true
        again.current()
      }),
    [place],
  )
}
