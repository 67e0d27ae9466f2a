import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError, type ErrorData, toErrorData, type Recovery } from '../../../shared/errors'
import { attempt, onFailure, reportError, setProject, shell, subscribe, useShell } from '../../api'
import { showToast, type ToastMessage } from '../../ui/toast'
import { describeError } from '../../describe-error'

/** Shows failures as toasts, each with the button that recovers from it; `onDamaged` gets those of a damaged project. */
export function useFailures(onDamaged: (error: ErrorData) => void): void {
  const { t } = useTranslation('errors')
  const inBrowser = useShell('info').data?.host === 'browser'

  useEffect(() => {
    const actionOf = (recovery: Recovery, retry: (() => void) | null): ToastMessage['action'] => {
      const open = (options: { path?: string; readOnly?: boolean }) => () =>
        void attempt(async () => {
          const project = await shell.openProject(options)
          if (project) setProject(project)
        })
      switch (recovery.kind) {
        case 'retry':
          return retry ? { label: t('recovery.retry'), run: retry } : undefined
        case 'open-read-only':
          return { label: t('recovery.openReadOnly'), run: open({ path: recovery.path, readOnly: true }) }
        case 'choose-another':
          return inBrowser ? undefined : { label: t('recovery.chooseAnother'), run: open({}) }
        case 'open-backup':
        case 'salvage':
        case 'none':
          return undefined
      }
    }
    onFailure((error, retry) => {
      const data = toErrorData(error)
      if (data.code === 'cancelled') return
      if (data.recovery.kind === 'open-backup' || data.recovery.kind === 'salvage') {
        onDamaged(data)
        return
      }
      const { title, detail } = describeError(data)
      showToast({ kind: 'error', title, detail, action: actionOf(data.recovery, retry) })
    })
  }, [t, inBrowser, onDamaged])

  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'failed') reportError(AppError.from(event.error))
      }),
    [],
  )
}
