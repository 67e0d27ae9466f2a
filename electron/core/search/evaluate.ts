import { assertNever } from '../../../shared/domain/assert-never'
import type { SearchFolds } from '../../../shared/domain/search'
import { countPhrase, findPhrase } from './find-phrase'
import { CLASS, LETTER, UNSPACED } from './letters'
import type { Query } from './parse-query'
import { Phrase } from './phrase'
import { type CountedPlaces, PlaceList, Places } from './places'
import type { Segment } from './segment'

/** A query whose phrases are ready to be compared with text. */
export type PreparedQuery =
  | { readonly kind: 'phrase'; readonly phrase: Phrase }
  | { readonly kind: 'pattern'; readonly pattern: number }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly PreparedQuery[] }
  | { readonly kind: 'without'; readonly term: PreparedQuery; readonly excluded: readonly PreparedQuery[] }
  | { readonly kind: 'near'; readonly words: number; readonly left: PreparedQuery; readonly right: PreparedQuery }

export function prepareQuery(query: Query, folds: SearchFolds): PreparedQuery {
  const prepare = (one: Query) => prepareQuery(one, folds)
  switch (query.kind) {
    case 'phrase':
      return { kind: 'phrase', phrase: new Phrase(query.parts, folds) }
    case 'pattern':
      return { kind: 'pattern', pattern: query.pattern }
    case 'and':
    case 'or':
      return { kind: query.kind, terms: query.terms.map(prepare) }
    case 'without':
      return { kind: 'without', term: prepare(query.term), excluded: query.excluded.map(prepare) }
    case 'near':
      return { ...query, left: prepare(query.left), right: prepare(query.right) }
    default:
      return assertNever(query)
  }
}

/** What a query is looked for in. */
export interface Ground {
  readonly segment: Segment
  /** Where each turn of the segment's texts begins, in order; what comes before the first one is none's. */
  readonly turns: Int32Array
  /** What each of the query's regular expressions finds in the segment. */
  readonly patterns: readonly Places[]
}

/** The same as `evaluate`; what can be is counted before it is read. */
export function count(query: PreparedQuery, ground: Ground): CountedPlaces {
  return query.kind === 'phrase' ? countPhrase(ground.segment, query.phrase) : evaluate(query, ground)
}

/** Every place of a segment that a query finds, in order, none in another. */
export function evaluate(query: PreparedQuery, ground: Ground): Places {
  const places = (one: PreparedQuery) => evaluate(one, ground)
  switch (query.kind) {
    case 'phrase':
      return findPhrase(ground.segment, query.phrase)
    case 'pattern':
      return ground.patterns[query.pattern] ?? Places.none
    case 'or':
      return Places.union(query.terms.map(places))
    case 'and': {
      const lists: Places[] = []
      for (const term of query.terms) {
        const list = places(term)
        if (list.length === 0) return Places.none
        lists.push(list)
      }
      return Places.union(inSameTurns(lists, ground.turns))
    }
    case 'without': {
      const wanted = places(query.term)
      if (wanted.length === 0) return wanted
      const turns = new Uint8Array(ground.turns.length + 1)
      for (const excluded of query.excluded) eachTurn(places(excluded), ground.turns, (turn) => (turns[turn] = 1))
      return ofTurns(wanted, ground.turns, (turn) => turns[turn] === 0)
    }
    case 'near': {
      const [left, right] = [places(query.left), places(query.right)]
      return Places.union([near(left, right, query.words, ground), near(right, left, query.words, ground)])
    }
    default:
      return assertNever(query)
  }
}

/** Of each list what stands in a turn that has something of all of them. */
function inSameTurns(lists: readonly Places[], turns: Int32Array): Places[] {
  const had = new Uint32Array(turns.length + 1)
  for (const [index, list] of lists.entries()) {
    eachTurn(list, turns, (turn) => {
      if (had[turn] === index) had[turn] = index + 1
    })
  }
  return lists.map((list) => ofTurns(list, turns, (turn) => had[turn] === lists.length))
}

/** Gives for each place the number of turns that begin up to it. */
function eachTurn(places: Places, turns: Int32Array, seen: (turn: number) => void): void {
  let turn = 0
  for (const start of places.starts) {
    while (turn < turns.length && turns[turn]! <= start) turn += 1
    seen(turn)
  }
}

function ofTurns(places: Places, turns: Int32Array, isWanted: (turn: number) => boolean): Places {
  let turn = 0
  return places.filter((start) => {
    while (turn < turns.length && turns[turn]! <= start) turn += 1
    return isWanted(turn)
  })
}

/** From each of `first` to the next of `second` after it, where that is in the same turn and near enough. */
function near(first: Places, second: Places, words: number, { segment, turns }: Ground): Places {
  const found = new PlaceList()
  let turn = 0
  let next = 0
  for (let at = 0; at < first.length; at += 1) {
    const [start, end] = [first.starts[at]!, first.ends[at]!]
    while (next < second.length && second.starts[next]! < end) next += 1
    if (next === second.length) break
    while (turn < turns.length && turns[turn]! <= start) turn += 1
    const to = second.starts[next]!
    if (to >= (turns[turn] ?? Number.POSITIVE_INFINITY)) continue
    // A nearer one of the same kind comes next.
    if (at + 1 < first.length && first.ends[at + 1]! <= to && first.starts[at + 1]! >= end) continue
    if (isNear(segment.units, end, to, words)) found.add(start, second.ends[next]!)
  }
  return found.done()
}

/** Whether at most so many words stand between two offsets; a character without spaces is one. */
function isNear(units: Uint16Array, from: number, to: number, words: number): boolean {
  let count = 0
  // What is left of the word before, and what there is of the next one, is not between them.
  let isInWord = from > 0 && CLASS[units[from - 1]!] === LETTER
  const isCut = to > from && CLASS[units[to - 1]!] === LETTER && CLASS[units[to]!] === LETTER
  const most = words + (isCut ? 1 : 0)
  for (let at = from; at < to; at += 1) {
    const kind = CLASS[units[at]!]
    const begins = kind === UNSPACED ? (units[at]! & 0xfc_00) !== 0xdc_00 : kind === LETTER && !isInWord
    isInWord = kind === LETTER
    if (!begins) continue
    count += 1
    if (count > most) return false
  }
  return true
}
