import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PassageId, ReviewId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { campsOf, type ReviewSummary } from '../../../shared/domain/review'
import { useRead } from '../../api'
import { CampMark } from '../../ui/camp-mark'
import { PanelSection } from './panel-section'
import styles from './passage-panel.module.css'

type OpenReview = (id: ReviewId, passageId: PassageId | null) => void

export interface PlacementsProps {
  readonly passage: Passage
  readonly onOpenReview: OpenReview
}

/** Where the passage stands, in all reviews. */
export function Placements({ passage, onOpenReview }: PlacementsProps) {
  const { t } = useTranslation('passage')
  const reviews = useRead('review.list', {}).data ?? []
  if (reviews.length === 0) return null
  return (
    <PanelSection title={t('placements.title')}>
      <ul className={styles['placements']}>
        {reviews.map((review) => (
          <Placement key={review.id} review={review} passage={passage} onOpenReview={onOpenReview} />
        ))}
      </ul>
    </PanelSection>
  )
}

function Placement({ review, passage, onOpenReview }: PlacementsProps & { readonly review: ReviewSummary }) {
  const { t } = useTranslation('passage')
  const sections = useRead('review.get', { id: review.id }).data?.sections
  if (!sections) return null
  const camps = campsOf({ sections }).filter(({ id }) => passage.camps.includes(id))
  const quotes = sections.flatMap(({ blocks }) =>
    blocks.filter((block) => block.kind === 'quote' && block.passageId === passage.id),
  ).length
  return (
    <li>
      <button type="button" className={styles['placement']} onClick={() => onOpenReview(review.id, passage.id)}>
        <BookOpen aria-hidden />
        <span className={styles['where']}>
          <span>{review.title}</span>
          <span className={styles['hint']}>
            {camps.map(({ id, camp }) => (
              <CampMark key={id} colour={camp.colour} label={camp.label} />
            ))}{' '}
            {quotes > 0 ? t('placements.placed', { count: quotes }) : t('placements.notPlaced')}
          </span>
        </span>
      </button>
    </li>
  )
}
