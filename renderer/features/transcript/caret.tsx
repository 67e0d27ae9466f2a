import { useEffect, useRef } from 'react'
import { onceAFrame } from './once-a-frame'
import styles from './transcript-editor.module.css'
import { useTranscript } from './transcript-context'

/** The caret of a text that cannot be typed in: browsers draw none. */
export function Caret() {
  const { view } = useTranscript()
  const caret = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const place = onceAFrame(() => {
      const element = caret.current
      const origin = view.content?.getBoundingClientRect()
      if (!element || !origin) return
      const { selection } = view
      const rect = selection && selection.anchor === selection.focus ? view.caretRect() : null
      element.hidden = rect === null
      if (!rect) return
      element.style.translate = `${rect.left - origin.left}px ${rect.top - origin.top}px`
      element.style.height = `${rect.height}px`
      // Blinking starts anew, so that the caret is seen while it moves.
      for (const animation of element.getAnimations()) animation.currentTime = 0
    })
    place()
    const stopSections = view.window.subscribe(place)
    const stopSelection = view.subscribe(place)
    return () => {
      stopSections()
      stopSelection()
    }
  }, [view])
  return <span ref={caret} className={styles['caret']} aria-hidden hidden />
}
