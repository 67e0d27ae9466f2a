import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'

export interface TranscriptScreenProps {
  readonly sourceId: SourceId
  /** The review whose camps colour the passages, and into whose camps they are put. */
  readonly reviewId: ReviewId | null
  readonly passageId: PassageId | null
  /** Grows each time somebody asks to see the passage, also when it is selected already. */
  readonly reveal: number
  readonly onSelectPassage: (id: PassageId | null) => void
  readonly onReviewChange: (id: ReviewId) => void
  readonly onOpenReview: (id: ReviewId) => void
}
