import { Ellipsis, GripVertical } from 'lucide-react'
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import { IconButton } from '../../ui/icon-button'
import { Menu, type MenuEntry } from '../../ui/menu'
import type { Block } from '../../../shared/domain/review'
import { endDrag, startDrag, useDrag } from './drag'
import { usePage } from './page-context'
import styles from './page.module.css'

export interface BlockFrameProps {
  readonly block: Block
  readonly label: string
  readonly className?: string | undefined
  /** Whether its passage is shown in the inspector. */
  readonly isSelected?: boolean
  /** Buttons beside the menu's. */
  readonly buttons?: ReactNode
  /** Menu items of this kind of block, before those that every block has. */
  readonly items: readonly MenuEntry[]
  readonly removeLabel: string
  readonly onPress: () => void
  readonly onEnter: () => void
  readonly onAddAbove: () => void
  readonly onAddBelow: () => void
  readonly children: ReactNode
}

/** What each block has around it: focus and keys, a grip to drag it by, and its menu. */
export function BlockFrame(props: BlockFrameProps) {
  const { block, label, className, isSelected, buttons, items, removeLabel, onPress, onEnter, children } = props
  const { t } = useTranslation('review')
  const { readOnly, step, remove } = usePage()
  const frame = useRef<HTMLDivElement>(null)
  const isDragged = useDrag(({ dragged }) => dragged?.kind === 'block' && dragged.id === block.id)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by !== null && event.altKey && !readOnly) step(block.id, by)
    else if (by !== null && !event.altKey) focusNeighbour(event.currentTarget, by)
    else if (event.key === 'Enter') onEnter()
    else if (event.key === ' ') onPress()
    else if ((event.key === 'Delete' || event.key === 'Backspace') && !readOnly) remove(block.id)
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    // A press on a control, or the end of a selection of text, is not a press on the block.
    if (event.target instanceof Element && event.target.closest('button, textarea, [role="menu"], [role="link"]'))
      return
    if (window.getSelection()?.isCollapsed === false) return
    onPress()
  }

  const menu: MenuEntry[] = [
    ...items,
    ...(readOnly
      ? []
      : [
          { id: 'up', title: t('block.up'), keys: 'Alt+ArrowUp', onAction: () => step(block.id, -1) },
          { id: 'down', title: t('block.down'), keys: 'Alt+ArrowDown', onAction: () => step(block.id, 1) },
          { id: 'above', title: t('block.addAbove'), onAction: props.onAddAbove },
          { id: 'below', title: t('block.addBelow'), onAction: props.onAddBelow },
          { id: 'delete', title: removeLabel, keys: 'Delete', danger: true, onAction: () => remove(block.id) },
        ]),
  ]

  return (
    <div
      ref={frame}
      role="group"
      tabIndex={0}
      aria-label={label}
      {...(isSelected && { 'aria-current': true as const })}
      data-block={block.id}
      className={cx(styles['block'], isSelected && styles['selected'], isDragged && styles['dragged'], className)}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {!readOnly && (
        <div
          aria-hidden
          draggable
          title={t('block.drag')}
          className={styles['grip']}
          onDragStart={(event) => startDrag(event, { kind: 'block', id: block.id }, frame.current)}
          onDragEnd={endDrag}
        >
          <GripVertical />
        </div>
      )}
      {children}
      <div className={styles['blockTools']}>
        {buttons}
        {menu.length > 0 && (
          <Menu label={t('block.menu')} items={menu} placement="bottom end">
            <IconButton size="small" label={t('block.menu')} icon={<Ellipsis aria-hidden />} />
          </Menu>
        )}
      </div>
    </div>
  )
}

/** Gives the focus to the block after or before one, where there is one. */
export function focusNeighbour(from: Element, by: -1 | 1): void {
  const blocks = [...(from.closest('[data-page]')?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
  blocks[blocks.findIndex((block) => block === from) + by]?.focus()
}
