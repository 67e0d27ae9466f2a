import { Check, CheckCheck, CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import styles from './verdict-badge.module.css'
import type { Verdict } from './verdict'

/** Whether a quote is what its transcript says, in one word with a sign. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('review')
  const fails = verdict === 'altered' || verdict === 'missing' || verdict === 'speaker'
  const Icon = fails ? CircleAlert : verdict === 'exact' ? CheckCheck : Check
  return (
    <span className={cx(styles['badge'], fails && styles['fails'])} title={t(`status.${verdict}`)}>
      <Icon aria-hidden />
      {t(`status.short.${verdict}`)}
    </span>
  )
}
