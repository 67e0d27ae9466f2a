import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError, toErrorData, type Recovery } from '../../../shared/errors'
import { attempt, onFailure, reportError, setProject, shell, subscribe, useShell } from '../../api'
import { showToast, type ToastMessage } from '../../ui/toast'
import { describeError } from '../../describe-error'

/** Shows failures as toasts, each with the button that recovers from it. */
export function useFailures(): void {
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
        case 'open-backup':
          return { label: t('recovery.openBackup'), run: open({ path: recovery.path }) }
        case 'choose-another':
          return inBrowser ? undefined : { label: t('recovery.chooseAnother'), run: open({}) }
        case 'none':
          return undefined
      }
    }
    onFailure((error, retry) => {
      const data = toErrorData(error)
      if (data.code === 'cancelled') return
      const { title, detail } = describeError(data)
      showToast({ kind: 'error', title, detail, action: actionOf(data.recovery, retry) })
    })
  }, [t, inBrowser])

  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'failed') reportError(AppError.from(event.error))
      }),
    [],
  )
}
