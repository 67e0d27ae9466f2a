import { BookOpen, ChevronRight, History, PencilLine, Plus, Search } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewId, SectionId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Source } from '../../../shared/domain/source'
import { formatDate, formatNumber } from '../../i18n'
import { useRead } from '../../api'
import { useIsPainted } from '../../ui/after-paint'
import { Button } from '../../ui/button'
import { CampMark } from '../../ui/camp-mark'
import { cx } from '../../ui/cx'
import { Select } from '../../ui/select'
import { ToolButton } from '../../ui/tool-button'
import { type CampChoice, countsOf } from './camps'
import styles from './transcript-header.module.css'
import { useSteady } from './use-steady'

export interface TranscriptHeaderProps {
  readonly source: Source
  readonly passages: readonly Passage[]
  readonly camps: readonly CampChoice[]
  readonly reviewId: ReviewId | null
  readonly filter: ReadonlySet<SectionId | null>
  readonly readOnly: boolean
  /** More buttons, beside that for finding. */
  readonly tools: ReactNode
  readonly onFilter: (filter: ReadonlySet<SectionId | null>) => void
  readonly onReviewChange: (id: ReviewId) => void
  readonly onOpenReview: (id: ReviewId) => void
  readonly onNewCamp: () => void
  readonly onFind: () => void
  readonly isCorrecting: boolean
  /** `null` where the project cannot be written. */
  readonly onCorrect: (() => void) | null
  readonly onShowRevisions: () => void
  /** To the next passage of a camp; `null` for those in none. */
  readonly onJump: (camp: SectionId | null) => void
}

/**
 * What is shown, and what can be done with it. It is drawn again for what it shows alone. Its buttons come once the text
 * is painted: they are more to render than what of the text is in view.
 */
export const TranscriptHeader = memo(function TranscriptHeader(props: TranscriptHeaderProps) {
  const { source, passages, camps, reviewId, filter, readOnly } = props
  const { t } = useTranslation('transcript')
  const isPainted = useIsPainted()
  const isCorrected = (useRead('source.revisions', { id: source.id }).data ?? []).length > 1
  const counts = countsOf(passages, camps)
  const facts = useFacts(source)
  const unplaced = counts.get(null) ?? 0

  const toggle = useSteady((camp: SectionId | null) => {
    const next = new Set(filter)
    if (!next.delete(camp)) next.add(camp)
    props.onFilter(next)
  })

  return (
    <header className={styles['header']}>
      <div className={styles['top']}>
        <div className={styles['what']}>
          <h1 className={styles['title']} lang={source.language} title={source.title}>
            {source.title}
          </h1>
          <p className={styles['facts']} title={facts.join(' · ')}>
            {facts.join(' · ')}
          </p>
        </div>
        <div className={styles['tools']}>
          {isPainted && (
            <ReviewChoice reviewId={reviewId} onReviewChange={props.onReviewChange} onOpenReview={props.onOpenReview} />
          )}
          {isPainted && isCorrected && (
            <ToolButton label={t('revisions.open')} icon={<History aria-hidden />} onPress={props.onShowRevisions} />
          )}
          {isPainted && props.onCorrect && (
            <ToolButton
              label={t('correct.start')}
              keys="F2"
              isOn={props.isCorrecting}
              icon={<PencilLine aria-hidden />}
              onPress={props.onCorrect}
            />
          )}
          {props.tools}
          {isPainted && (
            <ToolButton label={t('find.open')} keys="$mod+f" icon={<Search aria-hidden />} onPress={props.onFind} />
          )}
        </div>
      </div>
      <ul className={styles['legend']} aria-label={t('header.legend')}>
        {camps.map((camp) => (
          <LegendItem
            key={camp.id}
            camp={camp.id}
            label={camp.label}
            thesis={camp.thesis}
            colour={camp.colour}
            count={counts.get(camp.id) ?? 0}
            isOn={filter.has(camp.id)}
            onToggle={toggle}
            onJump={props.onJump}
          />
        ))}
        {unplaced > 0 && (
          <LegendItem
            camp={null}
            label={t('camps.none')}
            thesis=""
            colour={0}
            count={unplaced}
            isOn={filter.has(null)}
            onToggle={toggle}
            onJump={props.onJump}
          />
        )}
        {!readOnly && isPainted && (
          <li>
            {camps.length === 0 ? (
              <Button size="small" icon={<Plus aria-hidden />} onPress={props.onNewCamp}>
                {t('toolbar.newCamp')}
              </Button>
            ) : (
              <ToolButton
                size="small"
                label={t('toolbar.newCamp')}
                icon={<Plus aria-hidden />}
                onPress={props.onNewCamp}
              />
            )}
          </li>
        )}
      </ul>
    </header>
  )
})

