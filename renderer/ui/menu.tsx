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
  /** The one of several that is chosen now. */
  readonly isCurrent?: boolean
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
  readonly placement?: PopoverProps['placement']
  /** False: it stands beside what the user does and leaves them the keyboard; what opened it closes it. */
  readonly isModal?: boolean
}

/** One menu for many buttons, where a menu for each would cost too much. */
export function PopupMenu(props: PopupMenuProps) {
  const { label, items, anchor, isOpen, onClose, placement = 'bottom end', isModal = true } = props
  return (
    <Popover
      className={styles['popover'] ?? ''}
      placement={placement}
      offset={4}
      isNonModal={!isModal}
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Entries label={label} items={items} onClose={onClose} takesFocus={isModal} />
    </Popover>
  )
}

interface EntriesProps {
  readonly label: string
  readonly items: readonly MenuEntry[]
  readonly onClose?: () => void
  readonly takesFocus?: boolean
}

function Entries({ label, items, onClose, takesFocus = true }: EntriesProps) {
  return (
    <AriaMenu
      aria-label={label}
      className={styles['menu'] ?? ''}
      items={items}
      disabledKeys={items.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
      onAction={(key) => items.find(({ id }) => id === key)?.onAction()}
      {...(onClose && { onClose })}
      {...(onClose && takesFocus && { autoFocus: 'first' as const })}
    >
      {(item) => (
        <MenuItem
          id={item.id}
          textValue={item.title}
          className={cx(styles['item'], item.danger && styles['danger'], item.isCurrent && styles['current'])}
        >
          {item.icon}
          <span className={styles['title']}>{item.title}</span>
          {item.keys !== undefined && <Keys keys={item.keys} />}
        </MenuItem>
      )}
    </AriaMenu>
  )
}
