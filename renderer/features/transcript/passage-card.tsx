import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { languageName } from '../../i18n'
import { CampMark } from '../../ui/camp-mark'
import { cx } from '../../ui/cx'
import type { CampChoice } from './camps'
import type { TranscriptView } from './document/transcript-view'
import styles from './passage-card.module.css'
import { useTranscript } from './transcript-context'

/** How long the mouse or the caret rests before the card comes. */
const REST_MS = 450
/** How long until a card that is there follows the mouse. */
const FOLLOW_MS = 90

export interface PassageCardProps {
  readonly passages: readonly Passage[]
  readonly camps: readonly CampChoice[]
  readonly selectedId: PassageId | null
  /** True while the user does something that the card would be in the way of. */
  readonly isQuiet: boolean
}

interface Shown {
  readonly ids: readonly PassageId[]
  /** A character of the passage on the line that was pointed at. */
  readonly offset: number
  readonly byKey: boolean
}

/** What is known of the passage under the mouse, or at the caret when keys moved it there. It never takes the mouse. */
export const PassageCard = memo(function PassageCard({ passages, camps, selectedId, isQuiet }: PassageCardProps) {
  const { view, drawings, speakers } = useTranscript()
  const { t } = useTranslation('transcript')
  const [shown, setShown] = useState<Shown | null>(null)
  const state = useRef({ shown, isQuiet, selectedId })
  useEffect(() => {
    state.current = { shown, isQuiet, selectedId }
  })

  useEffect(() => {
    const { scroller } = view
    if (!scroller) return undefined
    let timer = 0
    let byKey = false
    const hide = () => {
      clearTimeout(timer)
      setShown(null)
    }
    const showAt = (offset: number | null, isByKey: boolean) => {
      const ids = offset === null ? [] : drawings.index.at(offset)
      const before = state.current.shown
      if (offset === null || ids.length === 0 || state.current.isQuiet) setShown(null)
      else if (before?.ids[0] !== ids[0] || before?.ids.length !== ids.length) setShown({ ids, offset, byKey: isByKey })
    }
    const onPointerMove = ({ buttons, pointerType, clientX, clientY }: PointerEvent) => {
      byKey = false
      clearTimeout(timer)
      if (buttons !== 0 || pointerType === 'touch') return hide()
      const wait = state.current.shown ? FOLLOW_MS : REST_MS
      timer = window.setTimeout(() => showAt(offsetUnder(view, clientX, clientY), false), wait)
    }
    const onKeyDown = ({ key }: KeyboardEvent) => {
      byKey = true
      if (key === 'Escape') hide()
    }
    const onSelection = () => {
      if (!byKey) return
      hide()
      const { selection } = view
      if (!selection || selection.anchor !== selection.focus || !view.hasFocus()) return
      timer = window.setTimeout(() => {
        const { focus } = selection
        // The inspector shows the selected one already.
        if (!drawings.index.at(focus).includes(state.current.selectedId!)) showAt(focus, true)
      }, REST_MS)
    }
    scroller.addEventListener('pointermove', onPointerMove)
    scroller.addEventListener('pointerleave', hide)
    scroller.addEventListener('scroll', hide, { passive: true })
    window.addEventListener('pointerdown', hide)
    window.addEventListener('keydown', onKeyDown, true)
    const stop = view.subscribe(onSelection)
    return () => {
      clearTimeout(timer)
      scroller.removeEventListener('pointermove', onPointerMove)
      scroller.removeEventListener('pointerleave', hide)
      scroller.removeEventListener('scroll', hide)
      window.removeEventListener('pointerdown', hide)
      window.removeEventListener('keydown', onKeyDown, true)
      stop()
    }
  }, [view, drawings])

  const passage = shown && passages.find(({ id }) => id === shown.ids[0])
  const rect = shown && view.rectOf({ start: shown.offset, end: shown.offset + 1 })
  const page = view.scroller?.getBoundingClientRect()
  if (!passage || !rect || !page || isQuiet) return null
  const isAbove = rect.bottom > page.top + page.height * 0.6
  const own = camps.filter(({ id }) => passage.camps.includes(id))
  const speaker = passage.speakerId === null ? undefined : speakers.get(passage.speakerId)
  return (
    <div
      role={shown.byKey ? 'status' : 'tooltip'}
      aria-label={t('card.label')}
      className={cx(styles['card'], isAbove && styles['above'])}
      style={{
        left: Math.min(rect.left, Math.max(page.left + 8, page.right - 340)),
        top: isAbove ? rect.top - 8 : rect.bottom + 8,
      }}
    >
      <p className={styles['camps']}>
        {own.map(({ id, colour, label }) => (
          <CampMark key={id} colour={colour} label={label} />
        ))}
        {own.length === 0 && t('camps.none')}
      </p>
      <p className={styles['speaker']}>
        {[speaker?.name ?? t('speaker.nobody'), speaker?.affiliation].filter(Boolean).join(' · ')}
      </p>
      {passage.note.trim() !== '' && <p className={styles['note']}>{passage.note}</p>}
      <p className={styles['more']}>
        {passage.translations.length === 0 && t('card.notTranslated')}
        {passage.translations
          .map(({ language, state: is }) =>
            t('card.translated', { language: languageName(language), state: t(`card.${is}`) }),
          )
          .join(' · ')}
      </p>
      {shown.ids.length > 1 && <p className={styles['more']}>{t('card.others', { count: shown.ids.length - 1 })}</p>}
    </div>
  )
})

/** The character under a point of the screen; `null` where there is none, as beside a short line. */
function offsetUnder(view: TranscriptView, x: number, y: number): number | null {
  const near = view.offsetAtPoint(x, y)
  if (near === null) return null
  const isUnder = (offset: number) => {
    const rect = offset >= 0 && view.rectOf({ start: offset, end: offset + 1 })
    return rect && rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom
  }
  return [near, near - 1].find(isUnder) ?? null
}
