import { useEffect, useRef, useState } from 'react'
import { useOnLeaving } from './use-on-leaving'

/** How long a pause in typing is, in milliseconds. */
export const PAUSE = 1200

export interface SavedText {
  readonly text: string
  readonly setText: (text: string) => void
  /** Saves what was typed and not saved yet. */
  readonly flush: () => void
  /** Hands the text to a caller who saves it: it is not saved here again. */
  readonly take: () => string
}

/**
 * Text that saves itself: after a pause, and when its field is left, goes away or the window closes. What could not be
 * saved stays as it was typed.
 */
export function useSavedText(stored: string, save: (text: string) => Promise<unknown>): SavedText {
  const [typed, setTyped] = useState<string | null>(null)
  const state = useRef({ typed: null as string | null, sent: null as string | null, stored, save, timer: 0 })

  useEffect(() => {
    state.current.save = save
  }, [save])
  useEffect(() => {
    const now = state.current
    now.stored = stored
    // The answer to what was sent, or a change made elsewhere (undo) to a text that is not being typed in.
    if (now.typed === now.sent || now.typed === stored) {
      now.typed = null
      setTyped(null)
    }
  }, [stored])

  const flush = useRef(() => {
    const now = state.current
    window.clearTimeout(now.timer)
    const text = now.typed
    if (text === null || text === now.sent || text === now.stored) return
    now.sent = text
    now.save(text).then(
      () => undefined,
      () => {
        // The user was told; the text is still to be saved.
        now.sent = null
      },
    )
  })

  useOnLeaving(flush.current)

  return {
    text: typed ?? stored,
    setText: (text) => {
      const now = state.current
      now.typed = text
      setTyped(text)
      window.clearTimeout(now.timer)
      now.timer = window.setTimeout(flush.current, PAUSE)
    },
    flush: flush.current,
    take: () => {
      const now = state.current
      window.clearTimeout(now.timer)
      now.sent = now.typed
      return now.typed ?? now.stored
    },
  }
}
