import { Ellipsis, FileCheck2 } from 'lucide-react'
import { memo, type KeyboardEvent, type MouseEvent, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CampMark } from '../../../ui/camp-mark'
import { cx } from '../../../ui/cx'
import type { Passage } from '../../../../shared/domain/passage'
import styles from './board.module.css'

/** What a card does, the same for every card: cards are many, and are drawn again only when what they show changed. */
export interface CardActions {
  readonly onFocus: (passage: Passage) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, passage: Passage) => void
  readonly onClick: (event: MouseEvent<HTMLElement>, passage: Passage) => void
  readonly onMenu: (anchor: Element, passage: Passage) => void
  readonly onDragStart: (event: DragEvent<HTMLElement>, passage: Passage) => void
  readonly onDragEnd: () => void
}

export interface BoardCardProps extends CardActions {
  readonly passage: Passage
  readonly language: string | undefined
  readonly attribution: string
  /** 1-based, in the whole column. */
  readonly position: number
  readonly count: number
  readonly top: number
  /** Colours of the other camps that it is in, as `1 4`. */
  readonly otherCamps: string
  readonly isPlaced: boolean
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly isSelected: boolean
  readonly readOnly: boolean
}

export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { passage, attribution, isChosen, isCurrent, isSelected, isPlaced, otherCamps } = props
  const { t } = useTranslation('debate')
  const label = t(isChosen ? 'board.chosenCard' : 'board.card', { text: passage.text, attribution })
  return (
    <li aria-setsize={props.count} aria-posinset={props.position} className={styles['row']} style={{ top: props.top }}>
      <div
        role="group"
        aria-label={label}
        {...(isSelected && { 'aria-current': true as const })}
        tabIndex={isCurrent ? 0 : -1}
        data-card={passage.id}
        className={cx(styles['card'], isChosen && styles['chosen'], isSelected && styles['selected'])}
        draggable={!props.readOnly}
        onFocus={(event) => {
          if (event.target === event.currentTarget) props.onFocus(passage)
        }}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget) props.onKeyDown(event, passage)
        }}
        onClick={(event) => props.onClick(event, passage)}
        onContextMenu={(event) => {
          event.preventDefault()
          props.onMenu(event.currentTarget, passage)
        }}
        onDragStart={(event) => props.onDragStart(event, passage)}
        onDragEnd={props.onDragEnd}
      >
        <p className={styles['text']} lang={props.language}>
          {passage.text}
        </p>
        <p className={styles['foot']}>
          <span className={styles['who']} lang={props.language}>
            {attribution}
          </span>
          {otherCamps !== '' && (
            <span className={styles['others']} title={t('board.otherCamps')}>
              {otherCamps.split(' ').map((colour, at) => (
                <CampMark key={at} colour={Number(colour)} />
              ))}
            </span>
          )}
          {isPlaced && (
            <span className={styles['placed']} title={t('board.placed')}>
              <FileCheck2 aria-hidden />
            </span>
          )}
        </p>
        <button
          type="button"
          tabIndex={isCurrent ? 0 : -1}
          aria-label={t('board.cardMenu')}
          className={styles['more']}
          onClick={(event) => {
            event.stopPropagation()
            props.onMenu(event.currentTarget, passage)
          }}
        >
          <Ellipsis aria-hidden />
        </button>
      </div>
    </li>
  )
})
