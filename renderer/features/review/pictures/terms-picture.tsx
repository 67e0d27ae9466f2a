import { TextSearch } from 'lucide-react'
import { type Ref, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api'
import { describeError } from '../../../describe-error'
import { formatNumber, localeTag } from '../../../i18n'
import { useLibraryReading } from '../../../use-library-reading'
import { Button } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorPanel } from '../../../ui/error-panel'
import { Progress } from '../../../ui/progress'
import { Segmented } from '../../../ui/segmented'
import { TextField } from '../../../ui/text-field'
import type { ReviewViewProps } from '../review-view'
import { ChosenMentions } from './chosen-mentions'
import { formatPeriod } from './format-period'
import styles from './pictures.module.css'
import {
  countedAliases,
  countedTogether,
  drawnLanes,
  MOST_ALIASES,
  type TermLane,
  termLanes,
  type TermPoint,
} from './term-frequency'
import { TermsDrawing } from './terms-drawing'
import { TermsTable } from './terms-table'

const MEASURES = ['rate', 'count'] as const

export interface TermsPictureProps extends Pick<ReviewViewProps, 'open' | 'onOpenPlace' | 'onSearch'> {
  readonly svgRef: Ref<SVGSVGElement>
  readonly form: 'drawn' | 'table'
}

/** How often the aliases of the review, and whatever else is asked for, are said over time. */
export function TermsPicture({ open, svgRef, form, onOpenPlace, onSearch }: TermsPictureProps) {
  const { t } = useTranslation('pictures')
  const { review, sources } = open
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]>('rate')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const reading = useLibraryReading()
  const term = typed.trim()
  const hasAliases = review.aliases.length > 0
  const aliases = useRead(
    'search.mentions',
    { terms: [...review.aliases], reviewId: review.id, longer: true },
    { enabled: hasAliases, keepPrevious: true },
  )
  const other = useRead('search.mentions', { terms: [term] }, { enabled: term !== '', keepPrevious: true })
  const lanes = useMemo(
    () =>
      termLanes(
        [...sources.values()],
        [
          ...(hasAliases && aliases.data ? countedAliases(aliases.data) : []),
          ...(term !== '' && other.data ? [countedTogether('other', other.data)] : []),
        ],
      ),
    [sources, hasAliases, aliases.data, term, other.data],
  )

  const nameOf = ({ id, terms }: TermLane) => (id === 'all' ? t('anyAlias') : (terms[0] ?? ''))
  const timeName = (id: string) => (id === '' ? t('undated') : formatPeriod(id))
  const valueOf = (point: TermPoint) => point[measure]
  const showValue = (point: TermPoint) => (measure === 'count' ? formatNumber(point.count) : formatRate(point.rate))
  const labelOf = (lane: TermLane, { time, count, rate }: TermPoint) =>
    t('termAt', {
      time: timeName(time.id),
      term: nameOf(lane),
      count,
      number: formatNumber(count),
      rate: formatRate(rate),
    })
  const spot = lanes
    .flatMap((lane) => lane.points.map((point) => ({ id: `${lane.id} ${point.time.id}`, lane, point })))
    .find(({ id, point }) => id === chosen && point.count > 0)
  const error = aliases.error ?? other.error
  const shared = { label: t('titles.terms'), lanes, showValue, nameOf, timeName, labelOf }
  const choose = ({ id }: { readonly id: string }) => setChosen(id)

  const content = () => {
    if (error) {
      return (
        <ErrorPanel
          title={t('mentions:failed')}
          message={describeError(error).detail}
          actions={
            <Button onPress={() => void Promise.all([aliases.refetch(), other.refetch()])}>{t('common:retry')}</Button>
          }
        />
      )
    }
    if (lanes.length === 0) {
      if (hasAliases || term !== '') {
        return reading ? (
          <Progress label={t('search:reading')} done={reading.done} total={reading.total} />
        ) : (
          <p className={styles['help']}>{t('mentions:counting')}</p>
        )
      }
      return <EmptyState icon={<TextSearch aria-hidden />} title={t('noTerms')} message={t('noTermsText')} />
    }
    const total = lanes.reduce((sum, lane) => sum + lane.total, 0)
    const drawn = drawnLanes(lanes)
    const hasDates = lanes.some(({ points }) => points.some(({ time }) => time.id !== ''))
    return (
      <>
        {form === 'table' ? (
          <TermsTable {...shared} chosen={chosen} onChoose={choose} />
        ) : (
          <TermsDrawing
            {...shared}
            lanes={drawn}
            frame={{ svgRef, chosen, onChoose: choose }}
            valueOf={valueOf}
            unit={t(`measures.${measure}`)}
            note={
              drawn.length < lanes.length
                ? t('mostFrequent', { most: formatNumber(MOST_ALIASES), number: formatNumber(review.aliases.length) })
                : null
            }
          />
        )}
        {total === 0 ? (
          <p className={styles['help']}>{t('nothingSaid')}</p>
        ) : (
          form === 'drawn' && <p className={styles['help']}>{t(hasDates ? 'termsHelp' : 'noDates')}</p>
        )}
      </>
    )
  }

  return (
    <>
      <figure className={styles['stage']}>
        <figcaption className={styles['caption']}>
          <h2>{t('titles.terms')}</h2>
          <p>{t('texts.terms')}</p>
        </figcaption>
        <div className={styles['options']}>
          <TextField
            label={t('otherTerm')}
            hideLabel
            placeholder={t('otherTerm')}
            value={typed}
            onChange={setTyped}
            maxLength={200}
          />
          <Segmented
            label={t('measure')}
            value={measure}
            onChange={setMeasure}
            options={MEASURES.map((id) => ({ id, label: t(`measures.${id}`) }))}
          />
        </div>
        {content()}
      </figure>
      {spot && (
        <ChosenMentions
          key={spot.id}
          open={open}
          title={labelOf(spot.lane, spot.point)}
          terms={spot.lane.terms}
          sources={spot.point.sources}
          onOpenPlace={onOpenPlace}
          onSearch={onSearch}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}

function formatRate(rate: number): string {
  return new Intl.NumberFormat(localeTag(), { maximumSignificantDigits: rate < 100 ? 2 : 3 }).format(rate)
}
