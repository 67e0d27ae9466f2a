import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { attempt, invoke } from '../../api'
import { currentLanguage } from '../../i18n'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import type { ReviewId } from '../../../shared/domain/ids'
import type { UiLanguage } from '../../../shared/domain/language'
import { CheckField } from './check-field'
import { LanguageField } from './language-field'
import styles from './review.module.css'

export interface NewReviewDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onCreated: (id: ReviewId) => void
}

export function NewReviewDialog({ isOpen, onClose, onCreated }: NewReviewDialogProps) {
  const { t } = useTranslation('review')
  const [title, setTitle] = useState('')
  const [language, setLanguage] = useState<UiLanguage>(currentLanguage)
  const [starter, setStarter] = useState(true)

  const create = () =>
    void attempt(async () => {
      const review = await invoke('review.create', { title: title.trim(), language, starter })
      setTitle('')
      onClose()
      onCreated(review.id)
    })

  return (
    <Dialog
      title={t('create.title')}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t('create.cancel')}
      actions={
        <>
          <Button onPress={onClose}>{t('create.cancel')}</Button>
          <Button variant="primary" type="submit" form="new-review" isDisabled={title.trim() === ''}>
            {t('create.submit')}
          </Button>
        </>
      }
    >
      <Form
        id="new-review"
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() !== '') create()
        }}
      >
        <TextField
          label={t('create.name')}
          placeholder={t('create.namePlaceholder')}
          value={title}
          onChange={setTitle}
          maxLength={500}
          autoFocus
        />
        <LanguageField label={t('create.language')} value={language} onChange={setLanguage} />
        <CheckField
          label={t('create.starter')}
          hint={t('create.starterHint')}
          isSelected={starter}
          onChange={setStarter}
        />
      </Form>
    </Dialog>
  )
}
