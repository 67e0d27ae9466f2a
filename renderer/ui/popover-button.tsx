import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import styles from './popover-button.module.css'

export interface PopoverButtonProps {
  /** The accessible name of what opens. */
  readonly label: string
  /** The button. */
  readonly children: ReactElement
  /** Asked for what is in it while it is open. */
  readonly content: () => ReactNode
}

/** A button with a small panel of settings below it. */
export function PopoverButton({ label, children, content }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      {children}
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <Dialog aria-label={label} className={styles['panel'] ?? ''}>
          {content}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
