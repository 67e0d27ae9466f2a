import { CircleCheck, CircleMinus, CircleX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../../../../shared/domain/ids'
import type { ImportOutcome, ImportReport } from '../../../../shared/domain/project'
import { formatNumber, translate } from '../../../i18n'
import { tell } from '../../../tell'
import { Button } from '../../../ui/button'
import { copyText } from '../../../ui/copy-text'
import { Dialog } from '../../../ui/dialog'
import { Segmented } from '../../../ui/segmented'
import { showToast } from '../../../ui/toast'
import styles from './import-report.module.css'
import { failureOf } from './names'
import { NoteList } from './note-list'
import { reportText, summaryOf } from './report-text'

export interface ImportReportViewProps {
  readonly report: ImportReport
  readonly onClose: () => void
  readonly onOpen: (sourceId: SourceId) => void
}

const KINDS = ['failed', 'skipped', 'imported'] as const
/** What needs the user's attention comes first. */
const RANK: Readonly<Record<ImportOutcome['kind'], number>> = { failed: 0, skipped: 1, imported: 2 }
/** More than anybody reads; the copied report has all of them. */
const SHOWN = 500

/** What became of each file of an import. */
export function ImportReportView({ report, onClose, onOpen }: ImportReportViewProps) {
  const { t } = useTranslation(['import', 'common'])
  const [filter, setFilter] = useState<'all' | ImportOutcome['kind']>('all')
  const outcomes = useMemo(() => [...report.outcomes].sort((a, b) => RANK[a.kind] - RANK[b.kind]), [report])
  const count = (kind: ImportOutcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length
  const kinds = KINDS.filter((kind) => count(kind) > 0)
  const shown = outcomes.filter(({ kind }) => filter === 'all' || kind === filter)
  const imported = outcomes.filter((outcome) => outcome.kind === 'imported')
  const first = imported[0]

  const copy = () => {
    if (copyText(reportText(report))) showToast({ kind: 'note', title: translate('import:report.copied') })
  }
  return (
    <Dialog
      title={t('report.heading')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="large"
      actions={
        <>
          <div className={styles['copy']}>
            <Button variant="quiet" onPress={copy}>
              {t('report.copy')}
            </Button>
          </div>
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
      {kinds.length > 1 && (
        <Segmented
          label={t('report.filter')}
          options={[
            { id: 'all', label: t('report.all', { number: formatNumber(outcomes.length) }) },
            ...kinds.map((id) => ({ id, label: `${t(`report.${id}`)} ${formatNumber(count(id))}` })),
          ]}
          value={filter}
          onChange={setFilter}
        />
      )}
      {outcomes.length === 0 && <p className={styles['empty']}>{t('report.empty')}</p>}
      <ul className={styles['outcomes']}>
        {shown.slice(0, SHOWN).map((outcome, index) => (
          <Outcome key={index} outcome={outcome} onOpen={onOpen} />
        ))}
      </ul>
      {shown.length > SHOWN && (
        <p className={styles['empty']}>{t('report.more', { number: formatNumber(shown.length - SHOWN) })}</p>
      )}
    </Dialog>
  )
}

interface OutcomeProps {
  readonly outcome: ImportOutcome
  readonly onOpen: (sourceId: SourceId) => void
}

function Outcome({ outcome, onOpen }: OutcomeProps) {
  const { t } = useTranslation('import')
  const title = t(`report.${outcome.kind}`)
  const sourceId = outcome.kind === 'failed' ? null : outcome.sourceId
  return (
    <li className={styles['outcome']}>
      {outcome.kind === 'imported' && <CircleCheck role="img" aria-label={title} className={styles['imported']} />}
      {outcome.kind === 'skipped' && <CircleMinus role="img" aria-label={title} className={styles['skipped']} />}
      {outcome.kind === 'failed' && <CircleX role="img" aria-label={title} className={styles['failed']} />}
      <div className={styles['text']}>
        <p className={styles['file']}>{outcome.file}</p>
        {outcome.kind === 'skipped' && (
          <p className={styles['reason']}>{outcome.sourceId === null ? tell(outcome.reason) : t('report.already')}</p>
        )}
        {outcome.kind === 'failed' && <Failure outcome={outcome} />}
        {outcome.kind === 'imported' && outcome.notes.length > 0 && (
          <details className={styles['notes']}>
            <summary>{t('report.notes', { count: outcome.notes.length })}</summary>
            <NoteList notes={outcome.notes} />
          </details>
        )}
      </div>
      {sourceId !== null && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t('report.openFile', { file: outcome.file })}
          onPress={() => onOpen(sourceId as SourceId)}
        >
          {t('report.openOne')}
        </Button>
      )}
    </li>
  )
}

function Failure({ outcome }: { readonly outcome: Extract<ImportOutcome, { kind: 'failed' }> }) {
  const { title, detail, advice } = failureOf(outcome)
  return (
    <p className={styles['reason']}>
      {title}
      {' — '}
      {detail} {advice}
    </p>
  )
}
