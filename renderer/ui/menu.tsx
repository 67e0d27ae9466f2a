import type { ReactElement, ReactNode, RefObject } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, type PopoverProps } from 'react-aria-components'
import { cx } from './cx'
import { Keys } from './keys'
import styles from './menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly title: string
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  readonly danger?: boolean
  readonly isDisabled?: boolean
  readonly onAction: () => void
}

export interface MenuProps {
  /** The accessible name of the menu. */
  readonly label: string
  readonly items: readonly MenuEntry[]
  readonly placement?: PopoverProps['placement']
  /** The button that opens it. */
  readonly children: ReactElement
}

export function Menu({ label, items, placement = 'bottom start', children }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles['popover'] ?? ''} placement={placement} offset={4}>
        <Entries label={label} items={items} />
      </Popover>
    </MenuTrigger>
  )
}

export interface PopupMenuProps {
  readonly label: string
  readonly items: readonly MenuEntry[]
  /** What it opens beside. */
  readonly anchor: RefObject<Element | null>
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** One menu for many buttons, where a menu for each would cost too much. */
export function PopupMenu({ label, items, anchor, isOpen, onClose }: PopupMenuProps) {
  return (
    <Popover
      className={styles['popover'] ?? ''}
      placement="bottom end"
      offset={4}
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Entries label={label} items={items} onClose={onClose} />
    </Popover>
  )
}

interface EntriesProps {
  readonly label: string
  readonly items: readonly MenuEntry[]
  readonly onClose?: () => void
}

function Entries({ label, items, onClose }: EntriesProps) {
  return (
    <AriaMenu
      aria-label={label}
      className={styles['menu'] ?? ''}
      items={items}
      disabledKeys={items.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
      onAction={(key) => items.find(({ id }) => id === key)?.onAction()}
      {...(onClose && { onClose, autoFocus: 'first' as const })}
    >
      {(item) => (
        <MenuItem id={item.id} textValue={item.title} className={cx(styles['item'], item.danger && styles['danger'])}>
          {item.icon}
          <span className={styles['title']}>{item.title}</span>
          {item.keys !== undefined && <Keys keys={item.keys} />}
        </MenuItem>
      )}
    </AriaMenu>
  )
}
