import { CircleHelp, FileDown, Highlighter, ListFilter, Search, Sparkle, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewId, SectionId, SourceId } from '../../../shared/domain/ids'
import { campsOf } from '../../../shared/domain/review'
import type { SearchFolds, SearchHit } from '../../../shared/domain/search'
import type { Source } from '../../../shared/domain/source'
import type { TextRange } from '../../../shared/domain/span'
import { toErrorData } from '../../../shared/errors'
import { attempt, invoke, shell, useRead, useIsReadOnly, writer } from '../../api'
import { describeError } from '../../describe-error'
import { formatNumber } from '../../i18n'
import { changeSearch, useSearchState } from '../../search-state'
import { withUndoOffer } from '../../undo-offer'
import { Button } from '../../ui/button'
import { CampMark } from '../../ui/camp-mark'
import { Checkbox } from '../../ui/checkbox'
import { useCommands } from '../../ui/commands'
import { EmptyState } from '../../ui/empty-state'
import { ErrorPanel } from '../../ui/error-panel'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import { type Pane, Panes } from '../../ui/panes'
import { PopoverButton } from '../../ui/popover-button'
import { Progress } from '../../ui/progress'
import { SearchField } from '../../ui/search-field'
import { Segmented } from '../../ui/segmented'
import { showToast } from '../../ui/toast'
import { campName } from './camp-name'
import { FilterPanel } from './filter-panel'
import { FoldButtons } from './fold-buttons'
import { HitTable, type HitTableHandle } from './hit-table'
import { QueryHelp } from './query-help'
import { missingIn } from './saved/missing'
import { SaveButton } from './saved/save-button'
import { numberOf, SavedList } from './saved/saved-list'
import { SuggestionsView, type SuggestionsHandle } from './saved/suggestions-view'
import { useSaved } from './saved/use-saved'
import { useSaving } from './saved/use-saving'
import styles from './search.module.css'
import { hitAt, toInput, useHits } from './use-hits'

export interface SearchScreenProps {
  /** The review whose camps passages are put into. */
  readonly reviewId: ReviewId | null
  readonly onOpenPlace: (sourceId: SourceId, place: TextRange) => void
  readonly showsList: boolean
  /** Takes away the pane that lies over the page in a narrow window. */
  readonly onUncover: () => void
}

const markMany = writer('passage.markMany')
/** Passages that are made at once. */
const MOST_MARKED = 10_000

