import { useEffect, useState } from 'react'
import { SEARCH_READING_JOB } from '../shared/domain/search'
import { subscribe } from './api'

/** How far core has come with reading every text before it can search; `null` while it reads none. */
export function useLibraryReading(): { readonly done: number; readonly total: number } | null {
  const [reading, setReading] = useState<{ readonly done: number; readonly total: number } | null>(null)
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind !== 'progress' || event.job !== SEARCH_READING_JOB) return
        setReading(event.done < event.total ? { done: event.done, total: event.total } : null)
      }),
    [],
  )
  return reading
}
