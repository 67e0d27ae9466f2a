import type { SavedSearch } from '../../../../shared/domain/saved-search'
import { formatNames } from '../../../i18n'

/** A sentence about something that a saved search names and the project no longer has. */
export interface MissingSentence {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

/** What a saved search names that is gone, as sentences. */
export function missingIn({ missing, filters }: Pick<SavedSearch, 'missing' | 'filters'>): MissingSentence[] {
  const { sources, speakers, camp, markingCamp } = missing
  const sentences: MissingSentence[] = []
  if (sources > 0) {
    const isAll = sources === filters.sources?.length
    sentences.push({ key: isAll ? 'saved.missing.allSources' : 'saved.missing.sources', values: { count: sources } })
  }
  if (speakers.length > 0) {
    sentences.push({ key: 'saved.missing.speakers', values: { count: speakers.length, names: formatNames(speakers) } })
  }
  if (camp) sentences.push({ key: 'saved.missing.camp', values: {} })
  if (markingCamp) sentences.push({ key: 'saved.missing.markingCamp', values: {} })
  return sentences
}
