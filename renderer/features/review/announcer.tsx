import { create } from 'zustand'
import styles from './review.module.css'

const useAnnouncement = create<{ readonly text: string; readonly turn: number }>()(() => ({ text: '', turn: 0 }))

/** Tells a screen reader what a key or a drop did. */
export function announce(text: string): void {
  useAnnouncement.setState(({ turn }) => ({ text, turn: turn + 1 }))
}

/** Where announcements are read from: once a screen. */
export function Announcer() {
  const { text, turn } = useAnnouncement()
  return (
    <div role="status" aria-live="polite" className={styles['hidden']}>
      {/* A new element each time, so that the same words are read again. */}
      <span key={turn}>{text}</span>
    </div>
  )
}
