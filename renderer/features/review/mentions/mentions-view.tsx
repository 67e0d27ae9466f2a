import { BookOpen, Search, TextSearch } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api'
import { describeError } from '../../../describe-error'
import { formatNumber } from '../../../i18n'
import { useLibraryReading } from '../../../use-library-reading'
import { Button } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorPanel } from '../../../ui/error-panel'
import { Progress } from '../../../ui/progress'
import { addSection } from '../add-section-menu'
import type { ReviewViewProps } from '../review-view'
import { AliasEditor } from './alias-editor'
import { MentionTable } from './mention-table'
import { citedSources, type MentionOrder, mentionRows, sortMentions, sumMentions } from './mention-rows'
import styles from './mentions.module.css'

/** Which sources speak of the topic, by any of its names, and what of that stands on the page. */
export function MentionsView({ open, onOpenPlace, onSearch }: ReviewViewProps) {
  const { t } = useTranslation('mentions')
  const { review, sources, passagesById, readOnly } = open
  const { aliases } = review
  const [order, setOrder] = useState<MentionOrder>({ sort: 'total', descending: true })
  const reading = useLibraryReading()
  const read = useRead(
    'search.mentions',
    { terms: [...aliases], reviewId: review.id, longer: true },
    { enabled: aliases.length > 0, keepPrevious: true },
  )
  const mentions = aliases.length > 0 ? read.data : undefined
  const cited = useMemo(() => citedSources(review, passagesById), [review, passagesById])
  const rows = useMemo(
    () => mentions && sortMentions(mentionRows(mentions.sources, sources, cited), order),
    [mentions, sources, cited, order],
  )
  const hasSources = review.sections.some(({ kind }) => kind === 'sources')

  const content = (): ReactNode => {
    if (sources.size === 0) {
      return <EmptyState icon={<BookOpen aria-hidden />} title={t('noSources')} message={t('noSourcesText')} />
    }
    if (aliases.length === 0) {
      return <EmptyState icon={<TextSearch aria-hidden />} title={t('noAliases')} message={t('noAliasesText')} />
    }
    if (read.error) {
      return (
        <ErrorPanel
          title={t('failed')}
          message={describeError(read.error).detail}
          actions={<Button onPress={() => void read.refetch()}>{t('common:retry')}</Button>}
        />
      )
    }
    if (!mentions || !rows) {
      return reading ? (
        <Progress label={t('search:reading')} done={reading.done} total={reading.total} />
      ) : (
        <p className={styles['hint']}>{t('counting')}</p>
      )
    }
    if (rows.length === 0) {
      return <EmptyState icon={<TextSearch aria-hidden />} title={t('nothing')} message={t('nothingText')} />
    }
    const sums = sumMentions(rows, mentions.terms.length)
    const none = sources.size - rows.length
    return (
      <>
        <div className={styles['facts']}>
          <p role="status">
            {t('count', {
              count: sums.total,
              number: formatNumber(sums.total),
              sources: t('inSources', { count: rows.length, number: formatNumber(rows.length) }),
              none: none > 0 ? t('none', { count: none, number: formatNumber(none) }) : '',
            })}
          </p>
          <Button size="small" icon={<Search aria-hidden />} onPress={() => onSearch(aliases)}>
            {t('showAll')}
          </Button>
        </div>
        {sums.listed > 0 && (
          <p className={styles['hint']}>
            {t(hasSources ? 'listed' : 'notListed', { count: sums.listed, number: formatNumber(sums.listed) })}{' '}
            {!hasSources && !readOnly && (
              <Button size="small" variant="quiet" onPress={() => void addSection(open, 'sources', null)}>
                {t('addSources')}
              </Button>
            )}
          </p>
        )}
        <MentionTable
          terms={mentions.terms}
          rows={rows}
          sums={sums}
          hasSources={hasSources}
          order={order}
          onOrder={setOrder}
          onOpenPlace={onOpenPlace}
          onSearch={onSearch}
        />
      </>
    )
  }

  return (
    <div className={styles['view']}>
      <div className={styles['page']}>
        <p className={styles['intro']}>{t('intro')}</p>
        <AliasEditor open={open} longer={mentions?.longer ?? []} />
        {content()}
      </div>
    </div>
  )
}
