import type { SourceId } from '../../../../shared/domain/ids'
import type { Mentions } from '../../../../shared/domain/mentions'
import type { Source } from '../../../../shared/domain/source'
import { periodFor, periodOf } from './tally'

/** The sources of one time. */
export interface TermTime {
  /** The start of an ISO date; `''` for sources without one. */
  readonly id: string
  readonly sources: readonly Source[]
  readonly words: number
}

/** What is counted as one. */
export interface CountedTerms {
  readonly id: string
  /** What is said to find it again. */
  readonly terms: readonly string[]
  readonly counts: ReadonlyMap<SourceId, number>
}

export interface TermPoint {
  readonly time: TermTime
  readonly count: number
  /** For every 10,000 words that were said at that time. */
  readonly rate: number
  /** Those that mention it. */
  readonly sources: readonly SourceId[]
}

export interface TermLane extends CountedTerms {
  readonly total: number
  /** One for each time, in order. */
  readonly points: readonly TermPoint[]
}

const PER_WORDS = 10_000
/** Aliases that are drawn: the most frequent of them. */
export const MOST_ALIASES = 12
const ALIAS = 'alias '

/** How often some terms are said, over the dates of sources; those without a date come last. */
export function termLanes(sources: readonly Source[], counted: readonly CountedTerms[]): TermLane[] {
  const times = timesOf(sources)
  return counted.map((one) => {
    const points = times.map((time): TermPoint => {
      const mentioning = time.sources.filter(({ id }) => (one.counts.get(id) ?? 0) > 0)
      const count = mentioning.reduce((sum, { id }) => sum + one.counts.get(id)!, 0)
      const rate = time.words === 0 ? 0 : (count / time.words) * PER_WORDS
      return { time, count, rate, sources: mentioning.map(({ id }) => id) }
    })
    return { ...one, points, total: points.reduce((sum, { count }) => sum + count, 0) }
  })
}

function timesOf(sources: readonly Source[]): TermTime[] {
  const period = periodFor(sources.flatMap(({ date }) => date ?? []))
  const byTime = new Map<string, Source[]>()
  for (const source of sources) {
    const id = periodOf(source.date, period)
    const list = byTime.get(id)
    if (list) list.push(source)
    else byTime.set(id, [source])
  }
  return Array.from(byTime, ([id, own]): TermTime => {
    return { id, sources: own, words: own.reduce((sum, { words }) => sum + words, 0) }
  }).sort((a, b) => (a.id === '' ? 1 : b.id === '' ? -1 : a.id < b.id ? -1 : 1))
}

/** The aliases by themselves, the most frequent first, after all of them together where there are several. */
export function countedAliases({ terms, sources }: Mentions): CountedTerms[] {
  const each = terms.map((term, at): CountedTerms & { readonly total: number } => {
    const counts = new Map(sources.map(({ sourceId, counts: own }) => [sourceId, own[at] ?? 0]))
    return { id: `${ALIAS}${term}`, terms: [term], counts, total: [...counts.values()].reduce((a, b) => a + b, 0) }
  })
  const sorted = each.sort((a, b) => b.total - a.total).map(({ total: _, ...one }) => one)
  return terms.length > 1 ? [countedTogether('all', { terms, sources }), ...sorted] : sorted
}

/** What of all lanes is drawn: of the aliases the most frequent alone, which come first. */
export function drawnLanes(lanes: readonly TermLane[]): readonly TermLane[] {
  const aliases = lanes.filter(({ id }) => id.startsWith(ALIAS))
  const left = new Set(aliases.slice(MOST_ALIASES))
  return lanes.filter((lane) => !left.has(lane))
}

/** Any of some terms, as one. */
export function countedTogether(id: string, { terms, sources }: Pick<Mentions, 'terms' | 'sources'>): CountedTerms {
  return { id, terms, counts: new Map(sources.map(({ sourceId, total }) => [sourceId, total])) }
}
