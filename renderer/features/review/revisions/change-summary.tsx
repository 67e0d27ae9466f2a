import { useTranslation } from 'react-i18next'
import type { DocumentComparison } from '../../../../shared/markdown/compare-documents'
import type { PageRow } from '../../../../shared/markdown/compare-pages'
import styles from './revisions.module.css'
import { countChanges } from './count-changes'

export interface ChangeSummaryProps {
  readonly comparison: DocumentComparison
  readonly rows: readonly PageRow[]
}

/** What changed from one page to another, in numbers. */
export function ChangeSummary({ comparison, rows }: ChangeSummaryProps) {
  const { t } = useTranslation('export')
  const counts = countChanges(comparison)
  const isEqual = rows.every(({ kind }) => kind === 'same') && counts.length === 0
  return (
    <ul role="status" className={styles['summary']}>
      {isEqual && <li>{t('revisions.equal')}</li>}
      {counts.map(({ kind, count }) => (
        <li key={kind}>{t(`revisions.${kind}`, { count })}</li>
      ))}
    </ul>
  )
}
