import { memo, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../../../shared/domain/ids'
import type { Source } from '../../../shared/domain/source'
import { useRead } from '../../api'
import { formatDate, formatNames, formatNumber, localeTag } from '../../i18n'
import { rowForKey, scrollToRow } from '../../ui/grid-rows'
import { SearchField } from '../../ui/search-field'
import { useRowWindow } from '../../ui/use-row-window'
import { type LibraryView, speakerNames, viewSources } from './library-view'
import styles from './source-list.module.css'

export interface SourceListProps {
  readonly selectedId: SourceId
  readonly onOpen: (sourceId: SourceId) => void
}

/** As the style sheet has them. */
const ROWS = { rowHeight: 60, headerHeight: 0 }

/** The library beside a transcript: the same sources, to change to another one. */
export const SourceList = memo(function SourceList({ selectedId, onOpen }: SourceListProps) {
  const { t } = useTranslation(['library', 'common'])
  const { data: sources = [] } = useRead('source.list', {})
  const [text, setText] = useState('')
  const shown = useMemo(() => {
    const view: LibraryView = { text, tier: 'all', sort: 'date', descending: true }
    return viewSources(sources, view, localeTag())
  }, [sources, text])

  return (
    <nav className={styles['pane']} aria-label={t('title')}>
      <div className={styles['filter']}>
        <SearchField label={t('filterList')} clearLabel={t('common:clear')} value={text} onChange={setText} />
      </div>
      {shown.length === 0 ? (
        <p className={styles['none']}>{t('noMatch.title')}</p>
      ) : (
        <Rows sources={shown} selectedId={selectedId} onOpen={onOpen} />
      )}
    </nav>
  )
})

interface RowsProps extends SourceListProps {
  readonly sources: readonly Source[]
}

/** Those that are near the viewport. The keyboard goes from one to the next, which opens it, as a click does. */
function Rows({ sources, selectedId, onOpen }: RowsProps) {
  const { t } = useTranslation('library')
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const { first, last } = useRowWindow(scroller, sources.length, ROWS.rowHeight)
  const selected = sources.findIndex((source) => source.id === selectedId)

  useLayoutEffect(() => {
    if (scroller.current && selected > 0) scrollToRow(scroller.current, selected, ROWS)
  }, [selected])

  const onKeyDown = (event: KeyboardEvent) => {
    const list = { active: selected, total: sources.length, scroller: scroller.current, rows: ROWS }
    const row = rowForKey(event.key, list)
    if (row === null || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const next = sources[Math.min(Math.max(0, row), sources.length - 1)]
    if (next && next.id !== selectedId) onOpen(next.id)
  }

  const mounted = sources.slice(first, last).map((source, at) => ({ source, row: first + at }))
  // The list names it as its active one: it is there also while it is out of view.
  if (selected >= 0 && (selected < first || selected >= last)) {
    mounted.push({ source: sources[selected]!, row: selected })
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('title')}
      {...(selected >= 0 && { 'aria-activedescendant': `${id}${selectedId}` })}
      className={styles['list']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles['rows']} style={{ height: sources.length * ROWS.rowHeight }}>
        {mounted.map(({ source, row }) => (
          <div
            key={source.id}
            id={`${id}${source.id}`}
            role="option"
            aria-selected={row === selected}
            aria-setsize={sources.length}
            aria-posinset={row + 1}
            className={styles['item']}
            style={{ top: row * ROWS.rowHeight }}
            onClick={() => row !== selected && onOpen(source.id)}
          >
            <span className={styles['title']} lang={source.language}>
              {source.title}
            </span>
            <span className={styles['facts']}>
              <span className={styles['who']}>
                {formatNames(speakerNames(source)) || (source.date && formatDate(source.date))}
              </span>
              {source.passages > 0 && (
                <span className={styles['passages']} title={t('column.passages')}>
                  {formatNumber(source.passages)}
                </span>
              )}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}
