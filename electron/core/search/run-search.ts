import type { SearchAnswer, SearchFilters, SearchFolds, SearchHit, SearchSort } from '../../../shared/domain/search'
import { turnIndexAt } from '../../../shared/domain/turn'
import { count, type PreparedQuery, prepareQuery } from './evaluate'
import { filterOf } from './filter-places'
import type { SearchLibrary } from './library'
import { isFault, parseQuery } from './parse-query'
import { type CountedPlaces, type FoundIn, FoundPlaces, type Places } from './places'
import { sortPlaces } from './sort-places'
import type { TakesPlace } from './touching'

/** What a search is asked. */
export interface SearchRequest {
  readonly query: string
  readonly folds: SearchFolds
  readonly filters: SearchFilters
  readonly sort: SearchSort
  readonly descending: boolean
  /** Which of all hits are wanted. */
  readonly from: number
  readonly count: number
  /** Code units of text on each side. */
  readonly context: number
}

/** What a query's regular expressions find, in the segment of this number. */
export type PatternPlaces = ReadonlyMap<number, readonly Places[]>

/** A search was cancelled. */
export class Superseded extends Error {}

interface Result {
  readonly found: FoundPlaces
  /** The places by their rank, where that is not the project's order. */
  readonly order: Uint32Array | null
}

/** Searches a library, and keeps the last result for whoever goes on reading it. */
export class Searches {
  readonly #library: SearchLibrary
  #key = ''
  #result: Result | null = null

  constructor(library: SearchLibrary) {
    this.#library = library
  }

  /** Throws `Superseded` as soon as `isCancelled` says so. */
  run(
    request: SearchRequest,
    patterns: PatternPlaces = new Map(),
    isCancelled: () => boolean = () => false,
  ): SearchAnswer {
    const { query, folds, filters, sort, descending, from, count } = request
    const parsed = parseQuery(query)
    if (parsed === null) return { kind: 'found', total: 0, sources: 0, from: 0, hits: [] }
    if (isFault(parsed)) return { kind: 'fault', fault: parsed }
    this.#library.settle()
    const key = JSON.stringify([this.#library.version, query, folds, filters, sort, descending])
    if (this.#key !== key || this.#result === null) {
      const prepared = prepareQuery(parsed.query, folds)
      const found = this.#collect(prepared, filters, patterns, isCancelled)
      const order = sortPlaces(this.#library.sources, found, sort, descending, isCancelled)
      this.#result = { found, order }
      this.#key = key
    }
    const { found, order } = this.#result
    const hits: SearchHit[] = []
    for (let rank = from; rank < Math.min(found.length, from + count); rank += 1) {
      const { source, start, end } = found.at(order ? order[rank]! : rank)
      hits.push(this.#toHit(source, start, end, request.context))
    }
    return { kind: 'found', total: found.length, sources: found.parts.length, from, hits }
  }

  #collect(
    prepared: PreparedQuery,
    filters: SearchFilters,
    patterns: PatternPlaces,
    isCancelled: () => boolean,
  ): FoundPlaces {
    const { sources, marks } = this.#library
    const filter = filterOf(filters, marks)
    const bySegment = new Map<number, { readonly found: CountedPlaces; readonly ranks: Int32Array }>()
    const parts: FoundIn[] = []
    for (const [index, source] of sources.entries()) {
      if (!filter.takesSource(source)) continue
      const { id, segment, turns } = source.segment
      let counted = bySegment.get(id)
      if (!counted) {
        if (isCancelled()) throw new Superseded()
        const found = count(prepared, { segment, turns, patterns: patterns.get(id) ?? [] })
        counted = { found, ranks: found.ranks(segment.bounds) }
        bySegment.set(id, counted)
      }
      const { base, text } = source
      const { found, ranks } = counted
      const all = { source: index, found, from: ranks[text]!, to: ranks[text + 1]! }
      const takes = filter.ofPlaces(source)
      const part = takes ? kept(all, (start, end) => takes(start - base, end - base)) : all
      if (part.to > part.from) parts.push(part)
    }
    return new FoundPlaces(parts)
  }

  #toHit(sourceIndex: number, start: number, end: number, context: number): SearchHit {
    const source = this.#library.sources[sourceIndex]!
    const { segment, base, length } = source
    const { units } = segment.segment
    const from = safeEdge(units, Math.max(base, start - context))
    const to = safeEdge(units, Math.min(base + length, end + context))
    const turn = Math.max(0, turnIndexAt(source.turns, start - base))
    const said = source.turns[turn]
    const text = segment.segment.slice(from, to)
    return {
      sourceId: source.id,
      turn,
      speakerId: (said && said.label !== null ? source.speakersByLabel.get(said.label)?.id : null) ?? null,
      time: said?.startTime ?? null,
      start: start - base,
      end: end - base,
      before: text.slice(0, start - from),
      match: text.slice(start - from, end - from),
      after: text.slice(end - from),
      isMarked: this.#library.isMarked(source.id, start - base, end - base),
    }
  }
}

/** The places of a part that are wanted. */
function kept({ source, found, from, to }: FoundIn, takes: TakesPlace): FoundIn {
  const wanted = found.places.between(from, to).filter(takes)
  return { source, found: wanted, from: 0, to: wanted.length }
}

/** An offset that does not cut a character in two. */
function safeEdge(units: Uint16Array, offset: number): number {
  return (units[offset]! & 0xfc_00) === 0xdc_00 && (units[offset - 1]! & 0xfc_00) === 0xd8_00 ? offset + 1 : offset
}
