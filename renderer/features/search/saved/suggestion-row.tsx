import { Check, X } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Suggestion } from '../../../../shared/domain/saved-search'
import type { Source } from '../../../../shared/domain/source'
import { formatTime } from '../../../i18n'
import { cx } from '../../../ui/cx'
import { IconButton } from '../../../ui/icon-button'
import grid from '../../../ui/grid.module.css'
import { excerptOf } from './excerpt'
import styles from './suggestions.module.css'

export interface SuggestionRowProps {
  readonly suggestion: Suggestion
  readonly source: Source | undefined
  readonly index: number
  readonly top: number
  /** The one row that Tab reaches. */
  readonly isActive: boolean
  readonly canAccept: boolean
  readonly canRefuse: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (index: number) => void
  readonly onOpen: (suggestion: Suggestion) => void
  readonly onAccept: (suggestion: Suggestion) => void
  readonly onRefuse: (suggestion: Suggestion) => void
}

/** One suggestion: who says it where, what would be marked with what stands around it, and what can be done. */
export const SuggestionRow = memo(function SuggestionRow(props: SuggestionRowProps) {
  const { suggestion, source, index, top, isActive, canAccept, canRefuse } = props
  const { onKeyDown, onFocus, onOpen, onAccept, onRefuse } = props
  const { t } = useTranslation('search')
  const speaker = source?.speakers.find(({ id }) => id === suggestion.speakerId)?.name
  const time = suggestion.time === null ? undefined : formatTime(suggestion.time)
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      tabIndex={isActive ? 0 : -1}
      className={cx(grid['row'], styles['row'])}
      style={{ transform: `translateY(${top}px)` }}
      onKeyDown={onKeyDown}
      onClick={() => onOpen(suggestion)}
      onFocus={() => onFocus(index)}
    >
      <div role="rowheader" className={styles['text']}>
        <p className={styles['where']}>
          {speaker !== undefined && <span className={styles['speaker']}>{speaker}</span>}
          <span className={styles['source']} lang={source?.language}>
            {source?.title}
          </span>
          {time !== undefined && <span className={styles['time']}>{time}</span>}
        </p>
        <p className={styles['excerpt']} lang={source?.language}>
          {excerptOf(suggestion).map(({ kind, text }, at) =>
            kind === 'hit' ? (
              <mark key={at} className={cx(styles['hit'], styles['marked'])}>
                {text}
              </mark>
            ) : (
              <span key={at} className={styles[kind]}>
                {text}
              </span>
            ),
          )}
        </p>
      </div>
      <div role="gridcell" className={styles['decide']} onClick={(event) => event.stopPropagation()}>
        <IconButton
          label={t('suggest.accept')}
          keys="a"
          icon={<Check aria-hidden />}
          excludeFromTabOrder={!isActive}
          isDisabled={!canAccept}
          onPress={() => onAccept(suggestion)}
        />
        <IconButton
          label={t('suggest.refuse')}
          keys="x"
          icon={<X aria-hidden />}
          excludeFromTabOrder={!isActive}
          isDisabled={!canRefuse}
          onPress={() => onRefuse(suggestion)}
        />
      </div>
    </div>
  )
})
