import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import styles from './review.module.css'

export interface CheckFieldProps {
  readonly label: string
  readonly hint?: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

export function CheckField({ label, hint, isSelected, onChange }: CheckFieldProps) {
  return (
    <Checkbox isSelected={isSelected} onChange={onChange} className={styles['check'] ?? ''}>
      <span aria-hidden className={styles['box']}>
        <Check />
      </span>
      <span>
        {label}
        {hint !== undefined && <span className={styles['fieldHint']}>{hint}</span>}
      </span>
    </Checkbox>
  )
}
