import { useEffect, useRef } from 'react'

/**
 * Runs `save` when the window closes, and when what uses it goes away. It is the first one that is run: what changes
 * later, it finds in a ref.
 */
export function useOnLeaving(save: () => void): void {
  const first = useRef(save)
  useEffect(() => {
    const saveNow = first.current
    window.addEventListener('pagehide', saveNow)
    return () => {
      window.removeEventListener('pagehide', saveNow)
      saveNow()
    }
  }, [])
}
