import { useEffect, useMemo, useState } from 'react'
import type { SavedSearchId, SourceId } from '../../../../shared/domain/ids'
import type { SavedSearch, SavedSearchCount } from '../../../../shared/domain/saved-search'
import { invoke, queryClient, useRead } from '../../../api'
import type { SearchState } from '../../../search-state'
import { findsTheSame, isAsSaved } from './same-search'

/** What was new when somebody opened a saved search: it is told for as long as they stay. */
interface Visit {
  readonly key: string
  readonly fresh: number
  readonly freshSources: readonly SourceId[]
}

const NONE: readonly SavedSearch[] = []

/** The saved searches, what they find now, and which of them is looked at. */
export function useSaved(state: SearchState) {
  const searches = useRead('savedSearch.list', {}).data ?? NONE
  const { data: counted, isFetching } = useRead('savedSearch.count', {}, { enabled: searches.length > 0 })
  const counts = useMemo(
    () => new Map<SavedSearchId, SavedSearchCount>(counted?.map((count) => [count.id, count])),
    [counted],
  )
  const current = searches.find(({ id }) => id === state.savedId) ?? null
  const isSame = current !== null && findsTheSame(state, current)
  const count = current ? counts.get(current.id) : undefined
  const [visit, setVisit] = useState<Visit | null>(null)
  const key = `${current?.id} ${state.opened}`

  useEffect(() => {
    // What was counted before an import may still be shown.
    if (isFetching || !isSame || count?.kind !== 'found' || visit?.key === key) return
    const { id, fresh, freshSources } = count
    setVisit({ key, fresh, freshSources })
    if (fresh > 0) void look(id)
  }, [isFetching, isSame, count, visit, key])

  return {
    searches,
    counts,
    /** The one that was opened. */
    current,
    /** It finds what is looked for now. */
    isSame,
    /** Even the order is as it was saved. */
    isClean: current !== null && isAsSaved(state, current),
    fresh: isSame && visit?.key === key ? visit : null,
    suggestions: isSame && count?.kind === 'found' ? count.suggestions : null,
  }
}

/** Takes note that what a saved search finds is being looked at. */
export async function look(id: SavedSearchId): Promise<void> {
  await invoke('savedSearch.look', { id })
  await queryClient.invalidateQueries({ queryKey: ['savedSearch.count'] })
}
