import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoverageSummary } from '../shared/domain/coverage'
import type { SourceId } from '../shared/domain/ids'
import { useRead } from './api'
import styles from './coverage-share.module.css'
import { formatTime, translate } from './i18n'
import { cx } from './ui/cx'

/** What nobody has opened yet. */
export const NOTHING_READ: Omit<CoverageSummary, 'sourceId'> = { read: 0, seen: 0, claimed: 0, seconds: 0 }

/** How much of each source was read. */
export function useCoverage(): (id: SourceId) => Omit<CoverageSummary, 'sourceId'> {
  const summaries = useRead('coverage.list', {}).data
  return useMemo(() => {
    const bySource = new Map(summaries?.map((summary) => [summary.sourceId, summary]))
    return (id) => bySource.get(id) ?? NOTHING_READ
  }, [summaries])
}

/** A share as whole per cent: 100 for all of it alone, and 0 for nothing alone. */
export function percentOf(share: number): number {
  return share === 0 ? 0 : Math.max(1, Math.floor(share * 100))
}

/** How much was read, in words: `62% read`, `read in full`. */
export function describeShare(share: number): string {
  if (share === 1) return translate('common:coverage.full')
  if (share === 0) return translate('common:coverage.nothing')
  return translate('common:coverage.read', { percent: percentOf(share) })
}

/** What that is made of: seen, marked, and the time. */
export function describeCoverage({ seen, claimed, seconds }: Omit<CoverageSummary, 'sourceId'>): string {
  return [
    translate('common:coverage.seen', { percent: percentOf(seen) }),
    translate('common:coverage.claimed', { percent: percentOf(claimed) }),
    ...(seconds >= 1 ? [translate('common:coverage.time', { time: formatTime(seconds) })] : []),
  ].join(' · ')
}

/** How much of a source was read, as a bar: full where it was seen, striped where it is only marked. */
export function CoverageBar({ read, seen }: Pick<CoverageSummary, 'read' | 'seen'>) {
  return (
    <span className={styles['bar']} aria-hidden>
      <span className={styles['claimed']} style={{ width: `${read * 100}%` }} />
      <span className={styles['seen']} style={{ width: `${Math.min(seen, read) * 100}%` }} />
    </span>
  )
}

/** The bar with the share in words, for a table. */
export function CoverageShare({ coverage }: { readonly coverage: Omit<CoverageSummary, 'sourceId'> }) {
  const { t } = useTranslation('common')
  const { read } = coverage
  return (
    <span className={cx(styles['share'], read === 0 && styles['none'])} title={describeCoverage(coverage)}>
      <CoverageBar {...coverage} />
      {read === 1 ? (
        <span className={styles['full']}>{t('coverage.inFull')}</span>
      ) : (
        t('coverage.percent', { percent: percentOf(read) })
      )}
    </span>
  )
}
