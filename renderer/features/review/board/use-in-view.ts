import { useCallback, useState } from 'react'

/** A ref for an element, and whether it is on the screen or nearly so. */
export function useInView(): [(element: Element | null) => (() => void) | undefined, boolean] {
  const [isInView, setInView] = useState(false)
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined
    const observer = new IntersectionObserver(
      (entries) => setInView(entries.some(({ isIntersecting }) => isIntersecting)),
      { root: element.parentElement, rootMargin: '0px 400px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, isInView]
}
