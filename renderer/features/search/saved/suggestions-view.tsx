import { CheckCheck, RotateCcw, X } from 'lucide-react'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SectionId, SourceId } from '../../../../shared/domain/ids'
import type { Camp } from '../../../../shared/domain/review'
import type { SavedSearch, Suggestion } from '../../../../shared/domain/saved-search'
import type { Source } from '../../../../shared/domain/source'
import type { TextRange } from '../../../../shared/domain/span'
import { useRead, writer } from '../../../api'
import { describeError } from '../../../describe-error'
import { formatNames, formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import { useCommands } from '../../../ui/commands'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorPanel } from '../../../ui/error-panel'
import { rowForKey, scrollToRow } from '../../../ui/grid-rows'
import { useRowWindow } from '../../../ui/use-row-window'
import { withUndoOffer } from '../../../undo-offer'
import { campName } from '../camp-name'
import grid from '../../../ui/grid.module.css'
import { SuggestionRow } from './suggestion-row'
import styles from './suggestions.module.css'

export interface SuggestionsViewProps {
  readonly search: SavedSearch
  readonly sources: ReadonlyMap<string, Source>
  readonly camps: readonly { readonly id: SectionId; readonly camp: Camp }[]
  readonly readOnly: boolean
  readonly onOpenPlace: (sourceId: SourceId, place: TextRange) => void
  /** Back to where the query is typed. */
  readonly onLeave: () => void
  readonly handle: Ref<SuggestionsHandle>
}

export interface SuggestionsHandle {
  focus(): void
}

const markMany = writer('passage.markMany')
const refuseAt = writer('savedSearch.refuse')
const suggestAgain = writer('savedSearch.suggestAgain')

const ROWS = { rowHeight: 92, headerHeight: 0 }

const keyOf = ({ sourceId, start, end }: Suggestion) => `${sourceId} ${start} ${end}`

