import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoverageSummary } from '../../../shared/domain/coverage'
import type { Source } from '../../../shared/domain/source'
import { CoverageShare } from '../../coverage-share'
import { formatDate, formatNames, formatNumber, languageName } from '../../i18n'
import { Checkbox } from '../../ui/checkbox'
import { cx } from '../../ui/cx'
import grid from '../../ui/grid.module.css'
import { speakerNames } from './library-view'
import styles from './source-table.module.css'

export interface SourceRowProps {
  readonly source: Source
  readonly coverage: Omit<CoverageSummary, 'sourceId'>
  readonly index: number
  /** Pixels from the top of the rows. */
  readonly top: number
  /** The one row that Tab reaches. */
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly menuIcon: ReactNode
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onClick: (event: MouseEvent) => void
  readonly onFocus: () => void
  readonly onToggle: () => void
  readonly onMenu: (anchor: Element) => void
}

export function SourceRow(props: SourceRowProps) {
  const {
    source,
    coverage,
    index,
    top,
    isActive,
    isSelected,
    menuIcon,
    onKeyDown,
    onClick,
    onFocus,
    onToggle,
    onMenu,
  } = props
  const { t } = useTranslation('library')
  const people = formatNames(speakerNames(source))
  const language = languageName(source.language)
  const stop = tabStop(isActive)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={stop}
      className={cx(grid['row'], styles['columns'], styles['row'])}
      style={{ transform: `translateY(${top}px)` }}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(event.currentTarget)
      }}
    >
      <div role="gridcell" className={grid['cell']} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          label={t('choose', { title: source.title })}
          tabIndex={stop}
          isChecked={isSelected}
          onChange={onToggle}
        />
      </div>
      <div role="rowheader" className={cx(grid['cell'], styles['title'])}>
        <span lang={source.language} title={source.title}>
          {source.title}
        </span>
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['soft'])}>
        <span title={people}>{people}</span>
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['soft'])}>
        <span className={cx(source.date === null && styles['none'])}>
          {source.date === null ? '—' : formatDate(source.date)}
        </span>
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['soft'])}>
        <span title={language}>{language}</span>
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['number'])}>
        {formatNumber(source.words)}
      </div>
      <div role="gridcell" className={grid['cell']}>
        <CoverageShare coverage={coverage} />
      </div>
      <div role="gridcell" className={cx(grid['cell'], styles['number'], source.passages === 0 && styles['none'])}>
        {formatNumber(source.passages)}
      </div>
      <div role="gridcell" className={grid['cell']}>
        <span className={cx(styles['tier'], styles[source.tier])}>{t(`tiers.${source.tier}`)}</span>
      </div>
      <div role="gridcell" className={grid['cell']} onClick={(event) => event.stopPropagation()}>
        <button
          type="button"
          className={styles['more']}
          aria-label={t('actionsOf', { title: source.title })}
          aria-haspopup="menu"
          title={t('column.actions')}
          tabIndex={stop}
          onClick={(event) => onMenu(event.currentTarget)}
        >
          {menuIcon}
        </button>
      </div>
    </div>
  )
}

function tabStop(isActive: boolean): 0 | -1 {
  return isActive ? 0 : -1
}
