import { CircleAlert, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { editDiff } from '../../../../shared/anchoring/edit-diff'
import { refineEdits } from '../../../../shared/anchoring/edits'
import type { CorrectionReport } from '../../../../shared/domain/correction'
import type { PassageId } from '../../../../shared/domain/ids'
import { SPAN_OUTCOMES, worstOutcome, type CarriedPassage } from '../../../../shared/domain/import-preview'
import { formatNumber, translate } from '../../../i18n'
import { TakeBackButton } from '../../../take-back-button'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { showToast } from '../../../ui/toast'
import { ChangedText } from './changed-text'
import styles from './correction.module.css'

/** More than anybody reads at once; those to look at come first. */
const SHOWN = 200

/** Whether a passage has other words than before, or none. */
function needsLook(passage: CarriedPassage): boolean {
  const outcome = worstOutcome(passage)
  return outcome === 'altered' || outcome === 'lost'
}

/** Tells of a correction that left every passage its words; another one is shown in `CorrectionReportDialog`. */
export function tellOfCorrection(report: CorrectionReport): boolean {
  if (report.passages.some(needsLook)) return false
  showToast({ kind: 'note', title: summary(report), detail: report.passages.length > 0 ? outcomes(report) : undefined })
  return true
}

function summary({ edits }: CorrectionReport): string {
  return translate('transcript:correct.stored', { count: edits, formatted: formatNumber(edits) })
}

function outcomes({ passages }: CorrectionReport): string {
  const all = passages.map(worstOutcome)
  return SPAN_OUTCOMES.flatMap((outcome) => {
    const count = all.filter((each) => each === outcome).length
    if (count === 0) return []
    return [translate(`transcript:correct.outcomes.${outcome}`, { count, formatted: formatNumber(count) })]
  }).join(' · ')
}

export interface CorrectionReportDialogProps {
  readonly report: CorrectionReport
  readonly language: string
  readonly onShow: (id: PassageId) => void
  readonly onClose: () => void
}

/** What a correction did to the passages: those whose words changed, and those of which nothing is left. */
export function CorrectionReportDialog({ report, language, onShow, onClose }: CorrectionReportDialogProps) {
  const { t } = useTranslation(['transcript', 'common'])
  const { staleTranslations } = report
  return (
    <Dialog
      title={summary(report)}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="large"
      actions={
        <>
          <TakeBackButton
            label={t('correct.takeBack')}
            actions={['source.correct', 'source.restoreRevision']}
            onDone={onClose}
          />
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className={styles['report']}>
        <p className={styles['counts']}>{outcomes(report)}</p>
        {staleTranslations > 0 && (
          <p>{t('correct.stale', { count: staleTranslations, formatted: formatNumber(staleTranslations) })}</p>
        )}
        <ul className={styles['passages']}>
          {report.passages
            .filter(needsLook)
            .slice(0, SHOWN)
            .map((passage) => (
              <ChangedPassage key={passage.passageId} passage={passage} language={language} onShow={onShow} />
            ))}
        </ul>
      </div>
    </Dialog>
  )
}

interface ChangedPassageProps {
  readonly passage: CarriedPassage
  readonly language: string
  readonly onShow: (id: PassageId) => void
}

function ChangedPassage({ passage, language, onShow }: ChangedPassageProps) {
  const { t } = useTranslation('transcript')
  const isLost = worstOutcome(passage) === 'lost'
  return (
    <li className={styles['passage']}>
      {isLost ? (
        <CircleX aria-hidden className={styles['lost']} />
      ) : (
        <CircleAlert aria-hidden className={styles['altered']} />
      )}
      <div>
        <p className={styles['outcome']}>{t(isLost ? 'correct.lost' : 'correct.altered')}</p>
        {passage.spans.map(({ quote, found, outcome }, index) => {
          const next = outcome === 'lost' ? '' : (found ?? quote)
          const edits = refineEdits(quote, [{ start: 0, end: quote.length, text: next }])
          return <ChangedText key={index} parts={editDiff(quote, edits)} language={language} />
        })}
      </div>
      <Button size="small" variant="quiet" onPress={() => onShow(passage.passageId as PassageId)}>
        {t('correct.show')}
      </Button>
    </li>
  )
}
