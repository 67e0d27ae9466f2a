import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from 'react-aria-components'
import { Checkbox } from '../../../ui/checkbox'
import { cx } from '../../../ui/cx'
import { rowForKey, scrollToRow } from '../../../ui/grid-rows'
import { useRowWindow } from '../../../ui/use-row-window'
import { extendSelection, toggleSelection } from '../selection'
import grid from '../../../ui/grid.module.css'
import { canInclude, type FileDraft } from './draft'
import { FileRow } from './file-row'
import styles from './file-table.module.css'

export interface FileTableProps {
  readonly drafts: readonly FileDraft[]
  /** The file that is shown beside the table. */
  readonly activeId: string | null
  readonly selection: ReadonlySet<string>
  readonly onSelect: (activeId: string, selection: ReadonlySet<string>) => void
  readonly onInclude: (ids: ReadonlySet<string>, isIncluded: boolean) => void
  /** From a row to its details. */
  readonly onEnter: () => void
}

const ROW_HEIGHT = 52
const ROWS = { rowHeight: ROW_HEIGHT, headerHeight: 32 }
const COLUMNS = ['file', 'format', 'language', 'speakers', 'words'] as const

/**
 * The files of an import as a grid of rows: arrows move, with Shift they select, Space includes and leaves out, Enter
 * goes to the details. Only the rows near the view are mounted.
 */
export function FileTable({ drafts, activeId, selection, onSelect, onInclude, onEnter }: FileTableProps) {
  const { t } = useTranslation('import')
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useRowWindow(scroller, drafts.length, ROW_HEIGHT)
  const anchorId = useRef<string | null>(null)
  const focusNext = useRef(false)

  const ids = drafts.map(({ file }) => file.token)
  const active = Math.max(0, activeId === null ? 0 : ids.indexOf(activeId))
  const mounted = Array.from({ length: last - first }, (_, index) => first + index)
  // The row that holds the focus stays mounted wherever the view goes.
  if (active < first || active >= last) mounted.push(active)

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    // Where something else than the keys chose the row, it may be out of view.
    scrollToRow(element, active, ROWS)
  }, [active])

  useEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true })
  })

  const moveTo = (index: number, extend: boolean) => {
    const target = ids[Math.min(Math.max(index, 0), ids.length - 1)]
    if (target === undefined) return
    focusNext.current = true
    const anchor = extend ? (anchorId.current ?? ids[active] ?? target) : target
    anchorId.current = anchor
    onSelect(target, extendSelection(ids, anchor, target))
  }
  const handleClick = (id: string, event: MouseEvent) => {
    if (event.shiftKey) return onSelect(id, extendSelection(ids, anchorId.current ?? ids[active] ?? id, id))
    anchorId.current = id
    if (event.ctrlKey || event.metaKey) {
      const chosen = toggleSelection(selection, id)
      onSelect(id, chosen.size > 0 ? chosen : new Set([id]))
    } else onSelect(id, new Set([id]))
  }
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const isOnRow = event.target === event.currentTarget
    const step = rowForKey(event.key, { active, total: ids.length, scroller: scroller.current, rows: ROWS })
    const id = ids[active]
    if (step !== null && !event.altKey) moveTo(step, event.shiftKey)
    else if (id !== undefined && event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(id, new Set(ids))
    else if (id !== undefined && event.key === 'Escape' && selection.size > 1) onSelect(id, new Set([id]))
    else if (isOnRow && event.key === ' ') {
      const chosen = selection.size > 0 ? selection : new Set(id === undefined ? [] : [id])
      const possible = drafts.filter(({ file, preview }) => chosen.has(file.token) && canInclude(preview))
      onInclude(chosen, !possible.every(({ isIncluded }) => isIncluded))
    } else if (isOnRow && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onEnter()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const possible = drafts.filter(({ preview }) => canInclude(preview))
  const included = possible.filter(({ isIncluded }) => isIncluded)
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('table.label')}
      aria-rowcount={drafts.length + 1}
      aria-multiselectable
      className={styles['table']}
    >
      <div role="row" aria-rowindex={1} className={cx(styles['columns'], grid['head'])}>
        <div role="columnheader" className={styles['cell']}>
          <Checkbox
            label={t('table.includeAll')}
            isChecked={included.length > 0 && included.length === possible.length}
            isMixed={included.length > 0 && included.length < possible.length}
            isDisabled={possible.length === 0}
            onChange={() => onInclude(new Set(ids), included.length < possible.length)}
          />
        </div>
        <div role="columnheader" className={styles['cell']}>
          <VisuallyHidden>{t('table.status')}</VisuallyHidden>
        </div>
        {COLUMNS.map((column) => (
          <div
            key={column}
            role="columnheader"
            className={cx(styles['cell'], styles['column'], column === 'words' && styles['number'])}
          >
            {t(`table.${column}`)}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={cx(grid['body'], styles['body'])} style={{ height: drafts.length * ROW_HEIGHT }}>
        {mounted.map((index) => {
          const draft = drafts[index]
          return (
            draft && (
              <FileRow
                key={draft.file.token}
                draft={draft}
                index={index}
                top={index * ROW_HEIGHT}
                isActive={index === active}
                isSelected={selection.has(draft.file.token)}
                onKeyDown={handleKey}
                onClick={(event) => handleClick(draft.file.token, event)}
                onInclude={(isIncluded) => onInclude(new Set([draft.file.token]), isIncluded)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
