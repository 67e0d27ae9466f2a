import { useEffect, useRef } from 'react'
import { onceAFrame } from './once-a-frame'
import styles from './transcript-editor.module.css'
import { useTranscript } from './transcript-context'

const BLINK_MS = 530

/**
 * The caret of a text that cannot be typed in: browsers draw none. A timer has it blink, as an animation would have the
 * page painted anew in every frame in which anything else moves.
 */
export function Caret() {
  const { view, editor } = useTranscript()
  const caret = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const place = onceAFrame(() => {
      const element = caret.current
      const origin = view.content?.getBoundingClientRect()
      if (!element || !origin) return null
      const { selection } = view
      // Where text is typed the browser draws its own.
      const isOwn = !editor.isCorrecting && selection !== null && selection.anchor === selection.focus
      const rect = isOwn ? view.caretRect() : null
      return () => {
        if (element.hidden !== (rect === null)) element.hidden = rect === null
        if (!rect) return clearInterval(timer)
        element.style.translate = `${rect.left - origin.left}px ${rect.top - origin.top}px`
        element.style.height = `${rect.height}px`
        blink()
      }
    })
    let timer: ReturnType<typeof setInterval> | undefined
    /** Anew, so that the caret is seen while it moves. */
    const blink = () => {
      clearInterval(timer)
      if (caret.current) caret.current.style.opacity = ''
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
      timer = setInterval(() => {
        const element = caret.current
        if (element && !element.hidden) element.style.opacity = element.style.opacity === '0' ? '' : '0'
      }, BLINK_MS)
    }
    place()
    const stopSections = view.window.subscribe(place)
    const stopSelection = view.subscribe(place)
    return () => {
      clearInterval(timer)
      stopSections()
      stopSelection()
    }
  }, [view, editor])
  return <span ref={caret} className={styles['caret']} aria-hidden hidden />
}
