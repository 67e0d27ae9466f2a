import { CLASS, LETTER } from './letters'
import type { ListedPlaces } from './listed-places'
import type { Phrase } from './phrase'
import type { Run } from './phrase-runs'
import { type CountedPlaces, Places } from './places'
import { rarest } from './rarest'
import { Scratch } from './scratch'
import type { WordIndex } from './word-index'

/** What it costs to look into the text at one place, in places that could be read from a list instead. */
const LISTED_A_PLACE = 8

/** Where lists are read to: that of where a phrase may begin, and those that are compared with it. */
const [ofStarts, ofOthers] = [new Scratch(), new Scratch()]

/** Where characters are one after the other, none of them a letter of a word. */
export function findCharacters(
  units: Uint16Array,
  index: WordIndex,
  phrase: Phrase,
  runs: readonly Run[],
): CountedPlaces {
  const { length } = phrase.elements
  const seen = [...pairsOf(index, phrase), ...runs.map((run) => rarestCharacter(index, phrase, run))]
  const first = rarest(seen)
  const isApart = !overlapsItself(phrase)
  if (isApart && length === first.count) return first.places(0)
  const { starts, unseen } = narrowed(first, seen, length)
  let count = starts.length
  for (const offset of unseen) count = keepWhere(units, phrase, starts, count, offset)
  if (!isApart) count = keepApart(starts, count, length)
  return new Places(starts.slice(0, count), length)
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
  let starts = first.places(-first.at).startsIn(ofStarts)
  see(first)
  for (const other of [...seen].sort((a, b) => a.size - b.size)) {
    const isNew = unseen.has(other.at) || unseen.has(other.at + other.count - 1)
    if (!isNew || other.size > LISTED_A_PLACE * starts.length) continue
    starts = keepAmong(starts, other.places(-other.at).startsIn(ofOthers))
    see(other)
  }
  return { starts, unseen: [...unseen] }
}

/** Keeps those of some rising numbers that are among others. */
function keepAmong(numbers: Int32Array, others: Int32Array): Int32Array {
  let [count, at, other] = [0, 0, 0]
  while (at < numbers.length && other < others.length) {
    const number = numbers[at]!
    const difference = number - others[other]!
    // Without a branch, which the machine would guess wrong as often as not: each is 1 where it is so.
    const isUpTo = (difference - 1) >>> 31
    const isFrom = ~difference >>> 31
    numbers[count] = number
    count += isUpTo & isFrom
    at += isUpTo
    other += isFrom
  }
  return numbers.subarray(0, count)
}

/** Keeps the starts from which a phrase's element at `offset` is where it has to be; gives how many they are. */
function keepWhere(
  units: Uint16Array,
  { elements, table }: Phrase,
  starts: Int32Array,
  count: number,
  offset: number,
): number {
  const element = elements[offset]!
  let kept = 0
  for (let at = 0; at < count; at += 1) {
    const start = starts[at]!
    starts[kept] = start
    // Without a branch, so that the machine fetches the next ones meanwhile: 1 where the two are the same.
    kept += ((table[units[start + offset]!]! ^ element) - 1) >>> 31
  }
  return kept
}

/** Whether a phrase can begin before it ends: two that are the same may be in three. */
function overlapsItself({ elements }: Phrase): boolean {
  return elements.some((_, by) => by > 0 && elements.every((element, at) => at < by || element === elements[at - by]))
}

/** Keeps the starts that are in no place that begins before them; gives how many they are. */
function keepApart(starts: Int32Array, count: number, length: number): number {
  let kept = 0
  let last = 0
  for (let at = 0; at < count; at += 1) {
    const start = starts[at]!
    if (start < last) continue
    starts[kept] = start
    kept += 1
    last = start + length
  }
  return kept
}

/** Some of a phrase's elements, one after the other, which the index knows all places of. */
interface SeenFrom {
  readonly at: number
  readonly count: number
  readonly size: number
  /** Where they stand, moved by `shift`. */
  readonly places: (shift: number) => ListedPlaces
}

/** Neighbours in a phrase, as far as the index knows where they stand. */
function pairsOf(index: WordIndex, { elements, table }: Phrase): SeenFrom[] {
  return elements.slice(1).flatMap((element, at): SeenFrom | readonly [] => {
    const lists = index.pairsOf(membersOf(table, elements[at]!), membersOf(table, element))
    if (lists === null) return []
    const size = lists.reduce((sum, list) => sum + index.sizeOfPairs(list), 0)
    return { at, count: 2, size, places: (shift) => index.placesOfPairs(lists, shift) }
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
      places: (shift: number) => index.placesOfCharacters(same, shift),
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
