import { useRef, type KeyboardEvent } from 'react'
import { cx } from '../../ui/cx'
import styles from './growing-field.module.css'
import { useDraft } from './use-draft'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly lang?: string
  readonly onSave: (text: string) => void
}

export interface LineFieldProps extends FieldProps {
  readonly readOnly?: boolean
  readonly maxLength?: number
  readonly className?: string | undefined
}

/**
 * One line of text that is edited where it stands, and wraps. Leaving it or Enter saves, Escape goes back to what it
 * was.
 */
export function LineField(props: LineFieldProps) {
  const { label, value, placeholder = '', lang, readOnly = false, maxLength = 500, className, onSave } = props
  const draft = useDraft(value, onSave)
  const field = useRef<HTMLTextAreaElement>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      field.current?.blur()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      draft.discard()
      field.current?.blur()
    }
  }

  return (
    <span className={cx(styles['grow'], styles['line'], className)} data-value={draft.text || placeholder} lang={lang}>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        className={styles['field']}
        value={draft.text}
        placeholder={placeholder}
        readOnly={readOnly}
        maxLength={maxLength}
        spellCheck={false}
        onChange={(event) => draft.setText(event.target.value.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' '))}
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
      />
    </span>
  )
}
