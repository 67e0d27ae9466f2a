import { useEffect, useRef } from 'react'
import styles from './paper.module.css'

/** Puts a sheet on paper in place of the page, also when the program's own menu prints; `null` prints the page itself. */
export function usePaper(makeSheet: () => HTMLElement | null): void {
  const latest = useRef(makeSheet)
  useEffect(() => {
    latest.current = makeSheet
  })
  useEffect(() => {
    let printed: HTMLElement | null = null
    const begin = () => {
      printed?.remove()
      printed = latest.current()
      if (!printed) return
      printed.classList.add(styles['paper'] ?? '')
      // Paper is light.
      printed.dataset['theme'] = 'light'
      document.body.append(printed)
    }
    const end = () => {
      printed?.remove()
      printed = null
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      end()
    }
  }, [])
}
