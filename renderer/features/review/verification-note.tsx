import { CheckCheck, CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import type { Verification } from '../../../shared/domain/verification'
import { failingQuotes } from './verdict'
import styles from './verification-note.module.css'

/** How many quotes were checked, or how many do not match. */
export function VerificationNote({ verification }: { readonly verification: Verification | undefined }) {
  const { t } = useTranslation('review')
  if (!verification || verification.quotes.length === 0) return null
  const failing = failingQuotes(verification).length
  return (
    <span className={cx(styles['note'], failing > 0 && styles['fails'])}>
      {failing > 0 ? <CircleAlert aria-hidden /> : <CheckCheck aria-hidden />}
      {failing > 0
        ? t('toolbar.unverified', { count: failing })
        : t('toolbar.verified', { count: verification.quotes.length })}
    </span>
  )
}
