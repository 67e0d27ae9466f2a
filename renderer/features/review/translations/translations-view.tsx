import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, languageName } from '../../../i18n'
import { OFFERED_LANGUAGES } from '../../../translation-languages'
import { EmptyState } from '../../../ui/empty-state'
import { Segmented } from '../../../ui/segmented'
import { Select } from '../../../ui/select'
import { Languages } from 'lucide-react'
import type { PassageId } from '../../../../shared/domain/ids'
import type { LanguageTag } from '../../../../shared/domain/language'
import { placedPassages } from '../blocks'
import { useRequests } from '../requests'
import type { ReviewViewProps } from '../review-view'
import { TranslationDesk } from './translation-desk'
import styles from './translations.module.css'
import { filterItems, indexOfItem, WORK_FILTERS, workItems, workLanguages, type WorkFilter } from './worklist'
import { WorkList } from './work-list'

/** What is not translated yet, worked through one by one: the words at the left, their translation beside them. */
export function TranslationsView({ open, onOpenSource }: ReviewViewProps) {
  const { t } = useTranslation('debate')
  const { review, passages, sources } = open
  const [chosen, setLanguage] = useState<LanguageTag | null>(null)
  const [isWhole, setWhole] = useState(false)
  const [filter, setFilter] = useState<WorkFilter>('todo')
  const [place, setPlace] = useState<{ readonly id: PassageId | null; readonly at: number }>({ id: null, at: 0 })
  const takesFocus = useRef(false)
  const language = chosen ?? review.language
  const placed = useMemo(() => placedPassages(review.sections), [review.sections])
  const scope = useMemo(
    () => (isWhole ? passages : passages.filter(({ id }) => placed.has(id))),
    [isWhole, passages, placed],
  )
  const all = useMemo(() => workItems(scope, sources, language), [scope, sources, language])
  const items = useMemo(() => filterItems(all, filter), [all, filter])
  const at = indexOfItem(items, place.id, place.at)
  const item = items[at]
  const done = all.filter(({ state }) => state === 'done').length

  const goTo = useCallback(
    (index: number, focus: boolean) => {
      const next = items[index]
      if (!next) return
      takesFocus.current = focus
      setPlace({ id: next.passage.id, at: index })
    },
    [items],
  )
  // The list moves up when an item is done and no longer listed: the place stays, and the next one is there.
  const finish = () => {
    takesFocus.current = true
    if (filter === 'todo') setPlace({ id: items[at + 1]?.passage.id ?? null, at })
    else goTo(Math.min(at + 1, items.length - 1), true)
  }

  const wanted = useRequests(({ translate }) => translate)
  useEffect(() => {
    if (wanted === null) return
    useRequests.setState({ translate: null })
    setLanguage(null)
    setWhole(false)
    setFilter((before) =>
      filterItems(workItems(passages, sources, review.language), before).some(({ passage }) => passage.id === wanted)
        ? before
        : 'all',
    )
    takesFocus.current = true
    setPlace({ id: wanted, at: 0 })
  }, [wanted, passages, sources, review.language])

  const languages = useMemo(
    () => [...new Set([...workLanguages(passages, review.language), ...OFFERED_LANGUAGES])],
    [passages, review.language],
  )
  return (
    <div className={styles['view']}>
      <div className={styles['tools']}>
        <div className={styles['language']}>
          <Select
            label={t('translations.language')}
            hideLabel
            options={languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
            value={language}
            onChange={setLanguage}
          />
        </div>
        <Segmented
          label={t('translations.scope')}
          value={isWhole ? 'project' : 'review'}
          onChange={(value) => setWhole(value === 'project')}
          options={[
            { id: 'review', label: t('translations.ofReview') },
            { id: 'project', label: t('translations.ofProject') },
          ]}
        />
        <Segmented
          label={t('translations.filter')}
          value={filter}
          onChange={setFilter}
          options={WORK_FILTERS.map((id) => ({ id, label: t(`translations.filters.${id}`) }))}
        />
        <span className={styles['facts']} role="status">
          {t('translations.done', { count: all.length, done: formatNumber(done), all: formatNumber(all.length) })}
        </span>
      </div>
      {all.length === 0 ? (
        <EmptyState
          icon={<Languages aria-hidden />}
          title={t('translations.none')}
          message={t('translations.noneText', { language: languageName(language) })}
        />
      ) : (
        <div className={styles['panes']}>
          <WorkList
            sources={sources}
            items={items}
            at={at}
            language={language}
            onGoTo={(index) => goTo(index, false)}
            onEnter={() => document.querySelector<HTMLElement>('[data-desk] textarea')?.focus()}
          />
          {item ? (
            <TranslationDesk
              key={`${item.passage.id} ${language}`}
              open={open}
              passage={item.passage}
              language={language}
              takesFocus={takesFocus}
              hasNext={at < items.length - 1}
              hasPrevious={at > 0}
              onStep={(by) => goTo(at + by, true)}
              onDone={finish}
              onOpen={() => onOpenSource(item.passage.sourceId, item.passage.id)}
            />
          ) : (
            <EmptyState
              icon={<Languages aria-hidden />}
              title={t(filter === 'todo' ? 'translations.allDone' : 'translations.noneDone')}
              message={t(filter === 'todo' ? 'translations.allDoneText' : 'translations.noneDoneText', {
                language: languageName(language),
              })}
            />
          )}
        </div>
      )}
    </div>
  )
}
