import type { ReactNode } from 'react'
import styles from './panel.module.css'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly message?: string
  /** What to do about it. */
  readonly actions?: ReactNode
}

/** Takes the place of a list that has nothing in it yet. */
export function EmptyState({ icon, title, message, actions }: EmptyStateProps) {
  return (
    <div className={styles['panel']}>
      {icon}
      <h2 className={styles['title']}>{title}</h2>
      {message !== undefined && <p className={styles['message']}>{message}</p>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
