import { useMemo } from 'react'
import { useRead } from '../../api'
import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Review } from '../../../shared/domain/review'
import type { Source } from '../../../shared/domain/source'
import type { Verification } from '../../../shared/domain/verification'
import { createReviewActions, type ReviewActions } from './review-actions'
import { inTextOrder } from './tray'
import { verdictsById, type Verdict } from './verdict'

/** A review with everything its page shows. */
export interface OpenReview {
  readonly review: Review
  /** Of the whole project, in the order of sources and text. */
  readonly passages: readonly Passage[]
  readonly passagesById: ReadonlyMap<PassageId, Passage>
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly verification: Verification | undefined
  readonly verdicts: ReadonlyMap<PassageId, Verdict>
  readonly actions: ReviewActions
  readonly readOnly: boolean
}

const NO_PASSAGES: readonly Passage[] = []
const NO_SOURCES: readonly Source[] = []

/** The review with this id; `open` is `null` until it is read, or when that fails. */
export function useReview(id: ReviewId) {
  const project = useRead('project.find', {})
  const read = useRead('review.get', { id })
  const passages = useRead('passage.list', {}).data ?? NO_PASSAGES
  const sources = useRead('source.list', {}).data ?? NO_SOURCES
  const verification = useRead('passage.verify', { reviewId: id }).data
  const actions = useMemo(() => createReviewActions(id), [id])

  const review = read.data
  const readOnly = project.data?.readOnly ?? false
  const ordered = useMemo(() => inTextOrder(passages, sources), [passages, sources])
  const passagesById = useMemo(() => new Map(passages.map((passage) => [passage.id, passage])), [passages])
  const sourcesById = useMemo(() => new Map(sources.map((source) => [source.id, source])), [sources])
  const verdicts = useMemo(() => verdictsById(verification), [verification])
  const open = useMemo<OpenReview | null>(
    () =>
      review
        ? {
            review,
            passages: ordered,
            passagesById,
            sources: sourcesById,
            verification,
            verdicts,
            actions,
            readOnly,
          }
        : null,
    [review, ordered, passagesById, sourcesById, verification, verdicts, actions, readOnly],
  )
  return { open, error: read.error, retry: () => void read.refetch() }
}
