import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageId, ReviewId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { useRead } from '../../api'
import { useIsPainted } from '../../ui/after-paint'
import { campChoices, filtered, marksOf } from './camps'
import { startOf } from './span-at'

const NO_PASSAGES: readonly Passage[] = []

/** A source's passages and the camps of a review, as the page of its `text` shows them. */
export function useShownPassages(sourceId: SourceId, reviewId: ReviewId | null, text: string) {
  const { t } = useTranslation('transcript')
  const known = useRead('passage.list', { sourceId }).data ?? NO_PASSAGES
  // The text is read at once; thousands of passages are drawn on it a moment later.
  const passages = useIsPainted() ? known : NO_PASSAGES
  const review = useRead('review.get', { id: reviewId! }, { enabled: reviewId !== null }).data ?? null
  const newest = useMemo(() => campChoices(review, t('camps.coldWater')), [review, t])
  // Their colours are seen on the text first; what stands around it follows.
  const camps = useDeferredValue(newest)
  const [filter, setFilter] = useState<ReadonlySet<SectionId | null>>(new Set())
  const ordered = useMemo(() => inTextOrder(passages), [passages])
  const shown = useMemo(() => filtered(ordered, camps, filter), [ordered, camps, filter])
  const marks = useMemo(() => marksOf(shown, newest, text), [shown, newest, text])
  return {
    /** Those there are, also before they are drawn. */
    known,
    passages,
    /** In text order; of the camps that are filtered for, when any are. */
    shown,
    marks,
    review,
    /** As core knows them; `camps` follow where the colours are painted. */
    newest,
    camps,
    /** Camps whose passages alone are shown; empty for all. */
    filter,
    setFilter,
    /** The passage of a camp that comes after `current`, the first after the last. */
    nextOf(camp: SectionId | null, current: PassageId | null): Passage | undefined {
      return nextIn(filtered(ordered, camps, new Set([camp])), current)
    },
  }
}

function nextIn(passages: readonly Passage[], current: PassageId | null): Passage | undefined {
  return passages[(passages.findIndex(({ id }) => id === current) + 1) % Math.max(1, passages.length)]
}

/** By the list: who comes back to a text has the order of thousands as before. */
const orderedLists = new WeakMap<readonly Passage[], readonly Passage[]>()

/** As core lists them they are in order already; what is joined or split here may not be. */
function inTextOrder(passages: readonly Passage[]): readonly Passage[] {
  let ordered = orderedLists.get(passages)
  if (!ordered) {
    const isInOrder = passages.every((passage, at) => at === 0 || startOf(passages[at - 1]!) <= startOf(passage))
    ordered = isInOrder ? passages : passages.toSorted((a, b) => startOf(a) - startOf(b))
    orderedLists.set(passages, ordered)
  }
  return ordered
}
