import type { PassageId, SectionId, SourceId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import { type Camp, campsOf, type Review, type Section } from '../../../../shared/domain/review'
import type { Source } from '../../../../shared/domain/source'
import { speakerOf } from '../speaker-of'

export type CampSection = Section & { readonly camp: Camp }

/** What passages have in common: a source, a person or a time. */
export interface TallyKey {
  readonly id: string
  /** `''` for what has no name. */
  readonly name: string
}

export interface TallyRow extends TallyKey {
  /** As many as there are camps, in their order. */
  readonly cells: readonly (readonly Passage[])[]
  /** Each once, in whatever number of camps. */
  readonly passages: readonly Passage[]
}

/** Which passages stand where a row and a camp meet. */
export interface Tally {
  readonly camps: readonly CampSection[]
  /** In the order of their first passage; none is empty. */
  readonly rows: readonly TallyRow[]
}

/**
 * The passages in a review's camps, sorted by what they have in common. A passage stands in a camp when it was put into
 * it or is quoted in its section; one without a key is left out.
 */
export function tallyOf(
  review: Pick<Review, 'sections'>,
  passages: readonly Passage[],
  keyOf: (passage: Passage) => TallyKey | null,
): Tally {
  const camps = campsOf(review)
  const quoted = camps.map(({ blocks }) => {
    return new Set<PassageId>(blocks.flatMap((block) => (block.kind === 'quote' ? [block.passageId] : [])))
  })
  const rows = new Map<string, { key: TallyKey; cells: Passage[][]; passages: Passage[] }>()
  for (const passage of passages) {
    const put = new Set<SectionId>(passage.camps)
    const places = camps.flatMap(({ id }, at) => (put.has(id) || quoted[at]!.has(passage.id) ? [at] : []))
    const key = places.length > 0 ? keyOf(passage) : null
    if (!key) continue
    let row = rows.get(key.id)
    if (!row) rows.set(key.id, (row = { key, cells: camps.map(() => []), passages: [] }))
    row.passages.push(passage)
    for (const at of places) row.cells[at]!.push(passage)
  }
  return { camps, rows: [...rows.values()].map(({ key, ...row }) => ({ ...key, ...row })) }
}

/** With its rows, which are times, in their order; what has no date comes last. */
export function inOrderOfTime({ camps, rows }: Tally): Tally {
  const sorted = [...rows].sort((a, b) => Number(a.id === '') - Number(b.id === '') || (a.id < b.id ? -1 : 1))
  return { camps, rows: sorted }
}

/** The passages in the largest cell; 0 when there are none. */
export function largestCell({ rows }: Tally): number {
  return rows.reduce((most, { cells }) => Math.max(most, ...cells.map(({ length }) => length)), 0)
}

type Sources = ReadonlyMap<SourceId, Source>

export function bySource(sources: Sources): (passage: Passage) => TallyKey {
  return ({ sourceId }) => ({ id: sourceId, name: sources.get(sourceId)?.title ?? '' })
}

/** By the person, who is the same in every source that gives them the same name. */
export function bySpeaker(sources: Sources): (passage: Passage) => TallyKey {
  return (passage) => {
    const name = speakerOf(passage, sources)?.name.trim() ?? ''
    return { id: name, name }
  }
}

export type Period = 'day' | 'month' | 'year'

/** How much of a `YYYY-MM-DD` date names its period. */
const PERIOD_LENGTHS: Readonly<Record<Period, number>> = { day: 10, month: 7, year: 4 }
/** More times than these cannot be told apart in a picture. */
const MOST_PERIODS = 24

/** The shortest period of which dates make no more than can be shown; years where there are too many of each. */
export function periodFor(dates: readonly string[]): Period {
  const fits = (period: Period) =>
    new Set(dates.map((date) => date.slice(0, PERIOD_LENGTHS[period]))).size <= MOST_PERIODS
  return fits('day') ? 'day' : fits('month') ? 'month' : 'year'
}

/** The start of a date that names its period; `''` where there is none. */
export function periodOf(date: string | null, period: Period): string {
  return date?.slice(0, PERIOD_LENGTHS[period]) ?? ''
}

/** By when the source is from: the start of its date, and `''` where it has none. */
export function byTime(sources: Sources, period: Period): (passage: Passage) => TallyKey {
  return ({ sourceId }) => {
    const time = periodOf(sources.get(sourceId)?.date ?? null, period)
    return { id: time, name: time }
  }
}
