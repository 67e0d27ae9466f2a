import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TagInput } from '../../ui/tag-input'
import { TextField } from '../../ui/text-field'
import type { Review } from '../../../shared/domain/review'
import { LanguageField } from './language-field'
import type { ReviewActions } from './review-actions'
import styles from './review.module.css'

export interface ReviewSettingsDialogProps {
  readonly review: Review
  readonly actions: ReviewActions
  readonly onClose: () => void
}

/** A review's title, language and aliases. Mounted while it is open. */
export function ReviewSettingsDialog({ review, actions, onClose }: ReviewSettingsDialogProps) {
  const { t } = useTranslation('review')
  const [title, setTitle] = useState(review.title)
  const [language, setLanguage] = useState(review.language)
  const [aliases, setAliases] = useState(review.aliases)

  const save = async () => {
    const change = {
      ...(title.trim() !== review.title && { title: title.trim() }),
      ...(language !== review.language && { language }),
      ...(aliases !== review.aliases && { aliases }),
    }
    if (Object.keys(change).length === 0 || (await actions.update(change))) onClose()
  }

  return (
    <Dialog
      title={t('settings.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('settings.cancel')}
      actions={
        <>
          <Button onPress={onClose}>{t('settings.cancel')}</Button>
          <Button variant="primary" type="submit" form="review-settings" isDisabled={title.trim() === ''}>
            {t('settings.save')}
          </Button>
        </>
      }
    >
      <Form
        id="review-settings"
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() !== '') void save()
        }}
      >
        <TextField label={t('settings.name')} value={title} onChange={setTitle} maxLength={500} autoFocus />
        <LanguageField
          label={t('settings.language')}
          hint={t('settings.languageHint')}
          value={language}
          onChange={setLanguage}
        />
        <div>
          <TagInput
            label={t('settings.aliases')}
            placeholder={t('settings.aliasPlaceholder')}
            removeLabel={(alias) => t('settings.removeAlias', { alias })}
            tags={aliases}
            onChange={setAliases}
          />
          <p className={styles['fieldHint']}>{t('settings.aliasesHint')}</p>
        </div>
      </Form>
    </Dialog>
  )
}
