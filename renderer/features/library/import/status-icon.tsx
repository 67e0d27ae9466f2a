import { CircleCheck, CircleHelp, CircleMinus, CircleX, MessageSquareText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { Spinner } from '../../../ui/spinner'
import type { FileStatus } from './draft'
import styles from './status-icon.module.css'

const ICONS = {
  reading: Spinner,
  failed: CircleX,
  unanswered: CircleHelp,
  duplicate: CircleMinus,
  noted: MessageSquareText,
  ready: CircleCheck,
} as const

/** Where a file stands, by its shape as much as by its colour. */
export function StatusIcon({ status }: { readonly status: FileStatus }) {
  const { t } = useTranslation('import')
  const Icon = ICONS[status]
  return (
    <span role="img" aria-label={t(`status.${status}`)} title={t(`status.${status}`)} className={styles['icon']}>
      <Icon aria-hidden className={cx(styles[status])} />
    </span>
  )
}
