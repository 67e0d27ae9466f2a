import { Archive, LifeBuoy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SALVAGED_KINDS, type SalvageReport } from '../../../shared/domain/salvage'
import type { ErrorData } from '../../../shared/errors'
import { attempt, refreshShell, setProject, shell } from '../../api'
import { describeError } from '../../describe-error'
import { formatNames, formatNumber } from '../../i18n'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import styles from './damaged-dialog.module.css'

export interface DamagedDialogProps {
  /** What opening the project failed with; `null` closes the dialog. */
  readonly error: ErrorData | null
  readonly onClose: () => void
}

/** What can be done about a damaged project: its newest good backup, and what can still be read of it. */
export function DamagedDialog({ error, onClose }: DamagedDialogProps) {
  const { t } = useTranslation(['recovery', 'common', 'errors'])
  const [report, setReport] = useState<SalvageReport | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => setReport(null), [error])

  const recovery = error?.recovery
  const backup = recovery?.kind === 'open-backup' ? recovery.path : null
  const damaged =
    recovery?.kind === 'open-backup' ? recovery.project : recovery?.kind === 'salvage' ? recovery.path : null

  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    await attempt(work)
    setBusy(false)
  }
  const open = (path: string) =>
    void run(async () => {
      const project = await shell.openProject({ path })
      if (!project) return
      onClose()
      setProject(project)
      await refreshShell()
    })
  const salvage = (path: string) => void run(async () => setReport(await shell.salvageProject(path)))

  const told = error && describeError(error)
  return (
    <Dialog
      role="alertdialog"
      title={report ? t('salvaged.title') : (told?.title ?? '')}
      isOpen={error !== null}
      onClose={onClose}
      closeLabel={t('common:close')}
      canClose={!isBusy}
      actions={
        report ? (
          <>
            <Button onPress={onClose}>{t('common:close')}</Button>
            <Button variant="primary" autoFocus isDisabled={isBusy} onPress={() => open(report.path)}>
              {t('salvaged.open')}
            </Button>
          </>
        ) : undefined
      }
    >
      {report ? (
        <Salvaged report={report} />
      ) : (
        <>
          <p className={styles['detail']}>{told?.detail}</p>
          <ul className={styles['ways']}>
            {backup !== null && (
              <li className={styles['way']}>
                <Archive aria-hidden />
                <h3>{t('backup.title')}</h3>
                <p>{t('backup.text')}</p>
                <Button variant="primary" isDisabled={isBusy} onPress={() => open(backup)}>
                  {t('errors:recovery.openBackup')}
                </Button>
              </li>
            )}
            {damaged !== null && (
              <li className={styles['way']}>
                <LifeBuoy aria-hidden />
                <h3>{t('salvage.title')}</h3>
                <p>{t(backup === null ? 'salvage.textAlone' : 'salvage.text')}</p>
                <Button
                  variant={backup === null ? 'primary' : 'secondary'}
                  isDisabled={isBusy}
                  onPress={() => salvage(damaged)}
                >
                  {t(isBusy ? 'salvage.busy' : 'salvage.run')}
                </Button>
              </li>
            )}
          </ul>
        </>
      )}
    </Dialog>
  )
}

/** Lost things beyond these are counted. */
const SHOWN = 50

function Salvaged({ report }: { readonly report: SalvageReport }) {
  const { t } = useTranslation('recovery')
  const { saved, lost, unreadable, mended, path } = report
  const isWhole = lost.length === 0 && unreadable.length === 0
  return (
    <div className={styles['report']}>
      <p>
        {t('salvaged.saved', {
          things: formatNames(
            SALVAGED_KINDS.map((kind) =>
              t(`salvaged.${kind}`, { count: saved[kind], number: formatNumber(saved[kind]) }),
            ),
          ),
        })}
      </p>
      <p className={styles['path']}>{path}</p>
      {isWhole && <p>{t('salvaged.whole')}</p>}
      {unreadable.length > 0 && <p>{t('salvaged.unreadable', { tables: unreadable.join(', ') })}</p>}
      {mended > 0 && <p>{t('salvaged.mended', { count: mended, number: formatNumber(mended) })}</p>}
      {lost.length > 0 && (
        <>
          <h3>{t('salvaged.lost', { count: lost.length, number: formatNumber(lost.length) })}</h3>
          <ul className={styles['lost']}>
            {lost.slice(0, SHOWN).map(({ kind, label }, index) => (
              <li key={index}>
                <span className={styles['kind']}>{t(`kind.${kind}`)}</span> {label}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['hint']}>{t('salvaged.undo')}</p>
    </div>
  )
}
