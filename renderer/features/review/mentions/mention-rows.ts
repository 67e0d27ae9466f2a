import type { SourceId } from '../../../../shared/domain/ids'
import type { SourceMentions } from '../../../../shared/domain/mentions'
import type { Passage } from '../../../../shared/domain/passage'
import type { Review } from '../../../../shared/domain/review'
import { type Source, TIERS } from '../../../../shared/domain/source'

/** What a source's mentions make of it on the page: cited whatever it mentions, listed at its end, or left out. */
export type PagePlace = 'cited' | 'listed' | 'left-out'

export interface MentionRow extends SourceMentions {
  readonly source: Source
  readonly page: PagePlace
}

/** The sources that a review quotes. */
export function citedSources(
  review: Pick<Review, 'sections'>,
  passages: ReadonlyMap<string, Pick<Passage, 'sourceId'>>,
): ReadonlySet<SourceId> {
  return new Set(
    review.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'quote' ? (passages.get(block.passageId)?.sourceId ?? []) : [])),
    ),
  )
}

/** Mentions with their sources; those of a source that is gone meanwhile are left out. */
export function mentionRows(
  mentions: readonly SourceMentions[],
  sources: ReadonlyMap<SourceId, Source>,
  cited: ReadonlySet<SourceId>,
): MentionRow[] {
  return mentions.flatMap((mention) => {
    const source = sources.get(mention.sourceId)
    if (!source) return []
    const page = cited.has(source.id) ? 'cited' : source.tier === 'other' ? 'left-out' : 'listed'
    return { ...mention, source, page }
  })
}

export const MENTION_SORTS = ['title', 'tier', 'date', 'total', 'marked', 'cited'] as const
export type MentionSort = (typeof MENTION_SORTS)[number]

export interface MentionOrder {
  readonly sort: MentionSort
  readonly descending: boolean
}

/** What is alike in what is sorted by stays in the project's order; what has no date comes last in either direction. */
export function sortMentions(rows: readonly MentionRow[], { sort, descending }: MentionOrder): MentionRow[] {
  const titles = new Intl.Collator(undefined, { numeric: true })
  const isUndated = ({ source }: MentionRow) => Number(sort === 'date' && source.date === null)
  const compare = (a: MentionRow, b: MentionRow): number => {
    if (sort === 'date')
      return (a.source.date ?? '') < (b.source.date ?? '') ? -1 : Number(a.source.date !== b.source.date)
    if (sort === 'title') return titles.compare(a.source.title, b.source.title)
    if (sort === 'tier') return TIERS.indexOf(a.source.tier) - TIERS.indexOf(b.source.tier)
    return a[sort] - b[sort]
  }
  return [...rows].sort((a, b) => isUndated(a) - isUndated(b) || (descending ? compare(b, a) : compare(a, b)))
}

export interface MentionSums extends Pick<SourceMentions, 'counts' | 'total' | 'marked' | 'cited'> {
  /** Sources that are listed as mentioned and not cited. */
  readonly listed: number
}

/** The rows of a number of terms, summed up. */
export function sumMentions(rows: readonly MentionRow[], terms: number): MentionSums {
  const sum = (of: (row: MentionRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    counts: Array.from({ length: terms }, (_, at) => sum(({ counts }) => counts[at] ?? 0)),
    total: sum(({ total }) => total),
    marked: sum(({ marked }) => marked),
    cited: sum(({ cited }) => cited),
    listed: rows.filter(({ page }) => page === 'listed').length,
  }
}
