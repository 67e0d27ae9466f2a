import { useEffect, useRef } from 'react'

/** A field that something elsewhere on the page asked for, until it is there to take the focus. */
let wanted: string | null = null
const listeners = new Set<() => void>()
const hearers = new Set<(field: string) => void>()

/** Gives the focus to a field by its name: now, or as soon as it is mounted. */
export function requestFocus(field: string): void {
  wanted = field
  for (const hear of hearers) hear(field)
  for (const listener of listeners) listener()
}

/** Lets a field be asked for under a name. */
export function useFocusRequest(field: string, focus: () => void): void {
  const latest = useRef(focus)
  useEffect(() => {
    latest.current = focus
  })
  useEffect(() => {
    const answer = () => {
      if (wanted !== field) return
      wanted = null
      latest.current()
    }
    answer()
    listeners.add(answer)
    return () => {
      listeners.delete(answer)
    }
  }, [field])
}

/** Hears of every request, so that what holds the field can be unfolded. */
export function useFocusRequests(hear: (field: string) => void): void {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    const pass = (field: string) => latest.current(field)
    hearers.add(pass)
    return () => {
      hearers.delete(pass)
    }
  }, [])
}
