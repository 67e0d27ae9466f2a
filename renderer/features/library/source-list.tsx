import { memo, useMemo, useState } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../../../shared/domain/ids'
import { useRead } from '../../api'
import { formatDate, formatNames, formatNumber, localeTag } from '../../i18n'
import { SearchField } from '../../ui/search-field'
import { type LibraryView, speakerNames, viewSources } from './library-view'
import styles from './source-list.module.css'

export interface SourceListProps {
  readonly selectedId: SourceId
  readonly onOpen: (sourceId: SourceId) => void
}

/** The library beside a transcript: the same sources, to change to another one. */
export const SourceList = memo(function SourceList({ selectedId, onOpen }: SourceListProps) {
  const { t, i18n } = useTranslation(['library', 'common'])
  const { data: sources = [] } = useRead('source.list', {})
  const [text, setText] = useState('')
  const layoutOptions = useMemo(() => ({ rowSize: 60, padding: 8 }), [])
  const shown = useMemo(() => {
    const view: LibraryView = { text, tier: 'all', sort: 'date', descending: true }
    return viewSources(sources, view, localeTag())
  }, [sources, text])

  return (
    <nav className={styles['pane']} aria-label={t('title')}>
      <div className={styles['filter']}>
        <SearchField label={t('filterList')} clearLabel={t('common:clear')} value={text} onChange={setText} />
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <ListBox
          aria-label={t('title')}
          className={styles['list'] ?? ''}
          items={shown}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[selectedId]}
          onSelectionChange={(keys) => {
            const chosen = shown.find(({ id }) => keys !== 'all' && keys.has(id))
            if (chosen && chosen.id !== selectedId) onOpen(chosen.id)
          }}
          dependencies={[i18n.language]}
          renderEmptyState={() => <p className={styles['none']}>{t('noMatch.title')}</p>}
        >
          {(source) => (
            <ListBoxItem id={source.id} textValue={source.title} className={styles['item'] ?? ''}>
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
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </nav>
  )
})
