import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button, Input, Tag, TagGroup, TagList } from 'react-aria-components'
import fieldStyles from './field.module.css'
import styles from './tag-input.module.css'

export interface TagInputProps {
  readonly label: string
  readonly placeholder: string
  /** The accessible name of a tag's remove button. */
  readonly removeLabel: (tag: string) => string
  readonly tags: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
  /** Tags in use elsewhere, offered while typing. */
  readonly suggestions?: readonly string[]
  readonly isDisabled?: boolean
}

/** A list of short words: Enter or a comma adds one, Backspace in the empty field takes the last one away. */
export function TagInput(props: TagInputProps) {
  const { label, placeholder, removeLabel, tags, onChange, suggestions = [], isDisabled = false } = props
  const [draft, setDraft] = useState('')
  const labelId = useId()
  const inputId = useId()
  const listId = useId()

  const add = (text: string) => {
    const fresh = text
      .split(/[,，、]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !tags.includes(tag))
    if (fresh.length > 0) onChange([...tags, ...new Set(fresh)])
    setDraft('')
  }

  return (
    <div className={fieldStyles['field']}>
      <label id={labelId} htmlFor={inputId} className={fieldStyles['label']}>
        {label}
      </label>
      {tags.length > 0 && (
        <TagGroup aria-labelledby={labelId} onRemove={(keys) => onChange(tags.filter((tag) => !keys.has(tag)))}>
          <TagList className={styles['list'] ?? ''}>
            {tags.map((tag) => (
              <Tag key={tag} id={tag} textValue={tag} className={styles['tag'] ?? ''}>
                {tag}
                {!isDisabled && (
                  <Button slot="remove" aria-label={removeLabel(tag)} className={styles['remove'] ?? ''}>
                    <X aria-hidden />
                  </Button>
                )}
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
      <Input
        id={inputId}
        className={fieldStyles['input'] ?? ''}
        placeholder={placeholder}
        list={listId}
        spellCheck={false}
        disabled={isDisabled}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => add(draft)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' || event.key === ',' || event.key === '，') {
            event.preventDefault()
            add(draft)
          } else if (event.key === 'Backspace' && draft === '' && tags.length > 0) {
            onChange(tags.slice(0, -1))
          }
        }}
      />
      <datalist id={listId}>
        {suggestions
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  )
}
