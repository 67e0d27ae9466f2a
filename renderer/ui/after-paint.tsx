import { type ReactNode, startTransition, useEffect, useState } from 'react'

/** Whether what stands beside the caller was painted; from then on that stays so. */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    let task: ReturnType<typeof setTimeout> | undefined
    // The frame is on its way; what is asked for now comes after it.
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => startTransition(() => setPainted(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(task)
    }
  }, [])
  return isPainted
}

/** Shows what is beside the thing that the user waits for, once that is painted. */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  return useIsPainted() ? children : null
}
