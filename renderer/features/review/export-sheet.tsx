import { CheckCheck, CircleAlert, Info } from 'lucide-react'
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { attempt, shell, useRead } from '../../api'
import { cx } from '../../ui/cx'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { showToast } from '../../ui/toast'
import type { PassageId } from '../../../shared/domain/ids'
import type { Review } from '../../../shared/domain/review'
import type { Verification } from '../../../shared/domain/verification'
import { CheckField } from './check-field'
import styles from './export-sheet.module.css'
import { failingQuotes, verdictOf } from './verdict'
import { VerdictBadge } from './verdict-badge'

export const EXPORT_FORMATS = ['md', 'html', 'docx', 'pdf', 'csv', 'jsonld', 'bundle'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportSheetProps {
  readonly review: Review
  readonly format: ExportFormat
  readonly onClose: () => void
  /** Closes the sheet and shows a quote on the page. */
  readonly onShow: (id: PassageId) => void
}

/** What is known of the quotes before the page leaves the app, and the choice that follows from it. Mounted while it is open. */
export function ExportSheet({ review, format: initial, onClose, onShow }: ExportSheetProps) {
  const { t } = useTranslation('review')
  const [format, setFormat] = useState(initial)
  const [strict, setStrict] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const verification = useRead('passage.verify', { reviewId: review.id }).data
  const fails = verification !== undefined && failingQuotes(verification).length > 0

  const run = async () => {
    setRunning(true)
    const saved = await attempt(() => shell.exportReview({ reviewId: review.id, format, strict }))
    setRunning(false)
    if (!saved) return
    onClose()
    showToast({ kind: 'note', title: t('done.exported', { out: saved.out }) })
  }

  return (
    <Dialog
      title={t('export.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('export.cancel')}
      canClose={!isRunning}
      actions={
        <>
          <Button isDisabled={isRunning} onPress={onClose}>
            {t('export.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={isRunning || !verification || (strict && fails)}
            onPress={() => void run()}
          >
            {t(fails && !strict ? 'export.anyway' : 'export.submit')}
          </Button>
        </>
      }
    >
      <div className={styles['sheet']}>
        <RadioGroup
          aria-label={t('export.format')}
          value={format}
          onChange={(value) => setFormat(EXPORT_FORMATS.find((each) => each === value) ?? 'md')}
          className={styles['formats'] ?? ''}
        >
          {EXPORT_FORMATS.map((each) => (
            <Radio key={each} value={each} className={styles['format'] ?? ''}>
              <span className={styles['formatName']}>{t(`export.formats.${each}`)}</span>
              <span className={styles['formatHint']}>{t(`export.hints.${each}`)}</span>
            </Radio>
          ))}
        </RadioGroup>
        {verification ? (
          <Findings verification={verification} onShow={onShow} />
        ) : (
          <p role="status" className={styles['finding']}>
            {t('export.checking')}
          </p>
        )}
        {fails && <CheckField label={t('export.strict')} isSelected={strict} onChange={setStrict} />}
      </div>
    </Dialog>
  )
}

interface FindingsProps {
  readonly verification: Verification
  readonly onShow: (id: PassageId) => void
}

function Findings({ verification, onShow }: FindingsProps) {
  const { t } = useTranslation('review')
  const total = verification.quotes.length
  const failing = failingQuotes(verification)

  if (total === 0) {
    return (
      <p className={styles['finding']}>
        <Info aria-hidden />
        {t('export.noQuotes')}
      </p>
    )
  }
  if (failing.length === 0) {
    return (
      <div className={cx(styles['finding'], styles['good'])}>
        <CheckCheck aria-hidden />
        <p>
          {t('export.allVerified', { count: total })}
          <span className={styles['detail']}>{t('export.claim')}</span>
        </p>
      </div>
    )
  }
  return (
    <div className={styles['failing']}>
      <div className={cx(styles['finding'], styles['bad'])}>
        <CircleAlert aria-hidden />
        <p>
          {t('export.failing', { count: failing.length, total })}
          <span className={styles['detail']}>{t('export.noClaim')}</span>
        </p>
      </div>
      <ul className={styles['quotes']}>
        {failing.map((quote, index) => (
          <li key={quote.id ?? index} className={styles['quote']}>
            <div className={styles['quoteText']}>
              <p>{quote.text}</p>
              <span className={styles['quoteSource']}>{quote.source}</span>
            </div>
            <VerdictBadge verdict={verdictOf(quote)} />
            {quote.id !== null && (
              <Button
                size="small"
                aria-label={t('export.showQuote', { text: quote.text })}
                onPress={() => onShow(quote.id!)}
              >
                {t('export.show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