/** What a saved search would mark, to accept or to refuse: one by one, or all that is listed. */
export function SuggestionsView(props: SuggestionsViewProps) {
  const { search, sources, camps, readOnly, onOpenPlace, onLeave } = props
  const { t } = useTranslation(['search', 'commands', 'common'])
  const { data, error, refetch } = useRead('savedSearch.suggest', { id: search.id })
  // What was decided leaves at once; what is listed then comes with the next answer.
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => setDecided(new Set()), [data])
  const open = useMemo(
    () => (data?.suggestions ?? []).filter((suggestion) => !decided.has(keyOf(suggestion))),
    [data, decided],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useRowWindow(scroller, open.length, ROWS.rowHeight)
  const [asked, setActive] = useState(0)
  const active = Math.min(asked, open.length - 1)
  const focusNext = useRef(false)
  const mounted = Array.from({ length: last - first }, (_, at) => first + at)
  if (active >= 0 && (active < first || active >= last)) mounted.push(active)

  const focusRow = () =>
    scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true })
  useEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    focusRow()
  })
  useImperativeHandle(props.handle, () => ({ focus: focusRow }))

  const { marking } = search
  const canRefuse = !readOnly
  const canAccept = canRefuse && !search.missing.markingCamp
  const decide = async (some: readonly Suggestion[], done: Promise<boolean>) => {
    focusNext.current = scroller.current?.contains(document.activeElement) ?? false
    setDecided((before) => new Set([...before, ...some.map(keyOf)]))
    if (!(await done)) setDecided(new Set())
  }
  const accept = (some: readonly Suggestion[]) => {
    if (!canAccept || some.length === 0 || marking === null) return
    const places = some.map(({ sourceId, start, end }) => ({ sourceId, start, end }))
    const { camp, tag } = marking
    const said = t('suggest.accepted', { count: some.length, number: formatNumber(some.length) })
    void decide(
      some,
      withUndoOffer(said, () => markMany({ places, camp, tags: tag === null ? [] : [tag] })),
    )
  }
  const refuse = (some: readonly Suggestion[]) => {
    if (!canRefuse || some.length === 0) return
    const places = some.flatMap(({ sourceId, hits }) => hits.map(({ start, end }) => ({ sourceId, start, end })))
    const said = t('suggest.refused', { count: some.length, number: formatNumber(some.length) })
    void decide(
      some,
      withUndoOffer(said, () => refuseAt({ id: search.id, places })),
    )
  }
  const current = () => open.slice(active, active + 1)
  const openPlace = ({ sourceId, start, end }: Suggestion) => onOpenPlace(sourceId, { start, end })

  const group = t('commands:group.search')
  const some = open.length > 0
  useCommands([
    {
      id: 'search.accept',
      title: t('suggest.acceptOne'),
      group,
      keys: 'a',
      enabled: canAccept && some,
      run: () => accept(current()),
    },
    {
      id: 'search.refuse',
      title: t('suggest.refuseOne'),
      group,
      keys: 'x',
      moreKeys: ['Delete'],
      enabled: canRefuse && some,
      run: () => refuse(current()),
    },
    {
      id: 'search.acceptAll',
      title: t('suggest.acceptAll'),
      group,
      enabled: canAccept && some,
      run: () => accept(open),
    },
    {
      id: 'search.refuseAll',
      title: t('suggest.refuseAll'),
      group,
      enabled: canRefuse && some,
      run: () => refuse(open),
    },
  ])

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = rowForKey(event.key, { active, total: open.length, scroller: scroller.current, rows: ROWS })
    const suggestion = open[active]
    if ((event.key === 'ArrowUp' && active === 0) || event.key === 'Escape') onLeave()
    else if (step !== null && !event.altKey && scroller.current) {
      const next = Math.min(Math.max(step, 0), open.length - 1)
      scrollToRow(scroller.current, next, ROWS)
      focusNext.current = true
      setActive(next)
    } else if (event.key === 'Enter' && event.target === event.currentTarget && suggestion) openPlace(suggestion)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (error) {
    return (
      <ErrorPanel
        title={t('failed')}
        message={describeError(error).detail}
        actions={<Button onPress={() => void refetch()}>{t('common:retry')}</Button>}
      />
    )
  }
  if (data === undefined || marking === null) return null
  const again = data.refused > 0 && canRefuse && (
    <Button
      variant="quiet"
      icon={<RotateCcw aria-hidden />}
      onPress={() => void suggestAgain({ id: search.id }).catch(() => undefined)}
    >
      {t('suggest.again', { number: formatNumber(data.refused) })}
    </Button>
  )
  if (open.length === 0) {
    return (
      <EmptyState
        icon={<CheckCheck aria-hidden />}
        title={t('suggest.none.title')}
        message={t('suggest.none.text')}
        actions={again}
      />
    )
  }
  const campIndex = camps.findIndex(({ id }) => id === marking.camp)
  const camp = camps[campIndex]?.camp
  const becomes = [
    ...(marking.tag === null ? [] : [t('suggest.asTag', { tag: marking.tag })]),
    ...(marking.camp === null
      ? []
      : [camp ? t('suggest.asCamp', { camp: campName(camp, campIndex) }) : t('filters.campElsewhere')]),
  ]
  return (
    <>
      <div className={styles['bar']}>
        <p className={styles['becomes']}>
          {t(`suggest.becomes.${marking.extent}`, { as: formatNames(becomes) })}
          {data.isMore && ` ${t('suggest.more', { number: formatNumber(data.count) })}`}
        </p>
        {again}
        <Button icon={<X aria-hidden />} isDisabled={!canRefuse} onPress={() => refuse(open)}>
          {t('suggest.refuseAll')}
        </Button>
        <Button
          variant="primary"
          icon={<CheckCheck aria-hidden />}
          isDisabled={!canAccept}
          onPress={() => accept(open)}
        >
          {t('suggest.acceptMany', { count: open.length, number: formatNumber(open.length) })}
        </Button>
      </div>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('suggest.title')}
        aria-rowcount={open.length}
        className={grid['table']}
      >
        <div role="rowgroup" className={grid['body']} style={{ height: open.length * ROWS.rowHeight }}>
          {mounted.map((index) => {
            const suggestion = open[index]
            if (!suggestion) return null
            return (
              <SuggestionRow
                key={keyOf(suggestion)}
                suggestion={suggestion}
                source={sources.get(suggestion.sourceId)}
                index={index}
                top={index * ROWS.rowHeight}
                isActive={index === active}
                canAccept={canAccept}
                canRefuse={canRefuse}
                onKeyDown={handleKey}
                onFocus={setActive}
                onOpen={openPlace}
                onAccept={(one) => accept([one])}
                onRefuse={(one) => refuse([one])}
              />
            )
          })}
        </div>
      </div>
    </>
  )
}
