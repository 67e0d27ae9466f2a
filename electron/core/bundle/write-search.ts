import type { BundleSearch } from '../../../shared/bundle'
import type { SavedSearchId, SectionId, SourceId } from '../../../shared/domain/ids'
import { cutsCharacter, spanOf } from '../../../shared/domain/span'
import { insertRefused } from '../store/refused-suggestions'
import { insertSavedSearch } from '../store/saved-searches'
import type { WritableDatabase } from '../store/sql'
import { getText, sha256 } from '../store/transcripts'

/** What the ids of a bundle are in the project. */
export interface IdsHere {
  readonly sources: ReadonlyMap<string, SourceId>
  readonly sections: ReadonlyMap<string, SectionId>
}

/**
 * Keeps a search of a bundle, with what was refused of its suggestions where the text is still the same. A source or a
 * camp that is not here keeps its id: the search goes on to tell that it is missing.
 */
export function writeSearch(db: WritableDatabase, search: BundleSearch, { sources, sections }: IdsHere): void {
  const { filters, marking, refused } = search
  const campHere = (camp: SectionId) => sections.get(camp) ?? camp
  const id = insertSavedSearch(db, {
    ...search,
    id: search.id as SavedSearchId,
    filters: {
      ...filters,
      ...(filters.sources && { sources: filters.sources.map((source) => sources.get(source) ?? source) }),
      ...(filters.camp !== undefined && { camp: campHere(filters.camp) }),
    },
    marking: marking && { ...marking, camp: marking.camp === null ? null : campHere(marking.camp) },
  })
  for (const { source, text: hash, ranges } of refused) {
    const here = sources.get(source)
    const text = here === undefined ? null : getText(db, here)
    if (here === undefined || text === null || sha256(text) !== hash) continue
    for (const range of ranges) {
      const isWhole = range.start < range.end && range.end <= text.length
      if (isWhole && !cutsCharacter(text, range.start) && !cutsCharacter(text, range.end))
        insertRefused(db, id, here, spanOf(text, range))
    }
  }
}
