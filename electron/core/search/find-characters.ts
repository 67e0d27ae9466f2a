import { CLASS, LETTER } from './letters'
import { type ListedPlaces, moved } from './listed-places'
import type { Phrase } from './phrase'
import type { Run } from './phrase-runs'
import { type CountedPlaces, Places } from './places'
import { rarest } from './rarest'
import type { WordIndex } from './word-index'

/** What it costs to look into the text at one place, in places that could be read from a list instead. */
const LISTED_A_PLACE = 8

/** Where characters are one after the other, none of them a letter of a word. */
export function findCharacters(
  units: Uint16Array,
  index: WordIndex,
  phrase: Phrase,
  runs: readonly Run[],
): CountedPlaces {
  const { elements, table } = phrase
  const { length } = elements
  const seen = [...pairsOf(index, phrase), ...runs.map((run) => rarestCharacter(index, phrase, run))]
  const first = rarest(seen)
  // Two that are the same may be in three.
  const isAll = length === first.count && (length === 1 || elements[0] !== elements[1])
  if (isAll) return first.places()
  const { starts, unseen } = narrowed(first, seen, length)
  let count = 0
  let last = 0
  for (let next = 0; next < starts.length; next += 1) {
    const start = starts[next]!
    if (start < last || unseen.some((offset) => table[units[start + offset]!] !== elements[offset])) continue
    starts[count] = start
    count += 1
    last = start + length
  }
  const found = starts.slice(0, count)
  return new Places(found, moved(found, length))
}

/**
 * Where a phrase may begin when some of its elements are where they are, and which elements are not looked at by that:
 * what is listed next to them is read, as long as that takes less than to look into the text.
 */
function narrowed(first: SeenFrom, seen: readonly SeenFrom[], length: number) {
  const unseen = new Set(Array.from({ length }, (_, at) => at))
  const see = ({ at, count }: SeenFrom) => {
    for (let one = at; one < at + count; one += 1) unseen.delete(one)
  }
  let starts = moved(first.places().starts, -first.at)
  see(first)
  for (const other of [...seen].sort((a, b) => a.size - b.size)) {
    const isNew = unseen.has(other.at) || unseen.has(other.at + other.count - 1)
    if (!isNew || other.size > LISTED_A_PLACE * starts.length) continue
    starts = inBoth(starts, other.places().starts, other.at)
    see(other)
  }
  return { starts, unseen: [...unseen] }
}

/** Those of some rising numbers that are among others when `by` is added. */
function inBoth(numbers: Int32Array, others: Int32Array, by: number): Int32Array {
  const both = new Int32Array(Math.min(numbers.length, others.length))
  let count = 0
  let other = 0
  for (let at = 0; at < numbers.length; at += 1) {
    const wanted = numbers[at]! + by
    while (other < others.length && others[other]! < wanted) other += 1
    if (others[other] !== wanted) continue
    both[count] = numbers[at]!
    count += 1
  }
  return both.subarray(0, count)
}

/** Some of a phrase's elements, one after the other, which the index knows all places of. */
interface SeenFrom {
  readonly at: number
  readonly count: number
  readonly size: number
  readonly places: () => ListedPlaces
}

/** Neighbours in a phrase, as far as the index knows where they stand. */
function pairsOf(index: WordIndex, { elements, table }: Phrase): SeenFrom[] {
  return elements.slice(1).flatMap((element, at): SeenFrom | readonly [] => {
    const lists = index.pairsOf(membersOf(table, elements[at]!), membersOf(table, element))
    if (lists === null) return []
    const size = lists.reduce((sum, list) => sum + index.sizeOfPairs(list), 0)
    return { at, count: 2, size, places: () => index.placesOfPairs(lists) }
  })
}

/** The character of a run that is there least often. */
export function rarestCharacter(index: WordIndex, { elements, table }: Phrase, { from, to }: Run): SeenFrom {
  const characters = elements.slice(from, to).map((element, offset) => {
    const same = membersOf(table, element)
    return {
      at: from + offset,
      count: 1,
      size: same.reduce((sum, character) => sum + index.sizeOfCharacter(character), 0),
      places: () => index.placesOfCharacters(same),
    }
  })
  return rarest(characters)
}

const members = new WeakMap<Uint16Array, Map<number, number[]>>()

/** What a table holds to be the same as a character or sign that is no letter of a word. */
function membersOf(table: Uint16Array, element: number): readonly number[] {
  let classes = members.get(table)
  if (!classes) {
    classes = new Map()
    for (let code = 0; code < table.length; code += 1) {
      if (CLASS[code] === LETTER) continue
      const list = classes.get(table[code]!)
      if (list) list.push(code)
      else classes.set(table[code]!, [code])
    }
    members.set(table, classes)
  }
  return classes.get(element) ?? []
}