/** What is known of a transcript, in words: its day, its length, and who speaks. */
export function useFacts(source: Source): string[] {
  const { t } = useTranslation('transcript')
  return [
    source.date === null ? null : formatDate(source.date),
    t('header.words', { count: source.words, formatted: formatNumber(source.words) }),
    source.speakers.length > 0 ? source.speakers.map(({ name }) => name).join(t('header.comma')) : null,
  ].filter((fact) => fact !== null)
}

/** Apart from what changes with every passage: a list box is much to render. Of a single review there is none to choose. */
const ReviewChoice = memo(function ReviewChoice({
  reviewId,
  onReviewChange,
  onOpenReview,
}: Pick<TranscriptHeaderProps, 'reviewId' | 'onReviewChange' | 'onOpenReview'>) {
  const { t } = useTranslation('transcript')
  const reviews = useRead('review.list', {}).data ?? []
  const [first] = reviews
  if (!first) return null
  return (
    <>
      {reviews.length === 1 ? (
        <span className={styles['onlyReview']} title={first.title}>
          {first.title}
        </span>
      ) : (
        <div className={styles['review']}>
          <Select
            label={t('header.review')}
            hideLabel
            options={reviews.map(({ id, title }) => ({ id, label: title }))}
            value={reviewId}
            onChange={onReviewChange}
            placeholder={t('header.chooseReview')}
          />
        </div>
      )}
      {reviewId !== null && (
        <ToolButton
          label={t('header.openReview')}
          icon={<BookOpen aria-hidden />}
          onPress={() => onOpenReview(reviewId)}
        />
      )}
    </>
  )
})

interface LegendItemProps {
  /** `null` for none. */
  readonly camp: SectionId | null
  readonly label: string
  readonly thesis: string
  readonly colour: number
  readonly count: number
  readonly isOn: boolean
  readonly onToggle: (camp: SectionId | null) => void
  readonly onJump: (camp: SectionId | null) => void
}

/** A camp: pressed, only its passages are shown; the arrow goes to its next one. */
const LegendItem = memo(function LegendItem(props: LegendItemProps) {
  const { camp, label, thesis, colour, count, isOn, onToggle, onJump } = props
  const { t } = useTranslation('transcript')
  return (
    <li className={cx(styles['camp'], isOn && styles['on'])}>
      <button
        type="button"
        className={styles['toggle']}
        aria-pressed={isOn}
        title={thesis || label}
        onClick={() => onToggle(camp)}
      >
        {colour > 0 ? <CampMark colour={colour} label={label} /> : <span className={styles['none']}>{label}</span>}
        {thesis !== '' && <span className={styles['thesis']}>{thesis}</span>}
        <span className={styles['count']}>{formatNumber(count)}</span>
      </button>
      <button
        type="button"
        className={styles['jump']}
        disabled={count === 0}
        aria-label={t('header.next', { camp: label })}
        title={t('header.next', { camp: label })}
        onClick={() => onJump(camp)}
      >
        <ChevronRight aria-hidden />
      </button>
    </li>
  )
})
