import type { SearchAnswer, SearchFilters, SearchFolds, SearchHit, SearchSort } from '../../../shared/domain/search'
import { turnIndexAt } from '../../../shared/domain/turn'
import { evaluate, type PreparedQuery, prepareQuery } from './evaluate'
import { filterOf } from './filter-places'
import { countPhrase } from './find-phrase'
import type { SearchLibrary } from './library'
import { isFault, parseQuery } from './parse-query'
import type { FoundPlaces, Places } from './places'
import { PlaceList } from './places'
import { sortPlaces } from './sort-places'

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

interface Result extends FoundPlaces {
  /** The places by their rank, where that is not the project's order. */
  readonly order: Uint32Array | null
}

/** Above so many hits only what is shown is collected, until somebody asks for more. */
const FEW_HITS = 20_000

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
      const quick = sort === 'text' && !descending ? this.#quick(prepared, request) : null
      if (quick) return quick
      const found = this.#collect(prepared, filters, patterns, isCancelled)
      const order = sortPlaces(this.#library.sources, found, sort, descending, isCancelled)
      this.#result = { ...found, order }
      this.#key = key
    }
    const { places, sources, found, order } = this.#result
    const hits: SearchHit[] = []
    for (let rank = from; rank < Math.min(places.length, from + count); rank += 1) {
      const at = order ? order[rank]! : rank
      hits.push(this.#toHit(sources[at]!, places.starts[at]!, places.ends[at]!, request.context))
    }
    return { kind: 'found', total: places.length, sources: found, from, hits }
  }

  /** The first hits of a phrase that is everywhere: their number is known without looking at them. */
  #quick(prepared: PreparedQuery, { filters, from, count, context }: SearchRequest): SearchAnswer | null {
    const { sources, segments } = this.#library
    const isFiltered = Object.values(filters).some((value) => value !== undefined)
    if (prepared.kind !== 'phrase' || prepared.phrase.isEmpty || isFiltered || from + count > FEW_HITS / 10) return null
    let [total, found] = [0, 0]
    for (const { segment } of segments) {
      const counted = countPhrase(segment, prepared.phrase)
      if (counted === null) return null
      total += counted.total
      found += counted.texts
    }
    if (total <= FEW_HITS) return null
    const hits: SearchHit[] = []
    let rank = 0
    for (const [source, { segment, base, length }] of sources.entries()) {
      prepared.phrase.scan(segment.segment.units, base, base + length, (start, end) => {
        if (rank >= from) hits.push(this.#toHit(source, start, end, context))
        rank += 1
        return rank < from + count
      })
      if (rank >= from + count) break
    }
    return { kind: 'found', total, sources: found, from, hits }
  }

  #collect(
    prepared: PreparedQuery,
    filters: SearchFilters,
    patterns: PatternPlaces,
    isCancelled: () => boolean,
  ): FoundPlaces {
    const { sources, marks } = this.#library
    const filter = filterOf(filters, marks)
    const bySegment = new Map<number, Places>()
    const list = new PlaceList()
    const counts: number[] = []
    for (const source of sources) {
      const before = list.length
      if (filter.takesSource(source)) {
        const { id, segment, turns } = source.segment
        let places = bySegment.get(id)
        if (!places) {
          if (isCancelled()) throw new Superseded()
          places = evaluate(prepared, { segment, turns, patterns: patterns.get(id) ?? [] })
          bySegment.set(id, places)
        }
        const takes = filter.ofPlaces(source)
        const end = source.base + source.length
        for (let at = places.from(source.base); at < places.length && places.starts[at]! < end; at += 1) {
          const [start, stop] = [places.starts[at]!, places.ends[at]!]
          if (!takes || takes(start - source.base, stop - source.base)) list.add(start, stop)
        }
      }
      counts.push(list.length - before)
    }
    const ofSources = new Int32Array(list.length)
    let at = 0
    for (const [source, count] of counts.entries()) {
      ofSources.fill(source, at, at + count)
      at += count
    }
    return { places: list.done(), sources: ofSources, found: counts.filter((count) => count > 0).length }
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

/** An offset that does not cut a character in two. */
function safeEdge(units: Uint16Array, offset: number): number {
  return (units[offset]! & 0xfc_00) === 0xdc_00 && (units[offset - 1]! & 0xfc_00) === 0xd8_00 ? offset + 1 : offset
}
