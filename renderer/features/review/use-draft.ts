import { useRef, useState } from 'react'
import { useOnLeaving } from '../../use-on-leaving'

/** Text being typed, kept apart from what is stored until it is saved. */
export interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
  /** Saves what changed; nothing is saved twice. */
  readonly commit: () => void
  /** Goes back to what is stored. */
  readonly discard: () => void
}

/** A draft of `stored`. What was typed is also saved when its field goes away or the window closes. */
export function useDraft(stored: string, save: (text: string) => void): Draft {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef({ typed, stored, save })
  // Read by handlers that run after the next keystroke or when the field is gone, so it must not wait for an effect.
  latest.current = { typed: latest.current.typed, stored, save }

  const settle = (keep: boolean) => {
    const { typed: text, stored: before, save: run } = latest.current
    latest.current.typed = null
    setTyped(null)
    if (keep && text !== null && text !== before) run(text)
  }

  useOnLeaving(() => {
    const { typed: text, stored: before, save: run } = latest.current
    latest.current.typed = null
    if (text !== null && text !== before) run(text)
  })

  return {
    text: typed ?? stored,
    setText: (text) => {
      latest.current.typed = text
      setTyped(text)
    },
    commit: () => settle(true),
    discard: () => settle(false),
  }
}
