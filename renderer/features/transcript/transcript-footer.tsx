import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../shared/domain/turn'
import { formatNumber, formatTime } from '../../i18n'
import { SavedSign } from '../../saved-sign'
import { CoverageStatus } from './coverage/coverage-status'
import { onceAFrame } from './once-a-frame'
import { keepReadingPlace } from './reading-places'
import styles from './transcript-screen.module.css'
import { useTranscript } from './transcript-context'

const REST_MS = 250

export interface TranscriptFooterProps {
  readonly passages: number
  readonly onAnnounce: (announcement: string) => void
}

/** Where the reader is, and whether what they did is on the disk. */
export const TranscriptFooter = memo(function TranscriptFooter({ passages, onAnnounce }: TranscriptFooterProps) {
  const { t } = useTranslation('transcript')
  return (
    <footer className={styles['footer']}>
      <Whereabouts />
      <span>{t('footer.passages', { count: passages, formatted: formatNumber(passages) })}</span>
      <CoverageStatus onAnnounce={onAnnounce} />
      <span className={styles['saved']}>
        <SavedSign />
      </span>
    </footer>
  )
})

/** The turn at the top. It is written without rendering: in a long scroll it changes with each frame. */
function Whereabouts() {
  const { t } = useTranslation('transcript')
  const { view, turns, source } = useTranscript()
  const place = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const { scroller } = view
    if (!scroller) return undefined
    let rest: ReturnType<typeof setTimeout> | undefined
    const whereIn = ({ index, startTime }: Turn) => {
      const turn = t('footer.turn', { turn: formatNumber(index + 1), turns: formatNumber(turns.length) })
      return startTime === null ? turn : `${turn} · ${formatTime(startTime)}`
    }
    const show = onceAFrame(() => {
      const shown = place.current
      if (!shown || !view.scroller) return null
      const top = view.topBlock()
      return () => {
        const turn = turns[view.document.blocks[top]?.turn ?? 0]
        if (turn) shown.textContent = whereIn(turn)
        keepReadingPlace(source.id, { offset: view.document.blocks[top]?.start ?? 0 })
      }
    })
    const follow = () => {
      show()
      // The very line is looked for only where the reader stays.
      clearTimeout(rest)
      rest = setTimeout(() => keepReadingPlace(source.id, { offset: view.topOffset() }), REST_MS)
    }
    follow()
    scroller.addEventListener('scroll', follow, { passive: true })
    return () => {
      clearTimeout(rest)
      scroller.removeEventListener('scroll', follow)
    }
  }, [view, turns, source.id, t])

  return <span ref={place} />
}
