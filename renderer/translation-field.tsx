import type { RefObject } from 'react'
import type { LanguageTag } from '../shared/domain/language'
import type { Passage } from '../shared/domain/passage'
import { TranslationNotes } from './translation-notes'
import { TextField } from './ui/text-field'
import type { SavedText } from './use-saved-text'

export interface TranslationFieldProps {
  readonly passage: Passage
  readonly language: LanguageTag
  readonly draft: SavedText
  readonly readOnly: boolean
  readonly label: string
  readonly placeholder: string
  /** Lines of text that it has room for. */
  readonly rows: number
  readonly inputRef: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>
}

/** A translation as it is typed, with what the glossary and other translations say of it below. */
export function TranslationField(props: TranslationFieldProps) {
  const { passage, language, draft, readOnly, label, placeholder, rows, inputRef } = props
  return (
    <>
      <TextField
        label={label}
        hideLabel
        placeholder={placeholder}
        rows={rows}
        serif
        inputRef={inputRef}
        lang={language}
        value={draft.text}
        onChange={draft.setText}
        onBlur={draft.flush}
        isReadOnly={readOnly}
      />
      <TranslationNotes
        passage={passage}
        language={language}
        text={draft.text}
        readOnly={readOnly}
        onInsert={(words) => {
          const at = inputRef.current?.selectionStart ?? draft.text.length
          draft.setText(draft.text.slice(0, at) + words + draft.text.slice(inputRef.current?.selectionEnd ?? at))
          inputRef.current?.focus()
        }}
        onUse={(text) => {
          draft.setText(text)
          inputRef.current?.focus()
        }}
      />
    </>
  )
}
