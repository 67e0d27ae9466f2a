import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError, type ErrorData, toErrorData } from '../../../shared/errors'
import { attempt, onFailure, reportError, setProject, shell, subscribe, useRead, useShell } from '../../api'
import { runCommand } from '../../ui/commands'
import { showToast } from '../../ui/toast'
import { describeError } from '../../describe-error'
import { type Remedy, remediesOf } from './remedies'
import { saveCopy } from './save-copy'

/** The dialogs that some failures need. */
export interface FailureDialogs {
  readonly onDamaged: (error: ErrorData) => void
  readonly onTakeOver: (error: ErrorData) => void
  readonly onDiagnostics: () => void
}

/** Shows failures as toasts, each with the buttons that recover from it. The functions must stay the same. */
export function useFailures({ onDamaged, onTakeOver, onDiagnostics }: FailureDialogs): void {
  const { t } = useTranslation('errors')
  const inBrowser = useShell('info').data?.host === 'browser'
  const hasProject = Boolean(useRead('project.find', {}).data)

  useEffect(() => {
    const open = (options: { path?: string; readOnly?: boolean }) =>
      void attempt(async () => {
        const project = await shell.openProject(options)
        if (project) setProject(project)
      })
    const apply = (remedy: Remedy, error: ErrorData, retry: (() => void) | null) => {
      const { recovery } = error
      const path = 'path' in recovery ? { path: recovery.path } : {}
      switch (remedy) {
        case 'retry':
          return retry?.()
        case 'openReadOnly':
          return open({ ...path, readOnly: true })
        case 'openForWriting':
          return open(path)
        case 'takeOver':
          return onTakeOver(error)
        case 'keepCopy':
          return saveCopy()
        case 'chooseAnother':
          return open({})
        case 'chooseTranscripts':
          return runCommand('source.import')
        case 'diagnostics':
          return onDiagnostics()
      }
    }
    onFailure((thrown, retry) => {
      const error = toErrorData(thrown)
      if (error.code === 'cancelled') return
      if (error.recovery.kind === 'open-backup' || error.recovery.kind === 'salvage') {
        onDamaged(error)
        return
      }
      const { title, detail } = describeError(error)
      const remedies = remediesOf(error, { canRetry: retry !== null, hasProject, canChoose: !inBrowser })
      const actions = remedies.map((remedy) => ({
        label: t(`recovery.${remedy}`),
        run: () => apply(remedy, error, retry),
      }))
      showToast({ kind: 'error', title, detail, actions })
    })
  }, [t, inBrowser, hasProject, onDamaged, onTakeOver, onDiagnostics])

  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'failed') reportError(AppError.from(event.error))
      }),
    [],
  )
}
