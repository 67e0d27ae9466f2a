import type { SourceId } from '../../../shared/domain/ids'
import type { SearchFilters } from '../../../shared/domain/search'
import { turnIndexAt } from '../../../shared/domain/turn'
import type { PlacedSource, SearchedMark } from './library'
import { type TakesPlace, touching } from './touching'

/** What filters ask of sources, and of places in those that they take. */
export function filterOf(filters: SearchFilters, marks: ReadonlyMap<SourceId, readonly SearchedMark[]>) {
  const { sources, tiers, languages, speakers, from, to, marked, camp } = filters
  const wantedSources = sources && new Set(sources)
  const wantedSpeakers = speakers && new Set(speakers)

  return {
    takesSource({ id, tier, language, date, speakers: own }: PlacedSource): boolean {
      return (
        (wantedSources?.has(id) ?? true) &&
        (tiers?.includes(tier) ?? true) &&
        (languages?.includes(language) ?? true) &&
        (from === undefined || (date !== null && date >= from)) &&
        // `2024-05` ends with its last day.
        (to === undefined || (date !== null && (date <= to || date.startsWith(to)))) &&
        (!wantedSpeakers || own.some(({ name }) => wantedSpeakers.has(name)))
      )
    },
    /** `null` when every place of the source is wanted. */
    ofPlaces(source: PlacedSource): TakesPlace | null {
      const own = marks.get(source.id) ?? []
      const isMarked = marked === undefined ? null : touching(own)
      const isInCamp = camp === undefined ? null : touching(own.filter(({ camps }) => camps.includes(camp)))
      if (!wantedSpeakers && !isMarked && !isInCamp) return null
      return (start, end) => {
        if (wantedSpeakers) {
          const label = source.turns[Math.max(0, turnIndexAt(source.turns, start))]?.label ?? null
          const speaker = label === null ? undefined : source.speakersByLabel.get(label)
          if (!speaker || !wantedSpeakers.has(speaker.name)) return false
        }
        if (isMarked && isMarked(start, end) !== marked) return false
        return isInCamp?.(start, end) ?? true
      }
    },
  }
}
