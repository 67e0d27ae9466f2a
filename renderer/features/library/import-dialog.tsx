import { CircleCheck, CircleMinus, CircleX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../../../shared/domain/ids'
import type { ImportOutcome, ImportReport } from '../../../shared/domain/project'
import type { GivenFile } from '../../../shared/shell'
import { attempt, invoke, shell, subscribe } from '../../api'
import { formatNumber, hasTranslation, translate } from '../../i18n'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Progress } from '../../ui/progress'
import styles from './import-dialog.module.css'

export interface ImportDialogProps {
  /** What to import; `null` while there is nothing to do. */
  readonly files: readonly GivenFile[] | null
  readonly onClose: () => void
  readonly onOpen: (sourceId: SourceId) => void
}

/** Imports files, shows how far it is, then what became of each. */
export function ImportDialog({ files, onClose, onOpen }: ImportDialogProps) {
  return files === null ? null : <Import files={files} onClose={onClose} onOpen={onOpen} />
}

interface ImportProps extends ImportDialogProps {
  readonly files: readonly GivenFile[]
}

function Import({ files, onClose, onOpen }: ImportProps) {
  const { t } = useTranslation(['library', 'common'])
  const job = useRef(`import-${crypto.randomUUID()}`).current
  const isStarted = useRef(false)
  const [progress, setProgress] = useState({ done: 0, total: files.length, label: '' })
  const [isCancelling, setCancelling] = useState(false)
  const [report, setReport] = useState<ImportReport | null>(null)

  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'progress' && event.job === job) setProgress(event)
      }),
    [job],
  )
  useEffect(() => {
    if (isStarted.current) return
    isStarted.current = true
    void attempt(() => shell.importTranscripts({ files, job })).then((done) => {
      if (done) setReport(done)
      else onClose()
    })
  }, [files, job, onClose])

  if (report === null) {
    return (
      <Dialog title={t('importing.heading')} isOpen onClose={onClose} closeLabel={t('common:close')} canClose={false}>
        <Progress
          label={t('importing.label', { count: progress.total, number: formatNumber(progress.total) })}
          detail={progress.label}
          done={progress.done}
          total={progress.total}
          cancel={{
            label: t('common:cancel'),
            isDisabled: isCancelling,
            run: () => {
              setCancelling(true)
              void attempt(() => invoke('job.cancel', { job }))
            },
          }}
        />
      </Dialog>
    )
  }

  const imported = report.outcomes.filter((outcome) => outcome.kind === 'imported')
  const first = imported[0]
  return (
    <Dialog
      title={t('report.heading')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="large"
      actions={
        <>
          <Button onPress={onClose} autoFocus={first === undefined}>
            {t('common:close')}
          </Button>
          {first && (
            <Button variant="primary" autoFocus onPress={() => onOpen(first.sourceId as SourceId)}>
              {imported.length === 1 ? t('report.open') : t('report.openFirst')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles['summary']} role="status">
        {summaryOf(report)}
      </p>
      <ul className={styles['outcomes']}>
        {inOrder(report.outcomes).map((outcome, index) => (
          <Outcome key={index} outcome={outcome} />
        ))}
      </ul>
    </Dialog>
  )
}

function Outcome({ outcome }: { readonly outcome: ImportOutcome }) {
  const { t } = useTranslation('library')
  const title = t(`report.${outcome.kind}`)
  return (
    <li className={styles['outcome']}>
      {outcome.kind === 'imported' && <CircleCheck aria-label={title} className={styles['imported']} />}
      {outcome.kind === 'skipped' && <CircleMinus aria-label={title} className={styles['skipped']} />}
      {outcome.kind === 'failed' && <CircleX aria-label={title} className={styles['failed']} />}
      <div className={styles['text']}>
        <p className={styles['file']}>{outcome.file}</p>
        {outcome.kind === 'skipped' && <p className={styles['reason']}>{reasonOf(outcome)}</p>}
        {outcome.kind === 'failed' && <p className={styles['reason']}>{failureOf(outcome)}</p>}
        {outcome.kind === 'imported' && outcome.notes.length > 0 && (
          <details className={styles['notes']}>
            <summary>{t('report.notes', { count: outcome.notes.length })}</summary>
            <ul>
              {outcome.notes.map((note, index) => (
                <li key={index}>
                  {note.line === null ? note.message : `${t('report.line', { line: note.line })} ${note.message}`}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}

function summaryOf(report: ImportReport): string {
  const count = (kind: ImportOutcome['kind']) => report.outcomes.filter((outcome) => outcome.kind === kind).length
  const parts = [
    translate('library:report.countImported', { count: count('imported') }),
    ...(count('skipped') > 0 ? [translate('library:report.countSkipped', { count: count('skipped') })] : []),
    ...(count('failed') > 0 ? [translate('library:report.countFailed', { count: count('failed') })] : []),
    ...(report.cancelled ? [translate('library:report.cancelled')] : []),
  ]
  return parts.join(' · ')
}

/** What needs the user's attention comes first. */
function inOrder(outcomes: readonly ImportOutcome[]): ImportOutcome[] {
  const rank = { failed: 0, skipped: 1, imported: 2 }
  return [...outcomes].sort((a, b) => rank[a.kind] - rank[b.kind])
}

function reasonOf({ reason, sourceId }: Extract<ImportOutcome, { kind: 'skipped' }>): string {
  return sourceId === null ? reason : translate('library:report.already')
}

function failureOf({ code, message }: Extract<ImportOutcome, { kind: 'failed' }>): string {
  const key = `errors:code.${code}.title`
  return hasTranslation(key) ? `${translate(key)} — ${message}` : message
}
