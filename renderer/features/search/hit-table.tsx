import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit, SearchSort } from '../../../shared/domain/search'
import type { Source } from '../../../shared/domain/source'
import { Checkbox } from '../../ui/checkbox'
import { cx } from '../../ui/cx'
import { rowForKey, scrollToRow } from '../../ui/grid-rows'
import { useRowWindow } from '../../ui/use-row-window'
import grid from '../../ui/grid.module.css'
import { HitRow } from './hit-row'
import styles from './hit-table.module.css'
import { type Hits, hitAt } from './use-hits'

export interface HitTableProps {
  readonly hits: Hits
  readonly sources: ReadonlyMap<string, Source>
  readonly sort: SearchSort
  readonly descending: boolean
  readonly onSort: (sort: SearchSort, descending: boolean) => void
  readonly selection: ReadonlySet<number>
  readonly onSelect: (selection: ReadonlySet<number>) => void
  readonly onOpen: (hit: SearchHit) => void
  readonly onActive: (rank: number) => void
  /** Back to where the query is typed. */
  readonly onLeave: () => void
  readonly onShow: (first: number, last: number) => void
  readonly handle: Ref<HitTableHandle>
}

export interface HitTableHandle {
  focus(): void
}

const ROW_HEIGHT = 36
const ROWS = { rowHeight: ROW_HEIGHT, headerHeight: 32 }
const COLUMNS = ['left', 'right', 'speaker', 'source', 'date', 'time'] as const
const AT_THE_END: ReadonlySet<string> = new Set(['left', 'time'])

/** Every hit in its context, one a line; only the lines near the view are mounted. Arrows move, Enter opens, Space selects. */
export function HitTable(props: HitTableProps) {
  const { hits, sources, sort, descending, onSort, selection, onSelect, onOpen, onActive, onLeave, onShow } = props
  const { total } = hits
  const { t } = useTranslation('search')
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useRowWindow(scroller, total, ROW_HEIGHT)
  const [asked, setActive] = useState(0)
  const active = Math.min(asked, total - 1)
  const anchor = useRef<number | null>(null)
  const focusNext = useRef(false)
  const mounted = [...range(first, last), ...(active < first || active >= last ? [active] : [])]

  const show = useRef(onShow)
  useEffect(() => {
    show.current = onShow
  })
  useEffect(() => show.current(first, last), [first, last, hits])
  useEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    focusRow()
  })
  const focusRow = () =>
    scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true })
  useImperativeHandle(props.handle, () => ({ focus: focusRow }))

  const activate = (rank: number) => {
    setActive(rank)
    onActive(rank)
  }
  const moveTo = (wanted: number, extend: boolean) => {
    const rank = Math.min(Math.max(wanted, 0), total - 1)
    const element = scroller.current
    if (!element) return
    scrollToRow(element, rank, ROWS)
    focusNext.current = true
    if (extend) {
      anchor.current ??= active
      onSelect(new Set(range(Math.min(anchor.current, rank), Math.max(anchor.current, rank) + 1)))
    } else anchor.current = null
    activate(rank)
  }
  const toggle = (rank: number) => {
    anchor.current = rank
    activate(rank)
    const next = new Set(selection)
    if (!next.delete(rank)) next.add(rank)
    onSelect(next)
  }
  const all = () => onSelect(selection.size === total ? new Set() : new Set(range(0, total)))

  const handleClick = (rank: number, event: MouseEvent) => {
    const hit = hitAt(hits, rank)
    if (event.shiftKey) {
      const from = anchor.current ?? active
      onSelect(new Set(range(Math.min(from, rank), Math.max(from, rank) + 1)))
      activate(rank)
    } else if (event.ctrlKey || event.metaKey) toggle(rank)
    else if (hit) onOpen(hit)
  }
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const isOnRow = event.target === event.currentTarget
    const step = rowForKey(event.key, { active, total, scroller: scroller.current, rows: ROWS })
    const hit = hitAt(hits, active)
    if (event.key === 'ArrowUp' && active === 0 && !event.shiftKey) onLeave()
    else if (step !== null && !event.altKey) moveTo(step, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) all()
    else if (event.key === 'Escape') {
      if (selection.size > 0) onSelect(new Set())
      else onLeave()
    } else if (isOnRow && event.key === ' ') toggle(active)
    else if (isOnRow && hit && event.key === 'Enter') onOpen(hit)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('hits')}
      aria-rowcount={total + 1}
      aria-multiselectable
      className={grid['table']}
    >
      <div role="row" aria-rowindex={1} className={cx(styles['columns'], grid['head'])}>
        <div role="columnheader" className={grid['cell']}>
          <Checkbox
            label={t('chooseAll')}
            isChecked={selection.size === total}
            isMixed={selection.size > 0 && selection.size < total}
            onChange={all}
          />
        </div>
        {COLUMNS.map((column) => {
          const isSorted = sort === column
          return (
            <div
              key={column}
              role="columnheader"
              aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}
              className={cx(grid['column'], styles['column'], AT_THE_END.has(column) && styles['number'])}
            >
              <button
                type="button"
                className={cx(grid['sort'], styles['sort'])}
                // Up, down, and back to the order of sources and text.
                onClick={() => (isSorted && descending ? onSort('text', false) : onSort(column, isSorted))}
              >
                {t(`column.${column}`)}
                {isSorted && (descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
              </button>
            </div>
          )
        })}
      </div>
      <div role="rowgroup" className={cx(grid['body'], styles['body'])} style={{ height: total * ROW_HEIGHT }}>
        {mounted.map((rank) => {
          const hit = hitAt(hits, rank)
          return (
            <HitRow
              key={rank}
              hit={hit}
              source={hit ? sources.get(hit.sourceId) : undefined}
              rank={rank}
              top={rank * ROW_HEIGHT}
              isActive={rank === active}
              isSelected={selection.has(rank)}
              onKeyDown={handleKey}
              onClick={handleClick}
              onFocus={activate}
              onToggle={toggle}
            />
          )
        })}
      </div>
    </div>
  )
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
}
