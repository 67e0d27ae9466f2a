import { Search, X } from 'lucide-react'
import { useRef, type KeyboardEvent, type RefObject } from 'react'
import styles from './field.module.css'

export interface SearchFieldProps {
  /** Its accessible name, and its placeholder. */
  readonly label: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef?: RefObject<HTMLInputElement | null>
}

/** A field to look for something, emptied by Escape or its button. It is on most screens, which are to come at once. */
export function SearchField({ label, clearLabel, value, onChange, inputRef }: SearchFieldProps) {
  const own = useRef<HTMLInputElement>(null)
  const input = inputRef ?? own
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || value === '') return
    event.preventDefault()
    // What is around the field would take it for itself: a dialog closes.
    event.stopPropagation()
    onChange('')
  }
  return (
    <div className={styles['search']}>
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        className={styles['input']}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <button
          type="button"
          tabIndex={-1}
          className={styles['clear']}
          aria-label={clearLabel}
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </div>
  )
}
