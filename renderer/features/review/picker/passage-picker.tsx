import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { cx } from '../../../ui/cx'
import { Dialog } from '../../../ui/dialog'
import fieldStyles from '../../../ui/field.module.css'
import { attributionOf } from '../../../../shared/domain/attribution'
import type { PassageId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import { filterPassages } from '../tray'
import type { OpenReview } from '../use-review'
import styles from './passage-picker.module.css'

export interface PassagePickerProps {
  readonly title: string
  readonly open: OpenReview
  /** Those to choose from; without it, every passage of the project. */
  readonly passages?: readonly Passage[]
  readonly onChoose: (id: PassageId) => void
  readonly onClose: () => void
}

/** As many as are listed at once. */
const LISTED = 40

/** Chooses one passage by its words, speaker or source. */
export function PassagePicker({ title, open, passages = open.passages, onChoose, onClose }: PassagePickerProps) {
  const { t } = useTranslation('debate')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const deferred = useDeferredValue(query)
  const found = useMemo(() => filterPassages(passages, deferred, open.sources), [passages, deferred, open.sources])
  const listed = found.slice(0, LISTED)
  const current = Math.min(at, listed.length - 1)
  const choose = (passage: Passage | undefined) => {
    if (!passage) return
    onChoose(passage.id)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      const next = Math.min(Math.max(0, current + by), listed.length - 1)
      setAt(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      // The list may be a few letters behind whoever types fast.
      choose(query === deferred ? listed[current] : filterPassages(passages, query, open.sources)[0])
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} closeLabel={t('common:close')}>
      <div className={styles['picker']}>
        <SearchField
          aria-label={t('picker.search')}
          className={fieldStyles['field'] ?? ''}
          value={query}
          onChange={(text) => {
            setQuery(text)
            setAt(0)
          }}
        >
          <Input
            autoFocus
            role="combobox"
            aria-expanded={listed.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(current >= 0 && { 'aria-activedescendant': `${listId}-${current}` })}
            spellCheck={false}
            placeholder={t('picker.search')}
            className={fieldStyles['input'] ?? ''}
            onKeyDown={onKeyDown}
          />
        </SearchField>
        <div id={listId} role="listbox" aria-label={t('picker.list')} className={styles['list']}>
          {listed.map((passage, index) => {
            const source = open.sources.get(passage.sourceId)
            const speaker = source?.speakers.find(({ id }) => id === passage.speakerId) ?? null
            return (
              <div
                key={passage.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === current}
                className={cx(styles['option'], index === current && styles['current'])}
                onMouseMove={() => setAt(index)}
                onClick={() => choose(passage)}
              >
                <span className={styles['text']} lang={source?.language}>
                  {passage.text}
                </span>
                <span className={styles['who']} lang={source?.language}>
                  {attributionOf(speaker, source?.title ?? '')}
                </span>
              </div>
            )
          })}
        </div>
        <p role="status" className={styles['more']}>
          {found.length === 0
            ? t('picker.none')
            : found.length > LISTED
              ? t('picker.more', { count: found.length - LISTED, number: formatNumber(found.length - LISTED) })
              : ''}
        </p>
      </div>
    </Dialog>
  )
}
