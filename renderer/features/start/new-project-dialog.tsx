import { memo, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { UI_LANGUAGES, type UiLanguage } from '../../../shared/domain/language'
import { attempt, refreshShell, setProject, shell } from '../../api'
import { currentLanguage } from '../../i18n'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import styles from './new-project-dialog.module.css'

export interface NewProjectDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks for a new project's title and language, then makes and opens it. */
export const NewProjectDialog = memo(function NewProjectDialog({ isOpen, onClose }: NewProjectDialogProps) {
  const { t } = useTranslation(['start', 'common'])
  return (
    <Dialog title={t('new.heading')} isOpen={isOpen} onClose={onClose} closeLabel={t('common:cancel')} width="small">
      <NewProjectForm onClose={onClose} />
    </Dialog>
  )
})

function NewProjectForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['start', 'common'])
  const [title, setTitle] = useState('')
  const [language, setLanguage] = useState<UiLanguage>(currentLanguage())
  const [isBusy, setBusy] = useState(false)

  const create = async () => {
    setBusy(true)
    const project = await attempt(() => shell.newProject({ title: title.trim(), language, example: false }))
    setBusy(false)
    if (!project) return
    onClose()
    setProject(project)
    await refreshShell()
  }

  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '' && !isBusy) void create()
      }}
    >
      <TextField
        label={t('new.title')}
        placeholder={t('new.titleExample')}
        value={title}
        onChange={setTitle}
        maxLength={500}
        autoFocus
      />
      <Select
        label={t('new.language')}
        options={UI_LANGUAGES.map((id) => ({ id, label: t(`new.languages.${id}`) }))}
        value={language}
        onChange={setLanguage}
      />
      <p className={styles['hint']}>{t('new.languageHint')}</p>
      <div className={styles['actions']}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={title.trim() === '' || isBusy}>
          {t('new.create')}
        </Button>
      </div>
    </Form>
  )
}
