import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './cx'
import styles from './dialog.module.css'
import { IconButton } from './icon-button'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly closeLabel: string
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  /** `full` takes all the room there is, and what is in it scrolls by itself. */
  readonly width?: 'small' | 'medium' | 'large' | 'full'
  /** False while something runs that the dialog is about. */
  readonly canClose?: boolean
  /** `alertdialog` for what interrupts the user. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

/** A modal dialog: keeps the focus, closes on Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  const {
    title,
    isOpen,
    onClose,
    closeLabel,
    actions,
    width = 'medium',
    canClose = true,
    role = 'dialog',
    children,
  } = props
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={isOpen}
      isKeyboardDismissDisabled={!canClose}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={cx(styles['modal'], styles[width])}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <header className={styles['header']}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {title}
            </Heading>
            {canClose && <IconButton label={closeLabel} icon={<X aria-hidden />} onPress={onClose} />}
          </header>
          <div className={styles['body']}>{children}</div>
          {actions !== undefined && <footer className={styles['footer']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
