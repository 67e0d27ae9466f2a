import { CheckCheck, CircleAlert, Info } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { Button } from '../../../ui/button'
import type { Verification } from '../../../../shared/domain/verification'
import type { OpenReview } from '../use-review'
import { failingQuotes } from '../verdict'
import styles from './export-sheet.module.css'
import { FailingQuote, type FailingQuoteProps } from './failing-quote'

export interface GateProps extends Pick<FailingQuoteProps, 'onShow' | 'onOpenSource'> {
  readonly open: OpenReview
  readonly verification: Verification | undefined
}

/** As many quotes as are drawn before somebody asks for more. */
const PAGE = 50

/** What verification says of the quotes before they leave the project, and how each that fails can be mended. */
export function Gate({ open, verification, onShow, onOpenSource }: GateProps) {
  const { t } = useTranslation('export')
  const [pages, setPages] = useState(1)
  if (!verification) {
    return (
      <p role="status" className={styles['finding']}>
        {t('gate.checking')}
      </p>
    )
  }
  const total = verification.quotes.length
  const failing = failingQuotes(verification)
  if (total === 0) {
    return (
      <p className={styles['finding']}>
        <Info aria-hidden />
        {t('gate.noQuotes')}
      </p>
    )
  }
  if (failing.length === 0) {
    return (
      <div role="status" className={cx(styles['finding'], styles['good'])}>
        <CheckCheck aria-hidden />
        <p>
          {t('gate.allVerified', { count: total })}
          <span className={styles['detail']}>{t('gate.claim')}</span>
        </p>
      </div>
    )
  }
  return (
    <div className={styles['failing']}>
      <div role="status" className={cx(styles['finding'], styles['bad'])}>
        <CircleAlert aria-hidden />
        <p>
          {t('gate.failing', { count: failing.length, total })}
          <span className={styles['detail']}>{t('gate.noClaim')}</span>
        </p>
      </div>
      <ul className={styles['quotes']} aria-label={t('gate.list')}>
        {failing.slice(0, pages * PAGE).map((quote, index) => (
          <FailingQuote key={quote.id ?? index} quote={quote} open={open} onShow={onShow} onOpenSource={onOpenSource} />
        ))}
      </ul>
      {failing.length > pages * PAGE && (
        <Button onPress={() => setPages(pages + 1)}>{t('gate.more', { count: failing.length - pages * PAGE })}</Button>
      )}
    </div>
  )
}
