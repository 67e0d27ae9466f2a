import type { PassageId, SectionId } from '../../../../shared/domain/ids'
import type { Passage, Relation } from '../../../../shared/domain/passage'
import { campsOf, type Review, type Section } from '../../../../shared/domain/review'

/** The passages of one camp or section that are related to others; `section` is `null` for those of other reviews. */
export interface MapGroup {
  readonly section: Section | null
  readonly passages: readonly Passage[]
}

/** How the passages of a debate relate. */
export interface DebateMap {
  /** In the order of the page, those from elsewhere last; none is empty. */
  readonly groups: readonly MapGroup[]
  readonly relations: readonly Relation[]
}

/**
 * What a review's map shows: every relation of which one passage at least is the review's, with both its passages. A
 * passage stands in its first camp of the review, else in the section that quotes it first.
 */
export function debateMap(
  review: Pick<Review, 'sections'>,
  passages: ReadonlyMap<PassageId, Passage>,
  relations: readonly Relation[],
): DebateMap {
  const homes = new Map<PassageId, SectionId>()
  for (const section of review.sections) {
    for (const block of section.blocks) {
      if (block.kind === 'quote' && !homes.has(block.passageId)) homes.set(block.passageId, section.id)
    }
  }
  const camps = new Set<SectionId>(campsOf(review).map(({ id }) => id))
  const homeOf = (id: PassageId): SectionId | null =>
    passages.get(id)?.camps.find((camp) => camps.has(camp)) ?? homes.get(id) ?? null

  const shown = relations.filter(
    ({ from, to }) => passages.has(from) && passages.has(to) && (homeOf(from) !== null || homeOf(to) !== null),
  )
  const members = new Map<SectionId | null, Passage[]>()
  const related = new Set(shown.flatMap(({ from, to }) => [from, to]))
  for (const passage of passages.values()) {
    if (!related.has(passage.id)) continue
    const home = homeOf(passage.id)
    const group = members.get(home)
    if (group) group.push(passage)
    else members.set(home, [passage])
  }
  const groups: MapGroup[] = review.sections.map((section) => ({ section, passages: members.get(section.id) ?? [] }))
  groups.push({ section: null, passages: members.get(null) ?? [] })
  return { groups: groups.filter((group) => group.passages.length > 0), relations: shown }
}
