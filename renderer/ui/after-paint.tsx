import { type ReactNode, startTransition, useEffect, useState } from 'react'

/** Runs something once what was just changed is painted; at once where nobody sees the page. Returns what calls it off. */
export function afterPaint(run: () => void): () => void {
  let frame = 0
  let task: ReturnType<typeof setTimeout> | undefined
  const runSoon = () => {
    task = setTimeout(run)
  }
  // The frame is on its way; what is asked for now comes after it.
  if (document.visibilityState === 'hidden') runSoon()
  else frame = requestAnimationFrame(runSoon)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(task)
  }
}

let nextPaint: Promise<void> | null = null

/** Ends once what was just changed is painted. All that wait for the same paint go on in the order in which they came. */
export function painted(): Promise<void> {
  nextPaint ??= new Promise((resolve) => {
    afterPaint(() => {
      nextPaint = null
      resolve()
    })
  })
  return nextPaint
}

/**
 * Whether what stands beside the caller was painted; from then on that stays so. All that wait for the same paint are
 * rendered together: one by one, each has the page laid out and painted again.
 */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => void painted().then(() => startTransition(() => setPainted(true))), [])
  return isPainted
}

/** Shows what is beside the thing that the user waits for, once that is painted. */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  return useIsPainted() ? children : null
}
