import {
  ArrowDown,
  ArrowUp,
  BookCheck,
  BookX,
  EllipsisVertical,
  Pencil,
  RefreshCw,
  ScrollText,
  Trash2,
} from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../../../shared/domain/ids'
import type { Source } from '../../../shared/domain/source'
import type { useCoverage } from '../../coverage-share'
import { Checkbox } from '../../ui/checkbox'
import { cx } from '../../ui/cx'
import { rowForKey, scrollToRow } from '../../ui/grid-rows'
import { PopupMenu } from '../../ui/menu'
import { useRowWindow } from '../../ui/use-row-window'
import grid from '../../ui/grid.module.css'
import { type LibraryView, SORT_KEYS, type SortKey } from './library-view'
import { extendSelection, toggleSelection } from './selection'
import { SourceRow } from './source-row'
import styles from './source-table.module.css'

export interface SourceTableProps {
  readonly sources: readonly Source[]
  readonly coverageOf: ReturnType<typeof useCoverage>
  readonly view: LibraryView
  readonly onSort: (sort: SortKey, descending: boolean) => void
  readonly selection: ReadonlySet<SourceId>
  readonly onSelect: (selection: ReadonlySet<SourceId>) => void
  readonly onOpen: (id: SourceId) => void
  readonly onEdit: (id: SourceId) => void
  readonly onReport: (id: SourceId) => void
  readonly onReimport: (id: SourceId) => void
  readonly onMarkRead: (source: Source, isRead: boolean) => void
  readonly onDelete: (source: Source) => void
  readonly isReadOnly: boolean
}

const ROW_HEIGHT = 44
const ROWS = { rowHeight: ROW_HEIGHT, headerHeight: 32 }
const NUMERIC: ReadonlySet<SortKey> = new Set(['words', 'passages'])
const LARGEST_FIRST: ReadonlySet<SortKey> = new Set([...NUMERIC, 'date', 'read'])

/**
 * The sources as a grid of rows: arrows move, Enter opens, Space and Shift with arrows select. Only the rows near
 * the view are mounted.
 */
