import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { translate } from '../../i18n'
import { CampMark } from '../../ui/camp-mark'
import { cx } from '../../ui/cx'
import { useFocusRequest } from '../../ui/focus-request'
import { IconButton } from '../../ui/icon-button'
import { Menu, type MenuEntry } from '../../ui/menu'
import type { SectionId } from '../../../shared/domain/ids'
import { sectionHeading } from '../../../shared/markdown/labels'
import { announce } from './announcer'
import { dropBlock } from './blocks'
import { dragLeave, dragOver, endDrag, sideAt, startDrag, takeDrop, useDrag } from './drag'
import { buildOutline, changeDepth, dropSection, flattenOutline, stepSection, type OutlineItem } from './outline'
import styles from './outline-pane.module.css'
import type { OpenReview } from './use-review'

export interface OutlinePaneProps {
  readonly open: OpenReview
  /** The section the user is in. */
  readonly current: SectionId | null
  readonly onGoTo: (id: SectionId) => void
}

/** The sections as a tree: to go to one, to move it, and to drop blocks and passages into it. */
export function OutlinePane({ open, current, onGoTo }: OutlinePaneProps) {
  const { t } = useTranslation('review')
  const { review, actions, readOnly } = open
  const [folded, setFolded] = useState<ReadonlySet<SectionId>>(new Set())
  const [focused, setFocused] = useState<SectionId | null>(null)
  const [wanted, setWanted] = useState<SectionId | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const rowOf = (id: SectionId) => tree.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)
  const rows = useMemo(() => flattenOutline(buildOutline(review.sections), folded), [review.sections, folded])
  const stop =
    rows.find(({ section }) => section.id === focused) ?? rows.find(({ section }) => section.id === current) ?? rows[0]

  useLayoutEffect(() => {
    const row = wanted !== null && rowOf(wanted)
    if (!row) return
    row.focus()
    setWanted(null)
  }, [wanted, rows])

  // Moving an element takes the focus from it.
  useLayoutEffect(() => {
    if (focused !== null && document.activeElement === document.body) rowOf(focused)?.focus()
  }, [rows, focused])

  useFocusRequest('review.outline', () => {
    if (stop) rowOf(stop.section.id)?.focus()
  })

  const fold = (id: SectionId, isFolded: boolean) => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  const move = (id: SectionId, how: 'up' | 'down' | 'deeper' | 'higher') => {
    const by = how === 'up' || how === 'higher' ? -1 : 1
    const isStep = how === 'up' || how === 'down'
    const place = (isStep ? stepSection : changeDepth)(actions.sections(), id, by)
    if (!place) return announce(translate(isStep ? 'review:announce.end' : 'review:announce.notAllowed'))
    if (place.parentId !== null) fold(place.parentId, false)
    actions.moveSection(id, place)
  }
  const remove = (id: SectionId) => {
    const at = rows.findIndex(({ section }) => section.id === id)
    const depth = rows[at]?.depth ?? 0
    const next = rows.slice(at + 1).find((row) => row.depth <= depth) ?? rows[at - 1]
    void actions.deleteSection(id)
    if (next) setWanted(next.section.id)
  }

  const onKeyDown = (event: KeyboardEvent, item: OutlineItem) => {
    if (event.target !== event.currentTarget) return
    const { id, parentId } = item.section
    const at = rows.indexOf(item)
    const isFolded = folded.has(id)
    const goTo = (row: OutlineItem | undefined) => {
      if (row) setWanted(row.section.id)
    }
    if (event.altKey) {
      const how = MOVES[event.key]
      if (!how || readOnly) return
      move(id, how)
    } else {
      switch (event.key) {
        case 'ArrowDown':
          goTo(rows[at + 1])
          break
        case 'ArrowUp':
          goTo(rows[at - 1])
          break
        case 'Home':
          goTo(rows[0])
          break
        case 'End':
          goTo(rows.at(-1))
          break
        case 'ArrowRight':
          if (isFolded) fold(id, false)
          else goTo(item.children[0])
          break
        case 'ArrowLeft':
          if (item.children.length > 0 && !isFolded) fold(id, true)
          else if (parentId !== null) setWanted(parentId)
          break
        case 'Enter':
        case ' ':
          onGoTo(id)
          break
        case 'Delete':
        case 'Backspace':
          if (readOnly) return
          remove(id)
          break
        default:
          return
      }
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const onDrop = (event: DragEvent) => {
    const drop = takeDrop(event)
    if (drop?.target.kind !== 'entry') return
    const { dragged, target } = drop
    const section = review.sections.find(({ id }) => id === target.sectionId)
    if (!section) return
    if (dragged.kind === 'passage') {
      void actions.placePassage({ sectionId: section.id, index: section.blocks.length }, dragged.id)
    } else if (dragged.kind === 'block') {
      const place = dropBlock(review.sections, dragged.id, section.id, section.blocks.length)
      if (place) actions.moveBlock(dragged.id, place)
    } else {
      const place = dropSection(review.sections, dragged.id, target.sectionId, target.side)
      if (place) actions.moveSection(dragged.id, place)
    }
  }

  if (rows.length === 0) return <p className={styles['empty']}>{t('outline.empty')}</p>
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('outline.title')}
      className={styles['tree']}
      onDrop={onDrop}
      onDragLeave={dragLeave}
      // Not called when the focus is lost because its element was moved.
      onBlur={() => setFocused(null)}
    >
      {rows.map((item) => (
        <Entry
          key={item.section.id}
          item={item}
          heading={sectionHeading(item.section, review.language)}
          open={open}
          isCurrent={item.section.id === current}
          isStop={item === stop}
          isFolded={folded.has(item.section.id)}
          onFold={fold}
          onFocus={setFocused}
          onKeyDown={onKeyDown}
          onGoTo={onGoTo}
          onMove={move}
          onRemove={remove}
        />
      ))}
    </div>
  )
}

