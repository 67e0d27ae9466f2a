import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeShare, useCoverage } from '../../../coverage-share'
import { formatDate, formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import { cx } from '../../../ui/cx'
import type { SourceId } from '../../../../shared/domain/ids'
import type { TextRange } from '../../../../shared/domain/span'
import type { SearchAliases } from '../review-view'
import { MENTION_SORTS, type MentionOrder, type MentionRow, type MentionSums } from './mention-rows'
import styles from './mentions.module.css'

/** Rows shown at first, and added each time more is asked for. */
const STEP = 200
const COLUMNS = ['title', 'tier', 'date', 'total', 'byAlias', 'marked', 'cited', 'page'] as const
const NUMERIC: ReadonlySet<string> = new Set(['total', 'marked', 'cited'])

export interface MentionTableProps {
  readonly terms: readonly string[]
  readonly rows: readonly MentionRow[]
  readonly sums: MentionSums
  /** Whether the page has a list of sources. */
  readonly hasSources: boolean
  readonly order: MentionOrder
  readonly onOrder: (order: MentionOrder) => void
  readonly onOpenPlace: (sourceId: SourceId, place: TextRange) => void
  readonly onSearch: SearchAliases
}

/** Each source that mentions the topic: how often and by which name, and how much of it is marked and cited. */
export function MentionTable(props: MentionTableProps) {
  const { terms, rows, sums, hasSources, order, onOrder, onOpenPlace, onSearch } = props
  const { t } = useTranslation('mentions')
  const coverageOf = useCoverage()
  const [limit, setLimit] = useState(STEP)
  const more = Math.min(STEP, rows.length - limit)
  return (
    <>
      <table aria-label={t('table')} className={styles['table']}>
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const sort = MENTION_SORTS.find((one) => one === column)
              const isSorted = order.sort === column
              const isNumber = NUMERIC.has(column)
              return (
                <th
                  key={column}
                  scope="col"
                  className={cx(isNumber && styles['number'])}
                  {...(sort && { 'aria-sort': isSorted ? (order.descending ? 'descending' : 'ascending') : 'none' })}
                >
                  {sort ? (
                    <button
                      type="button"
                      className={styles['sort']}
                      onClick={() =>
                        onOrder({ sort, descending: isSorted ? !order.descending : isNumber || column === 'date' })
                      }
                    >
                      {t(`column.${column}`)}
                      {isSorted && (order.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
                    </button>
                  ) : (
                    t(`column.${column}`)
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map(({ source, counts, total, marked, cited, page, first }) => (
            <tr key={source.id}>
              <th scope="row">
                <button
                  type="button"
                  lang={source.language}
                  className={styles['link']}
                  title={t('openFirst')}
                  onClick={() => onOpenPlace(source.id, first)}
                >
                  {source.title || t('pictures:untitled')}
                </button>
                <span className={styles['read']}>{describeShare(coverageOf(source.id).read)}</span>
              </th>
              <td>{t(`library:tiers.${source.tier}`)}</td>
              <td>{source.date === null ? '—' : formatDate(source.date)}</td>
              <td className={styles['number']}>
                <button
                  type="button"
                  className={styles['link']}
                  aria-label={t('showIn', { title: source.title, count: total, number: formatNumber(total) })}
                  onClick={() => onSearch(terms, [source.id])}
                >
                  {formatNumber(total)}
                </button>
              </td>
              <td>
                <Counts
                  terms={terms}
                  counts={counts}
                  nameOf={(term, count) =>
                    t('showTermIn', { term, count, title: source.title, number: formatNumber(count) })
                  }
                  onSearch={(term) => onSearch([term], [source.id])}
                />
              </td>
              <td className={styles['number']}>{formatNumber(marked)}</td>
              <td className={styles['number']}>{formatNumber(cited)}</td>
              <td className={cx(page !== 'listed' && styles['quiet'])}>
                {t(`page.${page === 'listed' && !hasSources ? 'left-out' : page}`)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('sum', { count: rows.length, number: formatNumber(rows.length) })}
            </th>
            <td className={styles['number']}>{formatNumber(sums.total)}</td>
            <td>
              <Counts
                terms={terms}
                counts={sums.counts}
                showsNone
                nameOf={(term, count) => t('showTerm', { term, count, number: formatNumber(count) })}
                onSearch={(term) => onSearch([term])}
              />
            </td>
            <td className={styles['number']}>{formatNumber(sums.marked)}</td>
            <td className={styles['number']}>{formatNumber(sums.cited)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      {more > 0 && (
        <Button size="small" variant="quiet" onPress={() => setLimit(limit + more)}>
          {t('review:tray.more', { count: more })}
        </Button>
      )}
    </>
  )
}

interface CountsProps {
  readonly terms: readonly string[]
  readonly counts: readonly number[]
  /** Whether those that are nowhere are shown as well. */
  readonly showsNone?: boolean
  readonly nameOf: (term: string, count: number) => string
  readonly onSearch: (term: string) => void
}

/** How often by which name. */
function Counts({ terms, counts, showsNone = false, nameOf, onSearch }: CountsProps) {
  return (
    <ul className={styles['counts']}>
      {terms.map((term, at) => {
        const count = counts[at] ?? 0
        if (count === 0 && !showsNone) return null
        const content = (
          <>
            {term} <span className={styles['quietNumber']}>{formatNumber(count)}</span>
          </>
        )
        return (
          <li key={term}>
            {count === 0 ? (
              <span className={styles['quiet']}>{content}</span>
            ) : (
              <button
                type="button"
                className={styles['link']}
                aria-label={nameOf(term, count)}
                onClick={() => onSearch(term)}
              >
                {content}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
