import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { TextField } from '../../../ui/text-field'
import type { OpenReview } from '../use-review'
import styles from './hints.module.css'
import { nameSpeaker, type HintQuestion } from './use-hint-actions'

interface NameSpeakerDialogProps {
  readonly open: OpenReview
  readonly question: HintQuestion & { readonly kind: 'name' }
  readonly onClose: () => void
}

/** Asks who somebody is whom the transcript only numbers. */
export function NameSpeakerDialog({ open, question, onClose }: NameSpeakerDialogProps) {
  const { t } = useTranslation('debate')
  const [name, setName] = useState('')
  const source = open.sources.get(question.passage.sourceId)
  const speaker = source?.speakers.find(({ id }) => id === question.speakerId)
  const submit = () => {
    if (name.trim() === '') return
    void nameSpeaker(open, question, name.trim())
    onClose()
  }
  return (
    <Dialog
      title={t('hints.nameSpeaker', { speaker: speaker?.name ?? '' })}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="small"
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={submit}>
            {t('hints.saveName')}
          </Button>
        </>
      }
    >
      <Form
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <blockquote className={styles['said']} lang={source?.language}>
          {question.passage.text}
        </blockquote>
        <TextField
          label={t('hints.name')}
          description={t('hints.nameHint', { source: source?.title ?? '' })}
          value={name}
          onChange={setName}
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
