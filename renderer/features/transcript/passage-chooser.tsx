import { useEffect, useRef } from 'react'
import { onOneLine } from '../../../shared/domain/elision'
import type { PassageId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { CampMark } from '../../ui/camp-mark'
import { PopupMenu } from '../../ui/menu'
import { campOf, type CampChoice } from './camps'
import styles from './passage-chooser.module.css'
import { useTranscript } from './transcript-context'

/** As much of a passage as tells it from others. */
const SHOWN = 48

export interface PassageChooserProps {
  readonly label: string
  /** Those that lie on one another, in the order in which they are offered. */
  readonly passages: readonly Passage[]
  readonly camps: readonly CampChoice[]
  readonly selectedId: PassageId | null
  /** The place in the text. */
  readonly offset: number
  /** Whether it was asked for from the keyboard, which it then takes. */
  readonly byKey: boolean
  readonly onSelect: (id: PassageId) => void
  readonly onClose: () => void
}

/** Offers the passages that lie on one another, right where they do. */
export function PassageChooser(props: PassageChooserProps) {
  const { label, passages, camps, selectedId, offset, byKey, onSelect, onClose } = props
  const { view } = useTranscript()
  const anchor = useRef<HTMLSpanElement>(null)
  const rect = view.rectOf({ start: offset, end: offset + 1 })

  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const leave = (event: Event) => {
      if (!(event.target instanceof Element && event.target.closest('[role="menu"]'))) close.current()
    }
    const { scroller } = view
    window.addEventListener('pointerdown', leave)
    scroller?.addEventListener('scroll', leave)
    return () => {
      window.removeEventListener('pointerdown', leave)
      scroller?.removeEventListener('scroll', leave)
    }
  }, [view])

  if (!rect) return null
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className={styles['anchor']}
        style={{ left: rect.left, top: rect.top, height: rect.height }}
      />
      <PopupMenu
        label={label}
        anchor={anchor}
        isOpen
        isModal={byKey}
        placement="bottom start"
        onClose={onClose}
        items={passages.map((passage) => {
          const camp = campOf(passage, camps)
          const text = onOneLine(passage.text)
          return {
            id: passage.id,
            title: text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text,
            icon: camp ? <CampMark colour={camp.colour} /> : <span className={styles['noCamp']} />,
            isCurrent: passage.id === selectedId,
            onAction: () => onSelect(passage.id),
          }
        })}
      />
    </>
  )
}