export function SourceTable(props: SourceTableProps) {
  const { sources, view, onSort, selection, onSelect, onOpen, onEdit, onReport, onReimport, onDelete, isReadOnly } =
    props
  const { coverageOf, onMarkRead } = props
  const { t } = useTranslation(['library', 'import'])
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useRowWindow(scroller, sources.length, ROW_HEIGHT)
  const [activeId, setActiveId] = useState<SourceId | null>(null)
  const anchorId = useRef<SourceId | null>(null)
  const focusNext = useRef(false)
  const hadFocus = useRef(false)
  const [menuOf, setMenuOf] = useState<Source | null>(null)
  const menuAnchor = useRef<Element>(null)

  const ids = sources.map(({ id }) => id)
  // Where the active row was deleted, the one that took its place is active.
  const lastActive = useRef(0)
  const found = activeId === null ? -1 : ids.indexOf(activeId)
  const active = found >= 0 ? found : Math.min(lastActive.current, ids.length - 1)
  // The row that holds the focus stays mounted wherever the view goes.
  const mounted = [...range(first, last), ...(active < first || active >= last ? [active] : [])]

  useEffect(() => {
    lastActive.current = active
    const lostFocus = hadFocus.current && document.activeElement === document.body
    if (!focusNext.current && !lostFocus) return
    focusNext.current = false
    scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true })
  })

  const moveTo = (index: number, extend: boolean) => {
    const target = ids[Math.min(Math.max(index, 0), ids.length - 1)]
    const element = scroller.current
    if (target === undefined || !element) return
    scrollToRow(element, ids.indexOf(target), ROWS)
    focusNext.current = true
    setActiveId(target)
    const anchor = extend ? (anchorId.current ?? ids[active] ?? target) : target
    anchorId.current = anchor
    if (extend) onSelect(extendSelection(ids, anchor, target))
  }
  const toggle = (id: SourceId) => {
    anchorId.current = id
    setActiveId(id)
    onSelect(toggleSelection(selection, id))
  }
  const openMenu = (source: Source, anchor: Element) => {
    menuAnchor.current = anchor
    setActiveId(source.id)
    setMenuOf(source)
  }

  const handleClick = (source: Source, event: MouseEvent) => {
    if (event.shiftKey) onSelect(extendSelection(ids, anchorId.current ?? source.id, source.id))
    else if (event.ctrlKey || event.metaKey) toggle(source.id)
    else onOpen(source.id)
  }
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const isOnRow = event.target === event.currentTarget
    const step = rowForKey(event.key, { active, total: ids.length, scroller: scroller.current, rows: ROWS })
    const source = sources[active]
    if (step !== null && !event.altKey) moveTo(step, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(new Set(ids))
    else if (event.key === 'Escape' && selection.size > 0) onSelect(new Set())
    else if (isOnRow && source && event.key === ' ') toggle(source.id)
    else if (isOnRow && source && event.key === 'Enter') onOpen(source.id)
    else if (source && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)))
      openMenu(source, event.currentTarget)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('title')}
      aria-rowcount={sources.length + 1}
      aria-multiselectable
      className={grid['table']}
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={({ relatedTarget }) => {
        // Nothing takes the focus over when the row that holds it is deleted.
        if (relatedTarget !== null) hadFocus.current = false
      }}
      onPointerDown={({ target }) => {
        if (target === scroller.current) hadFocus.current = false
      }}
    >
      <div role="row" aria-rowindex={1} className={cx(styles['columns'], grid['head'])}>
        <div role="columnheader" className={grid['cell']}>
          <Checkbox
            label={t('chooseAll')}
            isChecked={selection.size > 0 && selection.size === ids.length}
            isMixed={selection.size > 0 && selection.size < ids.length}
            onChange={() => onSelect(selection.size > 0 ? new Set() : new Set(ids))}
          />
        </div>
        {SORT_KEYS.map((key) => {
          const isSorted = view.sort === key
          return (
            <div
              key={key}
              role="columnheader"
              aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : 'none'}
              className={cx(grid['column'], NUMERIC.has(key) && styles['number'])}
            >
              <button
                type="button"
                className={grid['sort']}
                onClick={() => onSort(key, isSorted ? !view.descending : LARGEST_FIRST.has(key))}
              >
                {t(`column.${key}`)}
                {isSorted && (view.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
              </button>
            </div>
          )
        })}
        <div role="columnheader">
          <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
        </div>
      </div>
      <div role="rowgroup" className={cx(grid['body'], styles['body'])} style={{ height: sources.length * ROW_HEIGHT }}>
        {mounted.map((index) => {
          const source = sources[index]
          return (
            source && (
              <SourceRow
                key={source.id}
                source={source}
                coverage={coverageOf(source.id)}
                index={index}
                top={index * ROW_HEIGHT}
                isActive={index === active}
                isSelected={selection.has(source.id)}
                menuIcon={<EllipsisVertical aria-hidden />}
                onKeyDown={handleKey}
                onClick={(event) => handleClick(source, event)}
                onFocus={() => setActiveId(source.id)}
                onToggle={() => toggle(source.id)}
                onMenu={(anchor) => openMenu(source, anchor)}
              />
            )
          )
        })}
      </div>
      <PopupMenu
        label={menuOf ? t('actionsOf', { title: menuOf.title }) : ''}
        anchor={menuAnchor}
        isOpen={menuOf !== null}
        onClose={() => setMenuOf(null)}
        items={
          menuOf
            ? [
                {
                  id: 'edit',
                  title: t('edit'),
                  icon: <Pencil aria-hidden />,
                  isDisabled: isReadOnly,
                  onAction: () => onEdit(menuOf.id),
                },
                {
                  id: 'report',
                  title: t('import:source.open'),
                  icon: <ScrollText aria-hidden />,
                  onAction: () => onReport(menuOf.id),
                },
                {
                  id: 'reimport',
                  title: t('import:again.open'),
                  icon: <RefreshCw aria-hidden />,
                  isDisabled: isReadOnly,
                  onAction: () => onReimport(menuOf.id),
                },
                {
                  id: 'read',
                  title: t('markRead'),
                  icon: <BookCheck aria-hidden />,
                  isDisabled: isReadOnly || coverageOf(menuOf.id).read === 1,
                  onAction: () => onMarkRead(menuOf, true),
                },
                {
                  id: 'unread',
                  title: t('markUnread'),
                  icon: <BookX aria-hidden />,
                  isDisabled: isReadOnly || coverageOf(menuOf.id).read === 0,
                  onAction: () => onMarkRead(menuOf, false),
                },
                {
                  id: 'delete',
                  title: t('delete'),
                  icon: <Trash2 aria-hidden />,
                  danger: true,
                  isDisabled: isReadOnly,
                  onAction: () => onDelete(menuOf),
                },
              ]
            : []
        }
      />
    </div>
  )
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
}
