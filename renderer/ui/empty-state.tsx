import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './panel.module.css'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly message?: string
  /** What to do about it. */
  readonly actions?: ReactNode
  /** For the side of a window rather than its middle. */
  readonly isSmall?: boolean
}

/** Takes the place of a list that has nothing in it yet. */
export function EmptyState({ icon, title, message, actions, isSmall = false }: EmptyStateProps) {
  return (
    <div className={cx(styles['panel'], isSmall && styles['small'])}>
      {icon}
      <h2 className={styles['title']}>{title}</h2>
      {message !== undefined && <p className={styles['message']}>{message}</p>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
