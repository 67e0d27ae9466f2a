import type { ReactNode } from 'react'
import type { Passage } from '../../../shared/domain/passage'
import type { Source } from '../../../shared/domain/source'
import styles from './passage-panel.module.css'

/** What every field of the panel is about. */
export interface FieldProps {
  readonly passage: Passage
  readonly source: Source
  readonly readOnly: boolean
}

export interface PanelSectionProps {
  readonly title: string
  readonly children: ReactNode
}

/** One part of the panel under its heading. */
export function PanelSection({ title, children }: PanelSectionProps) {
  return (
    <div className={styles['section']}>
      <h3 className={styles['heading']}>{title}</h3>
      {children}
    </div>
  )
}
