import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { localeTag } from '../../i18n'
import styles from '../../ui/unseen.module.css'

const useAnnouncement = create<{ readonly text: string; readonly locale: string; readonly turn: number }>()(() => ({
  text: '',
  locale: '',
  turn: 0,
}))

/** Tells a screen reader what a key or a drop did. */
export function announce(text: string): void {
  useAnnouncement.setState(({ turn }) => ({ text, locale: localeTag(), turn: turn + 1 }))
}

/** Where announcements are read from: once a screen. */
export function Announcer() {
  const { text, locale, turn } = useAnnouncement()
  useTranslation()
  return (
    <div role="status" aria-live="polite" className={styles['unseen']}>
      {/* A new element each time, so that the same words are read again. */}
      <span key={turn}>{locale === localeTag() ? text : ''}</span>
    </div>
  )
}
