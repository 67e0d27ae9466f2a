import type { ReactNode } from 'react'
import styles from './labelled-row.module.css'

export interface LabelledRowProps {
  readonly label: string
  /** What is set; it carries the same label for who cannot see the row. */
  readonly children: ReactNode
}

/** A setting under its name, side by side where there is room. */
export function LabelledRow({ label, children }: LabelledRowProps) {
  return (
    <div className={styles['row']}>
      <h3 className={styles['name']}>{label}</h3>
      {children}
    </div>
  )
}
