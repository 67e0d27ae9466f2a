import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api'
import { useFocusRequest } from '../../ui/focus-request'
import { TextField } from '../../ui/text-field'
import { PanelSection, type FieldProps } from './panel-section'
import { useSavedText } from '../../use-saved-text'

export function NoteField({ passage, readOnly }: FieldProps) {
  const { t } = useTranslation('passage')
  const update = useWrite('passage.update')
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const note = useSavedText(passage.note, (text) => update.mutateAsync({ id: passage.id, note: text }))
  useFocusRequest('passage.note', () => field.current?.focus())
  return (
    <PanelSection title={t('note.title')}>
      <TextField
        label={t('note.title')}
        hideLabel
        placeholder={t('note.placeholder')}
        rows={3}
        inputRef={field}
        value={note.text}
        onChange={note.setText}
        onBlur={note.flush}
        isReadOnly={readOnly}
      />
    </PanelSection>
  )
}
