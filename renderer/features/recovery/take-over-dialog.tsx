import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../../shared/errors'
import { attempt, refreshShell, setProject, shell } from '../../api'
import { tellWhatHappened } from '../../describe-error'
import { Confirm } from '../../ui/confirm'

export interface TakeOverDialogProps {
  /** What opening the project failed with; `null` closes the dialog. */
  readonly error: ErrorData | null
  readonly onClose: () => void
}

/** Asks before a project is taken from another computer, of which nobody here can see whether it still writes. */
export function TakeOverDialog({ error, onClose }: TakeOverDialogProps) {
  const { t } = useTranslation(['recovery', 'common'])
  const path = error?.recovery.kind === 'open-read-only' ? error.recovery.path : null
  const takeOver = () =>
    void attempt(async () => {
      if (path === null) return
      const project = await shell.openProject({ path, takeOver: true })
      if (!project) return
      setProject(project)
      await refreshShell()
    })
  return (
    <Confirm
      title={t('takeOver.title')}
      message={error ? `${tellWhatHappened(error)} ${t('takeOver.text')}` : ''}
      confirmLabel={t('takeOver.run')}
      cancelLabel={t('common:cancel')}
      danger
      isOpen={path !== null}
      onConfirm={takeOver}
      onClose={onClose}
    />
  )
}