/** Everything that is said about something, in all transcripts: each place in its line of text. */
export function SearchScreen({ reviewId, onOpenPlace, showsList, onUncover }: SearchScreenProps) {
  const { t } = useTranslation(['search', 'commands', 'common'])
  const state = useSearchState()
  const { query, folds, filters, sort, descending } = state
  const { outcome, isSearching, reading, ensure, retry } = useHits(state)
  const sources = useRead('source.list', {}).data
  const readOnly = useIsReadOnly() ?? false
  const review = useRead('review.get', { id: reviewId! }, { enabled: reviewId !== null }).data
  const [selection, setSelection] = useState<ReadonlySet<number>>(new Set())
  const active = useRef(0)
  const field = useRef<HTMLInputElement>(null)
  const table = useRef<HitTableHandle | SuggestionsHandle>(null)

  const byId = useMemo(() => new Map<string, Source>(sources?.map((source) => [source.id, source])), [sources])
  const hits = outcome?.kind === 'found' ? outcome.hits : null
  const camps = review ? campsOf(review) : []
  const { searches, counts, current, isSame, isClean, fresh, suggestions } = useSaved(state)
  const saving = useSaving(state, camps)
  const showsSuggestions = state.view === 'suggestions' && isSame && suggestions !== null
  const asked = JSON.stringify([query, folds, filters, sort, descending])
  const wasAsked = useRef(asked)
  if (wasAsked.current !== asked) {
    wasAsked.current = asked
    if (selection.size > 0) setSelection(new Set())
  }
  useEffect(() => field.current?.focus(), [])

  /** What is chosen, or the hit that the keyboard is at. */
  const chosenHits = async (): Promise<SearchHit[]> => {
    if (!hits) return []
    const ranks = selection.size > 0 ? [...selection] : [active.current]
    const known = ranks.flatMap((rank) => hitAt(hits, rank) ?? [])
    if (known.length === ranks.length) return known
    const answer = await invoke('search.find', { ...toInput(state), count: MOST_MARKED })
    const wanted = new Set(ranks)
    return answer.kind === 'found' ? answer.hits.filter((_, rank) => wanted.has(rank)) : []
  }
  const mark = (camp: SectionId | null) =>
    void attempt(async () => {
      if (!hits || hits.total === 0 || readOnly) return
      if (selection.size > MOST_MARKED) {
        showToast({ kind: 'note', title: t('tooMany', { number: formatNumber(MOST_MARKED) }) })
        return
      }
      const places = (await chosenHits()).map(({ sourceId, start, end }) => ({ sourceId, start, end }))
      if (places.length === 0) return
      const title = t('marked', { count: places.length, number: formatNumber(places.length) })
      const done = await withUndoOffer(title, () => markMany({ places, camp }))
      if (done) setSelection(new Set())
    })
  const exportHits = () =>
    void attempt(async () => {
      const { query: wanted, ...rest } = toInput(state)
      const saved = await shell.exportHits({ query: wanted, ...rest })
      if (saved) showToast({ kind: 'note', title: t('exported', { out: saved.out }) })
    })

  const canMark = hits !== null && hits.total > 0 && !readOnly
  const canSave = query.trim() !== '' && outcome?.kind !== 'fault' && !readOnly
  const group = t('commands:group.search')
  useCommands([
    {
      id: 'edit.find',
      title: t('field'),
      group,
      keys: '$mod+f',
      whileTyping: true,
      run: () => field.current?.select(),
    },
    {
      id: 'search.mark',
      title: t('mark'),
      group,
      keys: 'm',
      enabled: canMark && !showsSuggestions,
      run: () => mark(null),
    },
    ...camps.slice(0, 9).map(({ id, camp }, at) => ({
      id: `search.mark.${id}`,
      title: t('markInto', { camp: campName(camp, at) }),
      group,
      keys: String(at + 1),
      enabled: canMark && !showsSuggestions,
      run: () => mark(id),
    })),
    {
      id: 'savedSearch.save',
      title: t('saved.save'),
      group,
      keys: '$mod+s',
      whileTyping: true,
      enabled: canSave,
      run: () => (current && !isClean ? saving.update(current) : current ? saving.edit(current) : saving.saveNew()),
    },
    { id: 'search.export', title: t('export'), group, enabled: canMark || hits !== null, run: exportHits },
  ])

  const filterCount = Object.values(filters).filter((value) => value !== undefined).length
  const change = (part: Partial<SearchFolds>) => changeSearch({ folds: { ...folds, ...part } })

  const content = (): ReactNode => {
    if (showsSuggestions && current) {
      return (
        <SuggestionsView
          key={current.id}
          search={current}
          sources={byId}
          camps={camps}
          readOnly={readOnly}
          onOpenPlace={onOpenPlace}
          onLeave={() => field.current?.focus()}
          handle={table}
        />
      )
    }
    if (reading && !hits) return <Progress label={t('reading')} done={reading.done} total={reading.total} />
    if (query.trim() === '' || outcome === null) {
      if (query.trim() !== '') return null
      return (
        <div className={styles['empty']}>
          <EmptyState icon={<Search aria-hidden />} title={t('empty.title')} message={t('empty.text')} />
          <QueryHelp />
        </div>
      )
    }
    switch (outcome.kind) {
      case 'fault':
        return null
      case 'slow':
        return <EmptyState title={t('slow.title')} message={t('slow.text', { count: outcome.seconds })} />
      case 'failed':
        return (
          <ErrorPanel
            title={t('failed')}
            message={describeError(toErrorData(outcome.error)).detail}
            actions={<Button onPress={retry}>{t('common:retry')}</Button>}
          />
        )
      case 'found':
        if (outcome.hits.total === 0) {
          return (
            <EmptyState
              title={t('none.title')}
              message={t(filterCount > 0 ? 'none.filtered' : 'none.text')}
              actions={
                filterCount > 0 && <Button onPress={() => changeSearch({ filters: {} })}>{t('filters.clear')}</Button>
              }
            />
          )
        }
        return (
          <HitTable
            hits={outcome.hits}
            sources={byId}
            sort={sort}
            descending={descending}
            onSort={(next, isDescending) => changeSearch({ sort: next, descending: isDescending })}
            selection={selection}
            onSelect={setSelection}
            onOpen={({ sourceId, start, end }) => onOpenPlace(sourceId, { start, end })}
            onActive={(rank) => (active.current = rank)}
            onLeave={() => field.current?.focus()}
            onShow={ensure}
            handle={table}
          />
        )
    }
  }

  const page = (
    <section className={styles['search']} aria-label={t('title')}>
      <header className={styles['header']}>
        <div className={styles['names']}>
          <h1 className={styles['title']}>{current ? current.name : t('title')}</h1>
          <p className={styles['count']} role="status">
            {hits && !isSearching
              ? t('count', {
                  count: hits.total,
                  hits: formatNumber(hits.total),
                  sources: t('inSources', { count: hits.sources, number: formatNumber(hits.sources) }),
                })
              : isSearching
                ? t('searching')
                : t('over', { count: sources?.length ?? 0, number: formatNumber(sources?.length ?? 0) })}
          </p>
        </div>
        <SaveButton
          current={current}
          isClean={isClean}
          isDisabled={!canSave}
          onSaveNew={saving.saveNew}
          onUpdate={() => current && saving.update(current)}
          onEdit={() => current && saving.edit(current)}
        />
        {!showsSuggestions && (
          <>
            <Button icon={<FileDown aria-hidden />} isDisabled={!hits || hits.total === 0} onPress={exportHits}>
              {t('export')}
            </Button>
            <Menu
              label={t('mark')}
              placement="bottom end"
              items={[
                { id: 'none', title: t('markNoCamp'), keys: 'm', onAction: () => mark(null) },
                ...camps.map(({ id, camp }, at) => ({
                  id,
                  title: campName(camp, at),
                  icon: <CampMark colour={camp.colour} />,
                  ...(at < 9 && { keys: String(at + 1) }),
                  onAction: () => mark(id),
                })),
              ]}
            >
              <Button variant="primary" icon={<Highlighter aria-hidden />} isDisabled={!canMark}>
                {selection.size > 0 ? t('markChosen', { number: formatNumber(selection.size) }) : t('mark')}
              </Button>
            </Menu>
          </>
        )}
      </header>
      <div
        role="search"
        className={styles['tools']}
        onKeyDownCapture={(event) => {
          if (event.nativeEvent.isComposing || event.target !== field.current) return
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          table.current?.focus()
        }}
      >
        <div className={styles['field']}>
          <SearchField
            label={t('field')}
            clearLabel={t('common:clear')}
            value={query}
            onChange={(next) => changeSearch({ query: next })}
            inputRef={field}
          />
        </div>
        <FoldButtons folds={folds} onChange={change} />
        <PopoverButton
          label={t('filters.title')}
          content={() => (
            <FilterPanel
              filters={filters}
              sources={sources ?? []}
              camps={camps}
              onChange={(next) => changeSearch({ filters: next })}
            />
          )}
        >
          <Button icon={<ListFilter aria-hidden />}>
            {filterCount > 0 ? t('filters.some', { number: formatNumber(filterCount) }) : t('filters.title')}
          </Button>
        </PopoverButton>
        <PopoverButton label={t('help.title')} content={() => <QueryHelp />}>
          <IconButton label={t('help.title')} icon={<CircleHelp aria-hidden />} />
        </PopoverButton>
      </div>
      {outcome?.kind === 'fault' && query.trim() !== '' && (
        <p className={styles['fault']} role="alert">
          {t(`faults.${outcome.fault.reason}`)}{' '}
          <code className={styles['place']}>
            {query.slice(0, outcome.fault.start)}
            <mark>{query.slice(outcome.fault.start, outcome.fault.end)}</mark>
            {query.slice(outcome.fault.end)}
          </code>
          {outcome.fault.detail !== '' && <span lang="en"> {outcome.fault.detail}</span>}
        </p>
      )}
      {current && isSame && missingIn(current).length > 0 && (
        <p className={styles['warning']} role="note">
          <TriangleAlert aria-hidden />
          {missingIn(current)
            .map(({ key, values }) => t(key, values))
            .join(' ')}
        </p>
      )}
      {(suggestions !== null || (fresh !== null && fresh.fresh > 0)) && (
        <div className={styles['views']}>
          {suggestions !== null && (
            <Segmented
              label={t('suggest.views')}
              options={[
                { id: 'places', label: t('suggest.places') },
                { id: 'suggestions', label: t('suggest.some', { number: numberOf(suggestions) }) },
              ]}
              value={state.view}
              onChange={(view) => changeSearch({ view })}
            />
          )}
          {!showsSuggestions && fresh !== null && fresh.fresh > 0 && (
            <p className={styles['fresh']}>
              <Sparkle aria-hidden />
              {t('saved.freshSince', { count: fresh.fresh, number: formatNumber(fresh.fresh) })}
              {fresh.freshSources.length > 0 && (
                <Checkbox
                  isChecked={state.within !== null}
                  onChange={(only) => changeSearch({ within: only ? fresh.freshSources : null })}
                >
                  {t('saved.onlyFresh')}
                </Checkbox>
              )}
            </p>
          )}
        </div>
      )}
      {content()}
    </section>
  )
  const list: Pane = {
    id: 'saved',
    size: '16rem',
    min: '11rem',
    max: '30rem',
    content: (
      <SavedList
        searches={searches}
        counts={counts}
        currentId={current?.id ?? null}
        readOnly={readOnly}
        onEdit={saving.edit}
        onOpened={onUncover}
      />
    ),
  }
  const panes = [...(showsList && searches.length > 0 ? [list] : []), { id: 'page', min: '22rem', content: page }]
  return (
    <>
      <Panes id="search" handleLabel={t('common:paneHandle')} panes={panes} onUncover={onUncover} />
      {saving.dialog}
    </>
  )
}
