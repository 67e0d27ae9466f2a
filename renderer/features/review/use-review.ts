import { useMemo } from 'react'
import { useRead } from '../../api'
import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'
import type { Passage, Relation } from '../../../shared/domain/passage'
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
  /** Every relation between passages of the project. */
  readonly related: readonly Relation[]
  /** By each of their passages. */
  readonly relations: ReadonlyMap<PassageId, readonly Relation[]>
  readonly actions: ReviewActions
  readonly readOnly: boolean
}

const NO_PASSAGES: readonly Passage[] = []
const NO_RELATIONS: readonly Relation[] = []
const NO_SOURCES: readonly Source[] = []

/** The review with this id; `open` is `null` until it is read, or when that fails. */
export function useReview(id: ReviewId) {
  const project = useRead('project.find', {})
  const read = useRead('review.get', { id })
  const passages = useRead('passage.list', {}).data ?? NO_PASSAGES
  const sources = useRead('source.list', {}).data ?? NO_SOURCES
  const verification = useRead('passage.verify', { reviewId: id }).data
  const related = useRead('relation.list', {}).data ?? NO_RELATIONS
  const relations = useMemo(() => byPassage(related), [related])
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
            related,
            relations,
            actions,
            readOnly,
          }
        : null,
    [review, ordered, passagesById, sourcesById, verification, verdicts, related, relations, actions, readOnly],
  )
  return { open, error: read.error, retry: () => void read.refetch() }
}

function byPassage(relations: readonly Relation[]): ReadonlyMap<PassageId, readonly Relation[]> {
  const found = new Map<PassageId, Relation[]>()
  for (const relation of relations) {
    for (const id of [relation.from, relation.to]) {
      const known = found.get(id)
      if (known) known.push(relation)
      else found.set(id, [relation])
    }
  }
  return found
}
