import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './panel.module.css'

export interface ErrorPanelProps {
  readonly title: string
  readonly message: string
  /** Buttons that recover from it. */
  readonly actions?: ReactNode
}

/** Takes the place of what could not be shown. */
export function ErrorPanel({ title, message, actions }: ErrorPanelProps) {
  return (
    <div role="alert" className={styles['panel']}>
      <CircleAlert aria-hidden className={styles['alert']} />
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['message']}>{message}</p>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
