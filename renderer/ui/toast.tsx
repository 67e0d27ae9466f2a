import { CircleAlert, Info, X } from 'lucide-react'
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
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
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

/** Where toasts appear: once a window. F6 reaches them from the keyboard. */
export function Toasts({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
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
          {toast.content.action && (
            <Button
              size="small"
              onPress={() => {
                toast.content.action?.run()
                queue.close(toast.key)
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <IconButton slot="close" size="small" label={closeLabel} icon={<X aria-hidden />} />
        </AriaToast>
      )}
    </ToastRegion>
  )
}
