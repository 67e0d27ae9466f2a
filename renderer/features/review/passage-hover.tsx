import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { attributionOf } from '../../../shared/domain/attribution'
import type { PassageId } from '../../../shared/domain/ids'
import styles from './passage-hover.module.css'
import type { OpenReview } from './use-review'
import { findTranslation } from '../../../shared/domain/translation-state'

export interface PassageHoverProps {
  readonly open: OpenReview
  readonly onSelect: (id: PassageId) => void
  readonly children: ReactNode
}

/** How long the mouse rests before the card comes, in milliseconds. */
const REST = 250

interface Shown {
  readonly id: PassageId
  readonly box: DOMRect
}

/**
 * Around text with links to passages (`data-passage`): a link shows its passage on a card while it has the mouse or the
 * focus, and selects the passage when it is pressed. In text that is being written it takes Ctrl to press one.
 */
export function PassageHover({ open, onSelect, children }: PassageHoverProps) {
  const [shown, setShown] = useState<Shown | null>(null)
  const timer = useRef(0)

  const show = (event: SyntheticEvent, delay: number) => {
    const link = linkAt(event.target)
    window.clearTimeout(timer.current)
    if (link === null) return setShown(null)
    timer.current = window.setTimeout(() => setShown({ id: link.id, box: link.element.getBoundingClientRect() }), delay)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  useEffect(() => {
    if (shown === null) return undefined
    const hide = () => setShown(null)
    window.addEventListener('scroll', hide, true)
    window.addEventListener('keydown', hide, true)
    return () => {
      window.removeEventListener('scroll', hide, true)
      window.removeEventListener('keydown', hide, true)
    }
  }, [shown])

  const press = (event: MouseEvent | KeyboardEvent, isMod: boolean) => {
    const link = linkAt(event.target)
    if (link === null || (link.isWritten && !isMod)) return
    event.preventDefault()
    event.stopPropagation()
    onSelect(link.id)
  }
  return (
    <div
      className={styles['around']}
      onPointerOver={(event) => show(event, REST)}
      onFocus={(event) => show(event, 0)}
      onBlur={() => setShown(null)}
      onClickCapture={(event) => press(event, event.ctrlKey || event.metaKey)}
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter' && event.target === linkAt(event.target)?.element) press(event, false)
      }}
    >
      {children}
      {shown && createPortal(<Card open={open} shown={shown} />, document.body)}
    </div>
  )
}

function Card({ open, shown }: { readonly open: OpenReview; readonly shown: Shown }) {
  const { t } = useTranslation('review')
  const { passagesById, sources, review } = open
  const passage = passagesById.get(shown.id)
  const source = passage && sources.get(passage.sourceId)
  const { left, top, bottom } = shown.box
  const isBelow = bottom < window.innerHeight * 0.6
  return (
    <div
      role="tooltip"
      className={styles['card']}
      style={{
        left: Math.max(8, Math.min(left, window.innerWidth - 376)),
        ...(isBelow ? { top: bottom + 6 } : { bottom: window.innerHeight - top + 6 }),
      }}
    >
      {passage ? (
        <>
          <p className={styles['words']} lang={source?.language}>
            {passage.text}
          </p>
          <p className={styles['translation']} lang={review.language}>
            {findTranslation(passage, review.language)?.text}
          </p>
          <p className={styles['who']} lang={source?.language}>
            {attributionOf(source?.speakers.find(({ id }) => id === passage.speakerId) ?? null, source?.title ?? '')}
          </p>
        </>
      ) : (
        <p>{t('block.gone')}</p>
      )}
    </div>
  )
}

function linkAt(target: EventTarget | null): { id: PassageId; element: Element; isWritten: boolean } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-passage]') : null
  const id = element?.dataset['passage']
  if (element === null || id === undefined) return null
  return { id: id as PassageId, element, isWritten: element.closest('[data-slate-editor]') !== null }
}
