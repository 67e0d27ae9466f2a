import { memo, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../shared/domain/search'
import type { Source } from '../../../shared/domain/source'
import { formatDate, formatTime } from '../../i18n'
import { Checkbox } from '../../ui/checkbox'
import { cx } from '../../ui/cx'
import grid from '../../ui/grid.module.css'
import { contextOf, piece } from './context'
import styles from './hit-table.module.css'
import { CONTEXT } from './use-hits'

export interface HitRowProps {
  /** `null` while it is being read. */
  readonly hit: SearchHit | null
  readonly source: Source | undefined
  readonly rank: number
  readonly top: number
  /** The one row that Tab reaches. */
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onClick: (rank: number, event: MouseEvent) => void
  readonly onFocus: (rank: number) => void
  readonly onToggle: (rank: number) => void
}

/** One hit in its line: what stands before it ends, and what comes after it begins, where those of the others do. */
export const HitRow = memo(function HitRow(props: HitRowProps) {
  const { hit, source, rank, top, isActive, isSelected, onKeyDown, onClick, onFocus, onToggle } = props
  const { t } = useTranslation('search')
  const speaker = source?.speakers.find(({ id }) => id === hit?.speakerId)?.name ?? ''
  const context = hit && contextOf(hit.before, hit.after, CONTEXT)
  const time = hit?.time ?? null
  return (
    <div
      role="row"
      aria-rowindex={rank + 2}
      aria-selected={isSelected}
      aria-busy={hit === null}
      tabIndex={isActive ? 0 : -1}
      className={cx(grid['row'], styles['columns'], styles['row'])}
      style={{ transform: `translateY(${top}px)` }}
      onKeyDown={onKeyDown}
      onClick={(event) => onClick(rank, event)}
      onFocus={() => onFocus(rank)}
    >
      <div role="gridcell" className={grid['cell']} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          label={t('choose', { text: hit ? piece(hit.match) : '' })}
          tabIndex={isActive ? 0 : -1}
          isChecked={isSelected}
          isDisabled={hit === null}
          onChange={() => onToggle(rank)}
        />
      </div>
      <div role="gridcell" className={styles['before']} lang={source?.language}>
        <bdi>{context?.before}</bdi>
      </div>
      <div role="rowheader" className={styles['after']} lang={source?.language}>
        {hit && (
          <>
            <mark className={cx(styles['match'], hit.isMarked && styles['marked'])}>{piece(hit.match)}</mark>
            <bdi>{context?.after}</bdi>
          </>
        )}
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['soft'])}>
        <span title={speaker}>{speaker}</span>
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['soft'])}>
        <span title={source?.title} lang={source?.language}>
          {source?.title}
        </span>
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['soft'])}>
        <span>{source?.date ? formatDate(source.date) : '—'}</span>
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['soft'], styles['number'])}>
        {time === null ? '' : formatTime(time)}
      </div>
    </div>
  )
})
