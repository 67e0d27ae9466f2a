import { useEffect, useRef, useState } from 'react'
import { attempt, invoke, subscribe } from '../../../api'

export interface JobProgress {
  readonly done: number
  readonly total: number
  /** What is being done now. */
  readonly label: string
  readonly isCancelling: boolean
}

/** A long call that tells how far it is and can be cancelled; another one takes its place. */
export function useJob() {
  const current = useRef<string | null>(null)
  const [progress, setProgress] = useState<JobProgress | null>(null)

  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind !== 'progress' || event.job !== current.current) return
        const { done, total, label } = event
        setProgress((before) => ({ done, total, label, isCancelling: before?.isCancelling ?? false }))
      }),
    [],
  )

  const cancel = () => {
    const job = current.current
    if (job === null) return
    setProgress((before) => before && { ...before, isCancelling: true })
    void attempt(() => invoke('job.cancel', { job }))
  }

  /** `null` when the call failed, which the user was told. */
  const run = async <T>(total: number, work: (job: string) => Promise<T>): Promise<T | null> => {
    const job = `import-${crypto.randomUUID()}`
    current.current = job
    setProgress({ done: 0, total, label: '', isCancelling: false })
    const result = await attempt(() => work(job))
    if (current.current === job) {
      current.current = null
      setProgress(null)
    }
    return result
  }

  return { progress, run, cancel }
}
