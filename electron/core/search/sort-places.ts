import type { SearchSort } from '../../../shared/domain/search'
import { turnIndexAt } from '../../../shared/domain/turn'
import { CLASS, COARSEST, foldTable, isAccent, LETTER, UNSPACED } from './letters'
import type { PlacedSource } from './library'
import type { FoundPlaces } from './places'

/** Words beside a place that it is sorted by. */
const KEY_WORDS = 6
/** And how far they are looked for. */
const KEY_UNITS = 80
/** Ends a word in a key: a shorter word comes before a longer one that begins like it. */
const WORD_END = '\u0001'
const LAST = '\uffff'

/** The places by their rank; `null` for the order of sources and text. What is equal stays in that order. */
export function sortPlaces(
  sources: readonly PlacedSource[],
  found: FoundPlaces,
  sort: SearchSort,
  descending: boolean,
  isCancelled: () => boolean,
): Uint32Array | null {
  if (sort === 'text' && !descending) return null
  const count = found.length
  const order = Uint32Array.from({ length: count }, (_, at) => at)
  if (sort === 'text') return order.reverse()
  const direction = descending ? -1 : 1
  if (sort === 'source' || sort === 'date' || sort === 'speaker' || sort === 'time') {
    const keyOf = rankBy(sources, found, sort)
    const ranks = Float64Array.from({ length: count }, (_, at) => keyOf(at))
    return order.sort((a, b) => {
      const difference = ranks[a]! - ranks[b]!
      // What has none is last in either direction.
      return (Number.isFinite(difference) ? direction * difference : difference) || a - b
    })
  }
  const keys: string[] = []
  for (let at = 0; at < count; at += 1) {
    if (at % 10_000 === 0 && isCancelled()) break
    const { source, start, end } = found.at(at)
    const { units } = sources[source]!.segment.segment
    if (sort === 'left') keys.push(keyBefore(units, start))
    else if (sort === 'right') keys.push(keyAfter(units, end))
    else keys.push(`${foldedText(units, start, end)}${WORD_END}${keyAfter(units, end)}`)
  }
  return order.sort((a, b) => {
    const [left, right] = [keys[a] ?? LAST, keys[b] ?? LAST]
    return left === right ? a - b : left < right ? -direction : direction
  })
}

/** By which number a place is sorted by its source's title or date, or by who speaks and when. `Infinity` for none. */
function rankBy(
  sources: readonly PlacedSource[],
  found: FoundPlaces,
  sort: 'source' | 'date' | 'speaker' | 'time',
): (at: number) => number {
  const turnOf = (at: number) => {
    const { source: index, start } = found.at(at)
    const source = sources[index]!
    return { source, turn: source.turns[Math.max(0, turnIndexAt(source.turns, start - source.base))] }
  }
  if (sort === 'time') return (at) => turnOf(at).turn?.startTime ?? Infinity
  if (sort === 'speaker') {
    const names = ranks(sources.flatMap(({ speakers }) => speakers.map(({ name }) => name)))
    return (at) => {
      const { source, turn } = turnOf(at)
      const speaker = turn && turn.label !== null ? source.speakersByLabel.get(turn.label) : undefined
      return speaker ? names.get(speaker.name)! : Infinity
    }
  }
  const textOf = (source: PlacedSource) => (sort === 'source' ? source.title : source.date)
  const known = ranks(sources.flatMap((source) => textOf(source) ?? []))
  const bySource = sources.map((source) => known.get(textOf(source) ?? '') ?? Infinity)
  return (at) => bySource[found.at(at).source]!
}

function ranks(texts: readonly string[]): ReadonlyMap<string, number> {
  const { compare } = new Intl.Collator(undefined, { numeric: true })
  return new Map([...new Set(texts)].sort(compare).map((text, rank) => [text, rank]))
}

function foldedText(units: Uint16Array, start: number, end: number): string {
  const table = foldTable(COARSEST)
  let text = ''
  for (let at = start; at < end; at += 1) if (!isAccent(units[at])) text += String.fromCharCode(table[units[at]!]!)
  return text
}

/** The words before a place, the nearest first; of characters without spaces each by itself. */
function keyBefore(units: Uint16Array, start: number): string {
  let key = ''
  let words = 0
  for (let at = start; at > 0 && at > start - KEY_UNITS && words < KEY_WORDS && units[at - 1] !== 0;) {
    const kind = CLASS[units[at - 1]!]
    const end = at
    at -= 1
    if (kind === LETTER) while (at > 0 && CLASS[units[at - 1]!] === LETTER) at -= 1
    else if (kind !== UNSPACED) continue
    key += foldedText(units, at, end) + WORD_END
    words += 1
  }
  return key
}

/** The words after a place. */
function keyAfter(units: Uint16Array, end: number): string {
  let key = ''
  let words = 0
  for (let at = end; at < end + KEY_UNITS && words < KEY_WORDS && units[at] !== 0;) {
    const kind = CLASS[units[at]!]
    const start = at
    at += 1
    if (kind === LETTER) while (CLASS[units[at]!] === LETTER) at += 1
    else if (kind !== UNSPACED) continue
    key += foldedText(units, start, at) + WORD_END
    words += 1
  }
  return key
}
