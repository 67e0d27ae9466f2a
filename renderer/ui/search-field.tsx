import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import styles from './field.module.css'

export interface SearchFieldProps {
  /** Its accessible name, and its placeholder. */
  readonly label: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef?: Ref<HTMLInputElement>
}

export function SearchField({ label, clearLabel, value, onChange, inputRef }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={styles['search'] ?? ''}>
      <Search aria-hidden />
      <Input
        className={styles['input'] ?? ''}
        placeholder={label}
        spellCheck={false}
        {...(inputRef !== undefined && { ref: inputRef })}
      />
      <Button aria-label={clearLabel} className={styles['clear'] ?? ''}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
