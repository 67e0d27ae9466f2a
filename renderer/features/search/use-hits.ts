import { useEffect, useRef, useState } from 'react'
import type { QueryFault, SearchHit } from '../../../shared/domain/search'
import { invoke, subscribe } from '../../api'
import type { SearchState } from '../../search-state'
import { useLibraryReading } from '../../use-library-reading'

/** Hits that are asked for at once. */
const PAGE = 200
/** Text on each side of a hit. */
export const CONTEXT = 140

/** What a search came to, as far as it was read. */
export interface Hits {
  readonly total: number
  readonly sources: number
  readonly pages: ReadonlyMap<number, readonly SearchHit[]>
}

export type SearchOutcome =
  | { readonly kind: 'found'; readonly hits: Hits }
  | { readonly kind: 'fault'; readonly fault: QueryFault }
  | { readonly kind: 'slow'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly error: unknown }

/** A hit by its rank; `null` while it was not read. */
export function hitAt({ pages }: Hits, rank: number): SearchHit | null {
  return pages.get(Math.floor(rank / PAGE))?.[rank % PAGE] ?? null
}

/** Searches as the request changes and as the project does. What was found before stays until the next answer is there. */
export function useHits(request: SearchState) {
  const [outcome, setOutcome] = useState<SearchOutcome | null>(null)
  const [isSearching, setSearching] = useState(false)
  const reading = useLibraryReading()
  const [version, setVersion] = useState(0)
  /** Grows with every new search: an answer to an older one is let go. */
  const run = useRef(0)
  const asked = useRef(new Set<number>())
  const key = JSON.stringify(toInput(request))
  const latest = useRef(request)
  useEffect(() => {
    latest.current = request
  })

  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'changed') setVersion((before) => before + 1)
      }),
    [],
  )

  useEffect(() => {
    run.current += 1
    const mine = run.current
    const { query } = latest.current
    if (query.trim() === '') {
      setOutcome(null)
      setSearching(false)
      return
    }
    setSearching(true)
    asked.current = new Set([0])
    const settle = (next: SearchOutcome) => {
      if (run.current !== mine) return
      setSearching(false)
      setOutcome(next)
    }
    invoke('search.find', {
      ...toInput(latest.current),
      from: 0,
      count: PAGE,
      context: CONTEXT,
      job: 'search.screen',
    }).then(
      (answer) => {
        if (answer.kind === 'superseded') return
        if (answer.kind !== 'found') settle(answer)
        else {
          const { total, sources, hits } = answer
          settle({ kind: 'found', hits: { total, sources, pages: new Map([[0, hits]]) } })
        }
      },
      (error: unknown) => settle({ kind: 'failed', error }),
    )
  }, [key, version])

  /** Reads what is to be shown of the hits in `[first, last)`. */
  const ensure = (first: number, last: number) => {
    if (outcome?.kind !== 'found') return
    const { total } = outcome.hits
    const mine = run.current
    for (let page = Math.floor(first / PAGE); page * PAGE < Math.min(last, total); page += 1) {
      if (asked.current.has(page)) continue
      asked.current.add(page)
      invoke('search.find', { ...toInput(request), from: page * PAGE, count: PAGE, context: CONTEXT }).then(
        (answer) => {
          if (run.current !== mine || answer.kind !== 'found') return
          setOutcome((before) =>
            before?.kind === 'found'
              ? { kind: 'found', hits: { ...before.hits, pages: new Map(before.hits.pages).set(page, answer.hits) } }
              : before,
          )
        },
        (error: unknown) => {
          if (run.current === mine) setOutcome({ kind: 'failed', error })
        },
      )
    }
  }

  return { outcome, isSearching, reading, ensure, retry: () => setVersion((before) => before + 1) }
}

/** The request as core takes it, less what is left out for the time being. */
export function toInput(state: SearchState) {
  const { within } = state
  const request = toRequest(state)
  if (within === null) return request
  const sources = request.filters.sources?.filter((id) => within.includes(id)) ?? [...within]
  return { ...request, filters: { ...request.filters, sources } }
}

/** The request as it is saved. */
export function toRequest({ query, folds, filters, sort, descending }: SearchState) {
  return {
    query,
    folds,
    filters: {
      ...filters,
      sources: filters.sources && [...filters.sources],
      tiers: filters.tiers && [...filters.tiers],
      languages: filters.languages && [...filters.languages],
      speakers: filters.speakers && [...filters.speakers],
    },
    sort,
    descending,
  }
}
