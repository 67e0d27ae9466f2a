import { Button } from './button'
import { Dialog } from './dialog'
import styles from './dialog.module.css'

export interface ConfirmProps {
  readonly title: string
  readonly message: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly danger?: boolean
  readonly isOpen: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that is not easily taken back. */
export function Confirm(props: ConfirmProps) {
  const { title, message, confirmLabel, cancelLabel, danger = false, isOpen, onConfirm, onClose } = props
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={cancelLabel}
      width="small"
      actions={
        <>
          <Button onPress={onClose}>{cancelLabel}</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            autoFocus
            onPress={() => {
              onClose()
              onConfirm()
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p className={styles['message']}>{message}</p>
    </Dialog>
  )
}
