import type { ReactNode } from 'react'
import styles from './checkbox.module.css'

export interface CheckboxProps {
  /** Its accessible name, where no text stands beside it. */
  readonly label?: string
  readonly isChecked: boolean
  readonly isMixed?: boolean
  readonly isDisabled?: boolean
  readonly tabIndex?: 0 | -1
  readonly onChange: (isChecked: boolean) => void
  /** The text beside it. */
  readonly children?: ReactNode
}

export function Checkbox(props: CheckboxProps) {
  const { label, isChecked, isMixed = false, isDisabled = false, tabIndex, onChange, children } = props
  const box = (
    <input
      type="checkbox"
      className={styles['checkbox']}
      aria-label={label}
      tabIndex={tabIndex}
      checked={isChecked}
      disabled={isDisabled}
      ref={(element) => {
        if (element) element.indeterminate = isMixed
      }}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
  if (children === undefined) return box
  return (
    <label className={styles['label']}>
      {box}
      <span>{children}</span>
    </label>
  )
}
