import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api'
import { formatDateTime } from '../../../i18n'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorPanel } from '../../../ui/error-panel'
import { Select } from '../../../ui/select'
import { describeError } from '../../../describe-error'
import type { ReviewRevisionId } from '../../../../shared/domain/ids'
import type { ReviewRevision } from '../../../../shared/domain/review'
import { CheckField } from '../check-field'
import { findFormat } from '../export/formats'
import type { ReviewViewProps } from '../review-view'
import { ChangeSummary } from './change-summary'
import { ExportAgain } from './export-again'
import { PageRows } from './page-rows'
import styles from './revisions.module.css'

/** The page as it is now, beside the exports. */
const NOW = 'now'

/** Every export of the review, and any two pages of it side by side. */
export function RevisionsView({ open }: ReviewViewProps) {
  const { t } = useTranslation('export')
  const { id } = open.review
  const read = useRead('review.revisions', { id })
  const revisions = read.data
  const [chosen, setChosen] = useState<string>(NOW)
  const [base, setBase] = useState<string | null>(null)

  if (read.error) return <ErrorPanel title={t('revisions.unread')} message={describeError(read.error).detail} />
  if (!revisions) return null
  if (revisions.length === 0) {
    return (
      <EmptyState icon={<History aria-hidden />} title={t('revisions.emptyTitle')} message={t('revisions.emptyText')} />
    )
  }

  const find = (name: string | null) => revisions.find((revision) => revision.id === name) ?? null
  const shown = find(chosen)
  const others = shown ? [null, ...revisions.filter((revision) => revision !== shown)] : revisions
  // The one before it tells the most; the first export has only later ones to be compared with.
  const usual = shown ? (revisions.find(({ number }) => number < shown.number) ?? null) : revisions[0]!
  const isOther = base === NOW ? shown !== null : base !== null && base !== shown?.id && find(base) !== null
  const other = isOther ? find(base) : usual
  const [before, after] = inOrder(shown, other)
  const nameOf = (revision: ReviewRevision | null) =>
    revision ? t('revisions.number', { number: revision.number }) : t('revisions.now')
  const factsOf = ({ exportedAt, format }: ReviewRevision) => {
    const known = findFormat(format)
    const name = known ? t(`formats.${known}`) : format
    return t('revisions.facts', { date: formatDateTime(exportedAt), format: name })
  }

  return (
    <div className={styles['view']}>
      <ul className={styles['list']} aria-label={t('revisions.list')}>
        {[null, ...revisions].map((revision) => (
          <li key={revision?.id ?? NOW}>
            <button
              type="button"
              className={styles['revision']}
              aria-current={revision === shown}
              onClick={() => setChosen(revision?.id ?? NOW)}
            >
              <strong>{nameOf(revision)}</strong>
              {revision && <small>{factsOf(revision)}</small>}
            </button>
          </li>
        ))}
      </ul>
      <section className={styles['compared']} aria-label={t('revisions.pages')}>
        <header className={styles['head']}>
          <h2 className={styles['title']}>{nameOf(shown)}</h2>
          <span className={styles['with']} aria-hidden>
            {t('revisions.compareWith')}
          </span>
          <div className={styles['other']}>
            <Select
              label={t('revisions.compareWith')}
              hideLabel
              options={others.map((revision) => ({ id: revision?.id ?? NOW, label: nameOf(revision) }))}
              value={other?.id ?? NOW}
              onChange={setBase}
            />
          </div>
          <span className={styles['space']} />
          {shown && <ExportAgain reviewId={id} revision={shown} />}
        </header>
        <Compared
          key={`${before?.id} ${after?.id}`}
          reviewId={id}
          from={before?.id ?? null}
          to={after?.id ?? null}
          names={[nameOf(before), nameOf(after)]}
          language={open.review.language}
        />
      </section>
    </div>
  )
}

/** The older page first; `null` is the page as it is now. */
function inOrder(a: ReviewRevision | null, b: ReviewRevision | null): [ReviewRevision | null, ReviewRevision | null] {
  if (!a) return [b, a]
  return b && b.number < a.number ? [b, a] : [a, b]
}

interface ComparedProps {
  readonly reviewId: ReviewViewProps['open']['review']['id']
  readonly from: ReviewRevisionId | null
  readonly to: ReviewRevisionId | null
  readonly names: readonly [string, string]
  readonly language: string
}

function Compared({ reviewId, from, to, names, language }: ComparedProps) {
  const { t } = useTranslation(['export', 'common'])
  const [isWhole, setWhole] = useState(false)
  const comparison = useRead('review.compareRevisions', { id: reviewId, from, to })
  const rows = useRead('review.comparePages', { id: reviewId, from, to, whole: isWhole }, { keepPrevious: true })
  const error = comparison.error ?? rows.error
  if (error) return <ErrorPanel title={t('revisions.unread')} message={describeError(error).detail} />
  if (!comparison.data || !rows.data) {
    return (
      <p role="status" className={styles['note']}>
        {t('common:loading')}
      </p>
    )
  }
  return (
    <>
      <div className={styles['facts']}>
        <ChangeSummary comparison={comparison.data} rows={rows.data} />
        <CheckField label={t('revisions.whole')} isSelected={isWhole} onChange={setWhole} />
      </div>
      {rows.data.some(({ kind }) => kind !== 'same') && <PageRows rows={rows.data} names={names} language={language} />}
    </>
  )
}
