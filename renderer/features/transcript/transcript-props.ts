import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'
import type { TextRange } from '../../../shared/domain/span'

export interface TranscriptScreenProps {
  readonly sourceId: SourceId
  /** The review whose camps colour the passages, and into whose camps they are put. */
  readonly reviewId: ReviewId | null
  readonly passageId: PassageId | null
  /** What to select in the text, when a place was asked for. */
  readonly place: TextRange | null
  /** Grows each time somebody asks to see the passage or the place, also when it is selected already. */
  readonly reveal: number
  readonly onSelectPassage: (id: PassageId | null) => void
  readonly onReviewChange: (id: ReviewId) => void
  readonly onOpenReview: (id: ReviewId) => void
}
