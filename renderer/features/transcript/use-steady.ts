import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A handler that stays the same object, and does what the latest one that was given does: what it is handed to is not
 * rendered again for it.
 */
export function useSteady<Args extends readonly unknown[]>(run: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((...args) => latest.current(...args), [])
}
