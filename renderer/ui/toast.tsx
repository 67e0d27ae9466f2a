import { CircleAlert, Info, X } from 'lucide-react'
import { useEffect } from 'react'
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button } from './button'
import { cx } from './cx'
import { IconButton } from './icon-button'
import styles from './toast.module.css'

export interface ToastMessage {
  readonly kind: 'note' | 'error'
  readonly title: string
  readonly detail?: string | undefined
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[]
  readonly onClose?: () => void
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 4 })

/**
 * Shows a message in the corner. A note leaves by itself and takes the place of the one before; an error stays until
 * it is closed, and is not said twice. Returns what takes the message away before that.
 */
export function showToast(message: ToastMessage): () => void {
  const { kind, title, detail, onClose } = message
  for (const shown of queue.visibleToasts) {
    if (kind === 'note' && shown.content.kind === 'note') queue.close(shown.key)
    else if (shown.content.title === title && shown.content.detail === detail) return () => queue.close(shown.key)
  }
  const key = queue.add(message, { ...(kind === 'note' && { timeout: 7000 }), ...(onClose && { onClose }) })
  return () => queue.close(key)
}

let cameFrom: Element | null = null

/**
 * Gives the focus back before its toast is gone. React Aria does so afterwards, but then takes the toast to have it
 * still, and moves the focus from wherever the user is to the next toast.
 */
function leave(): void {
  const { activeElement } = document
  if (!activeElement?.closest('[role="alertdialog"]')) return
  if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true })
  else if (activeElement instanceof HTMLElement) activeElement.blur()
}

/** Where toasts appear: once a window. F6 reaches them from the keyboard. */
export function Toasts({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  useEffect(() => {
    const onFocusIn = ({ target, relatedTarget }: FocusEvent) => {
      const isToast = (place: EventTarget | null) =>
        place instanceof Element && place.closest('[role="alertdialog"]') !== null
      if (isToast(target) && !isToast(relatedTarget)) cameFrom = relatedTarget as Element | null
    }
    document.addEventListener('focusin', onFocusIn)
    return () => document.removeEventListener('focusin', onFocusIn)
  }, [])
  return (
    <ToastRegion queue={queue} aria-label={label} className={styles['region'] ?? ''}>
      {({ toast }) => (
        <AriaToast toast={toast} className={cx(styles['toast'], styles[toast.content.kind])}>
          {toast.content.kind === 'error' ? <CircleAlert aria-hidden /> : <Info aria-hidden />}
          <ToastContent className={styles['content'] ?? ''}>
            <Text slot="title" className={styles['title'] ?? ''}>
              {toast.content.title}
            </Text>
            {toast.content.detail !== undefined && toast.content.detail !== '' && (
              <Text slot="description" className={styles['detail'] ?? ''}>
                {toast.content.detail}
              </Text>
            )}
          </ToastContent>
          {toast.content.actions && (
            <div className={styles['actions']}>
              {toast.content.actions.map(({ label, run }) => (
                <Button
                  key={label}
                  size="small"
                  onPress={() => {
                    run()
                    leave()
                    queue.close(toast.key)
                  }}
                >
                  {label}
                </Button>
              ))}
            </div>
          )}
          <IconButton slot="close" size="small" label={closeLabel} icon={<X aria-hidden />} onPress={leave} />
        </AriaToast>
      )}
    </ToastRegion>
  )
}
