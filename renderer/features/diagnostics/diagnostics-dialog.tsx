import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Diagnostics } from '../../../shared/domain/diagnostics'
import { attempt, invoke, useShell } from '../../api'
import { formatBytes, formatDate, formatDateTime, formatNumber } from '../../i18n'
import { Button } from '../../ui/button'
import { copyText } from '../../ui/copy-text'
import { Dialog } from '../../ui/dialog'
import { showToast } from '../../ui/toast'
import styles from './diagnostics-dialog.module.css'

export interface DiagnosticsDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What the program is and how the open project is, to be copied into a report: no transcript's text is in it. */
export function DiagnosticsDialog({ isOpen, onClose }: DiagnosticsDialogProps) {
  const { t } = useTranslation(['diagnostics', 'common'])
  const [found, setFound] = useState<Diagnostics | null>(null)
  useEffect(() => {
    if (!isOpen) return
    setFound(null)
    void attempt(() => invoke('diagnostics.read', {})).then(setFound)
  }, [isOpen])
  const rows = useRows(found)

  const copy = () => {
    const lines = rows.map(({ name, value }) => `${name}: ${value}`)
    const isCopied = copyText([...lines, ...(found?.log ?? [])].join('\n'))
    showToast(isCopied ? { kind: 'note', title: t('copied') } : { kind: 'error', title: t('notCopied') })
  }

  return (
    <Dialog
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t('common:close')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:close')}</Button>
          <Button variant="primary" isDisabled={found === null} onPress={copy}>
            {t('copy')}
          </Button>
        </>
      }
    >
      <p className={styles['intro']}>{t('intro')}</p>
      {found === null ? (
        <p className={styles['intro']}>{t('common:loading')}</p>
      ) : (
        <>
          <dl className={styles['rows']}>
            {rows.map(({ name, value }) => (
              <div key={name} className={styles['row']}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h3 className={styles['heading']}>{t('log')}</h3>
          {found.log.length === 0 ? (
            <p className={styles['intro']}>{t('noLog')}</p>
          ) : (
            <pre className={styles['log']}>{found.log.join('\n')}</pre>
          )}
        </>
      )}
    </Dialog>
  )
}

function useRows(found: Diagnostics | null): readonly { readonly name: string; readonly value: string }[] {
  const { t } = useTranslation(['diagnostics', 'common'])
  const info = useShell('info').data
  if (!found || !info) return []
  const { project, node, system, schema } = found
  const row = (name: string, value: string) => ({ name, value })
  const program = [
    row(t('version'), `${t('common:appName')} ${info.version} (${t(`host.${info.host}`)})`),
    row(t('system'), `${system}, Node ${node}`),
    row(t('schema'), String(schema)),
    ...(info.projectsFolder === null ? [] : [row(t('folder'), info.projectsFolder)]),
  ]
  if (!project) return [...program, row(t('project'), t('noProject'))]
  const { newestBackup } = project
  const newest =
    newestBackup === null ? null : newestBackup.includes('T') ? formatDateTime(newestBackup) : formatDate(newestBackup)
  return [
    ...program,
    row(t('project'), project.path),
    row(t('size'), t('sizes', { file: formatBytes(project.bytes), log: formatBytes(project.walBytes) })),
    row(
      t('holds'),
      t('counts', {
        sources: formatNumber(project.sources),
        passages: formatNumber(project.passages),
        reviews: formatNumber(project.reviews),
        actions: formatNumber(project.actions),
      }),
    ),
    row(t('sqlite'), project.sqlite),
    row(t('integrity'), project.problems.length === 0 ? t('sound') : project.problems.join('; ')),
    row(t('backups'), newest === null ? t('noBackup') : t('backupCount', { count: project.backups, newest })),
  ]
}
