import type { SourceId } from '../../../shared/domain/ids'
import type { Source, Tier } from '../../../shared/domain/source'

export const SORT_KEYS = ['title', 'speakers', 'date', 'language', 'words', 'read', 'passages', 'tier'] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface LibraryView {
  readonly text: string
  readonly tier: Tier | 'all'
  readonly sort: SortKey
  readonly descending: boolean
}

/** The sources that a view shows, in its order. What has no date comes last either way. `read` is how much of each was. */
export function viewSources(
  sources: readonly Source[],
  view: LibraryView,
  locale: string,
  read: (id: SourceId) => number = () => 0,
): Source[] {
  const words = view.text.toLowerCase().split(/\s+/).filter(Boolean)
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const direction = view.descending ? -1 : 1
  return sources
    .filter((source) => view.tier === 'all' || source.tier === view.tier)
    .filter((source) => {
      const text = searchText(source)
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => {
      if (view.sort === 'date' && (a.date === null || b.date === null)) {
        if (a.date !== b.date) return a.date === null ? 1 : -1
      } else {
        const order = view.sort === 'read' ? read(a.id) - read(b.id) : compareBy(view.sort, a, b, compare)
        if (order !== 0) return order * direction
      }
      return compare(a.title, b.title)
    })
}

/** Everything of a source that the filter looks at. */
function searchText(source: Source): string {
  const people = source.speakers.flatMap(({ name, affiliation }) => [name, affiliation ?? ''])
  return [source.title, source.file, source.language, source.date ?? '', ...people].join('\n').toLowerCase()
}

function compareBy(
  key: Exclude<SortKey, 'read'>,
  a: Source,
  b: Source,
  compare: (a: string, b: string) => number,
): number {
  switch (key) {
    case 'words':
    case 'passages':
      return a[key] - b[key]
    case 'tier':
      return TIER_ORDER[a.tier] - TIER_ORDER[b.tier]
    case 'speakers':
      return compare(speakerNames(a).join('\n'), speakerNames(b).join('\n'))
    case 'date':
      return compare(a.date ?? '', b.date ?? '')
    case 'title':
    case 'language':
      return compare(a[key], b[key])
  }
}

const TIER_ORDER: Readonly<Record<Tier, number>> = { core: 0, alias: 1, other: 2 }

/** Who speaks in a source, those with most turns first. */
export function speakerNames(source: Pick<Source, 'speakers'>): string[] {
  return [...source.speakers].sort((a, b) => b.turns - a.turns).map(({ name }) => name)
}
