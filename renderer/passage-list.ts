import type { PassageId } from '../shared/domain/ids'
import type { Passage } from '../shared/domain/passage'

/** Passages that core has not answered for yet have ids of their own. */
const PENDING = 'pending:'

export function isPending(id: PassageId): boolean {
  return id.startsWith(PENDING)
}

let pending = 0

/** An id for a passage that is shown before core has kept it. */
export function pendingId(): PassageId {
  pending += 1
  return `${PENDING}${pending}` as PassageId
}

/** Of the newest: what asks for a pending passage does so when it is answered. */
const kept = new Map<PassageId, PassageId>()
const KEPT_IDS = 100

/** Notes under which id core has kept a pending passage. */
export function noteKept(pendingPassage: PassageId, id: PassageId): void {
  kept.set(pendingPassage, id)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_IDS) break
    kept.delete(oldest)
  }
}

/** The id that a passage has by now: of a pending one that core has kept, core's. */
export function idNow(id: PassageId): PassageId {
  return kept.get(id) ?? id
}

/**
 * A list as core would give it, with one passage as it is now: in its place, and in that of the pending one that it
 * was until core kept it. `null` when its place cannot be told, as the first of its source among those of others.
 */
export function withPassage(list: readonly Passage[], passage: Passage): Passage[] | null {
  const others = list.filter((each) => each.id !== passage.id && !isDraftOf(each, passage))
  const isLast = (each: Passage) => each.sourceId === passage.sourceId && compare(each, passage) < 0
  const before = others.findLastIndex(isLast)
  const at = before === -1 ? others.findIndex(({ sourceId }) => sourceId === passage.sourceId) : before + 1
  if (at === -1 && others.length > 0) return null
  return others.toSpliced(Math.max(at, 0), 0, passage)
}

export function withoutPassages(list: readonly Passage[], ids: readonly PassageId[]): Passage[] {
  const removed = new Set(ids)
  return list.filter(({ id }) => !removed.has(id))
}

function isDraftOf(draft: Passage, passage: Passage): boolean {
  return (
    isPending(draft.id) &&
    draft.sourceId === passage.sourceId &&
    draft.spans.length === passage.spans.length &&
    draft.spans.every(({ start, end }, at) => start === passage.spans[at]?.start && end === passage.spans[at].end)
  )
}

/** The order of core's lists, within a source. */
function compare(a: Passage, b: Passage): number {
  const [first, second] = [a.spans[0], b.spans[0]]
  return (
    (first?.start ?? 0) - (second?.start ?? 0) ||
    (first?.end ?? 0) - (second?.end ?? 0) ||
    order(a.createdAt, b.createdAt) ||
    order(a.id, b.id)
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
