import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../../../../shared/domain/ids'
import type { PreviewReport } from '../../../../shared/domain/import-preview'
import type { ImportReport } from '../../../../shared/domain/project'
import type { GivenFile } from '../../../../shared/shell'
import { shell, useRead } from '../../../api'
import { formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import { Confirm } from '../../../ui/confirm'
import { Dialog } from '../../../ui/dialog'
import { Progress } from '../../../ui/progress'
import { firstToShow, isEdited, leftOutcomes, obstacleOf, requestOf } from './draft'
import { FileChooser } from './file-chooser'
import styles from './import-dialog.module.css'
import { ImportReportView } from './import-report'
import { ObstacleLine } from './obstacle-line'
import { useDrafts } from './use-drafts'
import { type JobProgress, useJob } from './use-job'

export interface ImportDialogProps {
  /** What to import; `null` while there is nothing to do. */
  readonly files: readonly GivenFile[] | null
  readonly onClose: () => void
  readonly onOpen: (sourceId: SourceId) => void
}

/** Looks at files, lets the user put right what was understood, imports them, and says what became of each. */
export function ImportDialog({ files, onClose, onOpen }: ImportDialogProps) {
  return files === null ? null : <Import files={files} onClose={onClose} onOpen={onOpen} />
}

type Found = PreviewReport<{ readonly file: GivenFile }>

interface ImportProps extends ImportDialogProps {
  readonly files: readonly GivenFile[]
}

function Import({ files, onClose, onOpen }: ImportProps) {
  const { t } = useTranslation(['import', 'common'])
  const isStarted = useRef(false)
  const [found, setFound] = useState<Found | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const [shownId, setShownId] = useState<string | null>(null)
  const sources = useRead('source.list', {}).data
  const { drafts, start, ...changes } = useDrafts()
  const { progress, run, cancel } = useJob()

  useEffect(() => {
    if (isStarted.current) return
    isStarted.current = true
    void run(files.length, (job) => shell.previewTranscripts({ files, job })).then((looked) => {
      if (looked === null || (looked.cancelled && looked.files.length === 0)) return onClose()
      setFound(looked)
      setShownId(firstToShow(start(looked.files)))
    })
  })

  const obstacle = useMemo(() => obstacleOf(drafts), [drafts])
  const request = useMemo(() => requestOf(drafts), [drafts])

  if (report !== null) return <ImportReportView report={report} onClose={onClose} onOpen={onOpen} />
  if (progress !== null || found === null) {
    return (
      <Dialog
        title={t(found === null ? 'heading' : 'importing.heading')}
        isOpen
        onClose={onClose}
        closeLabel={t('common:close')}
        canClose={false}
      >
        <Working progress={progress} isLooking={found === null} onCancel={cancel} />
      </Dialog>
    )
  }

  const importAll = () => {
    if (obstacle !== null) return
    void run(request.length, (job) => shell.importTranscripts({ files: request, job })).then((done) => {
      // Where it failed as a whole, what was entered is still there.
      if (done) setReport({ ...done, outcomes: [...done.outcomes, ...leftOutcomes(drafts, found.skipped)] })
    })
  }
  const close = () => {
    if (drafts.some(isEdited)) setLeaving(true)
    else onClose()
  }

  return (
    <Dialog
      title={t('heading')}
      isOpen
      onClose={close}
      closeLabel={t('common:close')}
      width={drafts.length > 1 ? 'full' : 'large'}
      actions={
        <>
          <ObstacleLine drafts={drafts} obstacle={obstacle} onShow={setShownId} />
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            // A file that needs no looking at is one Enter away.
            autoFocus={obstacle === null}
            isDisabled={obstacle !== null}
            onPress={importAll}
          >
            {t('import', { count: request.length, number: formatNumber(request.length) })}
          </Button>
        </>
      }
    >
      <div
        className={styles['choosing']}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          importAll()
        }}
      >
        {found.cancelled && <p className={styles['stopped']}>{t('stopped', { count: drafts.length })}</p>}
        <FileChooser
          drafts={drafts}
          skipped={found.skipped}
          sources={sources ?? []}
          shownId={shownId}
          onShow={setShownId}
          {...changes}
        />
      </div>
      <Confirm
        title={t('leave.heading')}
        message={t('leave.text')}
        confirmLabel={t('leave.confirm')}
        cancelLabel={t('leave.stay')}
        danger
        isOpen={isLeaving}
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      />
    </Dialog>
  )
}

interface WorkingProps {
  readonly progress: JobProgress | null
  readonly isLooking: boolean
  readonly onCancel: () => void
}

function Working({ progress, isLooking, onCancel }: WorkingProps) {
  const { t } = useTranslation(['import', 'common'])
  const { done, total, label, isCancelling } = progress ?? { done: 0, total: 0, label: '', isCancelling: false }
  const values = { count: total, number: formatNumber(total) }
  return (
    <Progress
      label={isLooking ? t('looking', values) : t('importing.label', values)}
      detail={label === '' ? ' ' : label}
      done={done}
      total={total}
      cancel={{ label: t('common:cancel'), isDisabled: isCancelling, run: onCancel }}
    />
  )
}