const MOVES: Readonly<Record<string, 'up' | 'down' | 'deeper' | 'higher'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'deeper',
  ArrowLeft: 'higher',
}

interface EntryProps {
  readonly item: OutlineItem
  readonly heading: string
  readonly open: OpenReview
  readonly isCurrent: boolean
  /** The one entry that Tab stops at. */
  readonly isStop: boolean
  readonly isFolded: boolean
  readonly onFold: (id: SectionId, isFolded: boolean) => void
  readonly onFocus: (id: SectionId) => void
  readonly onKeyDown: (event: KeyboardEvent, item: OutlineItem) => void
  readonly onGoTo: (id: SectionId) => void
  readonly onMove: (id: SectionId, how: 'up' | 'down' | 'deeper' | 'higher') => void
  readonly onRemove: (id: SectionId) => void
}

function Entry(props: EntryProps) {
  const { item, heading, open, isCurrent, isStop, isFolded, onFold, onGoTo, onMove } = props
  const { t } = useTranslation('review')
  const { review, readOnly } = open
  const { section, depth, children, quotes } = item
  const { id } = section
  const side = useDrag(({ target }) => (target?.kind === 'entry' && target.sectionId === id ? target.side : null))
  const isDragged = useDrag(({ dragged }) => dragged?.kind === 'section' && dragged.id === id)

  const onDragOver = (event: DragEvent<HTMLElement>) => {
    const { dragged } = useDrag.getState()
    if (!dragged || readOnly) return
    const where =
      dragged.kind === 'section' ? sideAt(event.currentTarget.getBoundingClientRect(), event.clientY) : 'inside'
    const may = dragged.kind !== 'section' || dropSection(review.sections, dragged.id, id, where) !== null
    dragOver(event, may ? { kind: 'entry', sectionId: id, side: where } : null)
  }

  const menu: MenuEntry[] = [
    { id: 'up', title: t('outline.up'), keys: 'Alt+ArrowUp', onAction: () => onMove(id, 'up') },
    { id: 'down', title: t('outline.down'), keys: 'Alt+ArrowDown', onAction: () => onMove(id, 'down') },
    { id: 'deeper', title: t('outline.deeper'), keys: 'Alt+ArrowRight', onAction: () => onMove(id, 'deeper') },
    { id: 'higher', title: t('outline.higher'), keys: 'Alt+ArrowLeft', onAction: () => onMove(id, 'higher') },
    { id: 'delete', title: t('outline.delete'), keys: 'Delete', danger: true, onAction: () => props.onRemove(id) },
  ]
  const Chevron = isFolded ? ChevronRight : ChevronDown
  return (
    <div
      role="treeitem"
      tabIndex={isStop ? 0 : -1}
      data-entry={id}
      aria-level={depth + 1}
      aria-posinset={item.position}
      aria-setsize={item.siblings}
      aria-selected={isCurrent}
      aria-label={quotes > 0 ? `${heading}, ${t('outline.quotes', { count: quotes })}` : heading}
      {...(children.length > 0 && { 'aria-expanded': !isFolded })}
      className={cx(
        styles['entry'],
        depth === 0 && styles['top'],
        isCurrent && styles['current'],
        isDragged && styles['dragged'],
        side && styles[side],
      )}
      style={{ paddingInlineStart: `${0.25 + depth * 0.875}rem` }}
      draggable={!readOnly}
      onDragStart={(event) => startDrag(event, { kind: 'section', id })}
      onDragEnd={endDrag}
      onDragEnter={onDragOver}
      onDragOver={onDragOver}
      onFocus={() => props.onFocus(id)}
      onKeyDown={(event) => props.onKeyDown(event, item)}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('button'))) onGoTo(id)
      }}
    >
      <span
        aria-hidden
        className={styles['fold']}
        onClick={(event) => {
          if (children.length === 0) return
          event.stopPropagation()
          onFold(id, !isFolded)
        }}
      >
        {children.length > 0 && <Chevron />}
      </span>
      {section.camp && <CampMark colour={section.camp.colour} />}
      <span className={styles['name']} title={heading} lang={review.language}>
        {heading}
      </span>
      {quotes > 0 && <span className={styles['count']} data-count={quotes} aria-hidden />}
      {!readOnly && (
        <span className={styles['menu']}>
          <Menu label={t('outline.menu', { heading })} items={menu} placement="bottom end">
            <IconButton
              size="small"
              excludeFromTabOrder
              label={t('outline.menu', { heading })}
              icon={<Ellipsis aria-hidden />}
            />
          </Menu>
        </span>
      )}
    </div>
  )
}
