import type { Passage } from '../../../shared/domain/passage'
import type { Span, TextRange } from '../../../shared/domain/span'

/** The span that the caret is in or at the end of; the only one wherever the caret is. */
export function spanAt(spans: readonly Span[], caret: number | undefined): Span | null {
  const at = caret !== undefined && spans.find(({ start, end }) => start <= caret && caret <= end)
  return at || (spans.length === 1 ? spans[0]! : null)
}

/** The passages that have text in a range, in their order. */
export function passagesIn(passages: readonly Passage[], range: TextRange): Passage[] {
  return passages.filter(({ spans }) => spans.some(({ start, end }) => start < range.end && end > range.start))
}

/** The other passages of the list, the nearest to one first: those that lie on it have no distance. */
export function nearestTo(passages: readonly Passage[], passage: Passage): Passage[] {
  const distance = (other: Passage) =>
    Math.min(...other.spans.flatMap((a) => passage.spans.map((b) => Math.max(0, a.start - b.end, b.start - a.end))))
  return passages
    .filter(({ id }) => id !== passage.id)
    .map((other) => ({ other, distance: distance(other) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ other }) => other)
}

/** Where a passage begins. */
export function startOf(passage: Passage): number {
  return passage.spans[0]?.start ?? 0
}
