import { attributionOf } from '../../../shared/domain/attribution'
import type { PassageId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { campsOf, type Camp, type Review, type Section } from '../../../shared/domain/review'
import type { Source } from '../../../shared/domain/source'
import { placedPassages } from './blocks'

/** Passages that were put into one camp, or into none of this review's. */
export interface TrayGroup {
  readonly camp: (Section & { readonly camp: Camp }) | null
  readonly passages: readonly Passage[]
}

/** Passages not yet placed in the review: by camp in reading order, then those without one. Empty groups are left out. */
export function groupUnplaced(review: Pick<Review, 'sections'>, passages: readonly Passage[]): TrayGroup[] {
  const placed = placedPassages(review.sections)
  const unplaced = passages.filter((passage) => !placed.has(passage.id))
  const camps = campsOf(review)
  const ids = new Set<SectionId>(camps.map((camp) => camp.id))
  const groups: TrayGroup[] = camps.map((camp) => ({
    camp,
    passages: unplaced.filter((passage) => passage.camps.includes(camp.id)),
  }))
  groups.push({ camp: null, passages: unplaced.filter((passage) => !passage.camps.some((camp) => ids.has(camp))) })
  return groups.filter((group) => group.passages.length > 0)
}

/** Placed passages in the order of the page, each with the section that holds it. */
export function listPlaced(
  review: Pick<Review, 'sections'>,
  passages: readonly Passage[],
): { readonly passage: Passage; readonly section: Section }[] {
  const byId = new Map<PassageId, Passage>(passages.map((passage) => [passage.id, passage]))
  return [...placedPassages(review.sections)].flatMap(([id, { section }]) => {
    const passage = byId.get(id)
    return passage ? [{ passage, section }] : []
  })
}

/** Passages whose text, translation, note, tag, speaker or source holds every word of the query, letter case aside. */
export function filterPassages(
  passages: readonly Passage[],
  query: string,
  sources: ReadonlyMap<SourceId, Source>,
): readonly Passage[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return passages
  return passages.filter((passage) => {
    const source = sources.get(passage.sourceId)
    const speaker = source?.speakers.find((each) => each.id === passage.speakerId) ?? null
    const haystack = [
      passage.text,
      passage.note,
      ...passage.tags,
      ...passage.translations.map((translation) => translation.text),
      attributionOf(speaker, source?.title ?? ''),
    ]
      .join('\n')
      .toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}

/** Passages by source in the order given, then by where they start. */
export function inTextOrder(passages: readonly Passage[], sources: readonly Pick<Source, 'id'>[]): Passage[] {
  const order = new Map(sources.map((source, index) => [source.id, index]))
  const at = (passage: Passage) => order.get(passage.sourceId) ?? order.size
  return [...passages].sort((a, b) => at(a) - at(b) || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
}

/**
 * The section that "Place" puts a passage into: the camp it was listed under, else the first camp of this review it
 * belongs to, else where the user is, else the first section that is neither a change log nor sources.
 */
export function destinationOf(
  review: Pick<Review, 'sections'>,
  passage: Pick<Passage, 'camps'>,
  listedUnder: SectionId | null,
  current: SectionId | null,
): Section | null {
  const find = (id: SectionId | null) => review.sections.find((section) => section.id === id)
  return (
    find(listedUnder) ??
    campsOf(review).find((camp) => passage.camps.includes(camp.id)) ??
    find(current) ??
    review.sections.find((section) => section.kind !== 'changelog' && section.kind !== 'sources') ??
    review.sections[0] ??
    null
  )
}
