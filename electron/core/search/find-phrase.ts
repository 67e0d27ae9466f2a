import { CLASS, COARSEST, foldTable, isAccent, LETTER, OTHER, SPACE, UNSPACED } from './letters'
import { type Phrase, REST, WHITE } from './phrase'
import { PlaceList, Places } from './places'
import type { MovedList } from './postings'
import type { Segment } from './segment'
import { sortNumbers } from './sort-numbers'
import type { WordIndex } from './word-index'

/** What it costs to look at one proposed place, in code units that could be looked at one after the other instead. */
const UNITS_A_PLACE = 8
/** Proposed places that are few enough not to look for fewer. */
const FEW = 2000

/** Elements of a phrase that the index knows: part of one word, or characters that stand without spaces. */
interface Run {
  readonly kind: number
  /** `[from, to)` of the phrase's elements. */
  readonly from: number
  readonly to: number
  /** Whether the word may begin before it, and go on after it. */
  readonly isOpenBefore: boolean
  readonly isOpenAfter: boolean
}

/** Every place of a segment where a phrase stands, in order, none in another. */
export function findPhrase(segment: Segment, phrase: Phrase): Places {
  const { units, index } = segment
  if (!index) return scan(units, phrase)
  const runs = runsOf(phrase)
  const [run] = runs
  const { elements } = phrase
  if (!run) return scan(units, phrase)
  if (run.kind === LETTER && run.from === 0 && run.to === elements.length - (elements.at(-1) === REST ? 1 : 0)) {
    return findInWords(units, index, phrase, run)
  }
  if (!index.hasLooseAccents && elements.every((element) => element >= 0 && CLASS[element] !== LETTER)) {
    return findCharacters(units, index, phrase, runs)
  }
  const best = bestProposal(units, index, phrase, runs)
  return best.size * UNITS_A_PLACE > units.length ? scan(units, phrase) : findProposed(units, phrase, best)
}

function scan(units: Uint16Array, phrase: Phrase): Places {
  const found = new PlaceList()
  phrase.scan(units, (start, end) => {
    found.add(start, end)
    return true
  })
  return found.done()
}

/** Where a word, or a part of one, stands: the index alone can tell. */
function findInWords(units: Uint16Array, index: WordIndex, phrase: Phrase, run: Run): Places {
  const [starts, ends]: [MovedList[], MovedList[]] = [[], []]
  const lengths = new Set<number>()
  for (const word of wordsOf(index, phrase, run)) {
    const first = index.firstOf(word)
    for (let at = first; CLASS[units[at]!] === LETTER; at += 1) {
      const end = phrase.match(units, at)
      if (end < 0) continue
      starts.push({ list: word, shift: at - first })
      ends.push({ list: word, shift: end - first })
      lengths.add(end - at)
      at = end - 1
    }
  }
  const found = index.placesOfWords(starts)
  const [length = 0] = lengths
  // None is in another, so that the ends are in the same order.
  return new Places(found, lengths.size > 1 ? index.placesOfWords(ends) : shift(found, length))
}

/** Where characters are one after the other, none of them a letter of a word: seen from where the rarest of them stands. */
function findCharacters(units: Uint16Array, index: WordIndex, phrase: Phrase, runs: readonly Run[]): Places {
  const { elements, table } = phrase
  const { length } = elements
  const { at, places } = rarest(runs.map((run) => rarestCharacter(index, phrase, run)))
  if (length === 1) return new Places(places(), shift(places(), 1))
  const starts = withNeighbour(units, phrase, places(), at)
  let count = 0
  let last = 0
  for (let next = 0; next < starts.length; next += 1) {
    const start = starts[next]!
    let offset = 0
    while (offset < length && table[units[start + offset]!] === elements[offset]) offset += 1
    if (offset < length || start < last) continue
    starts[count] = start
    count += 1
    last = start + length
  }
  const found = starts.slice(0, count)
  return new Places(found, shift(found, length))
}

/** Where the phrase begins when its `at`-th element is at these places, if the one beside that is there too. */
function withNeighbour(units: Uint16Array, { elements, table }: Phrase, places: Int32Array, at: number): Int32Array {
  const beside = at === 0 ? 1 : -1
  const element = elements[at + beside]
  const starts = new Int32Array(places.length)
  let count = 0
  // Without a branch, so that the machine fetches the next ones meanwhile.
  for (let next = 0; next < places.length; next += 1) {
    const place = places[next]!
    starts[count] = place - at
    count += table[units[place + beside]!] === element ? 1 : 0
  }
  return starts.subarray(0, count)
}

function shift(places: Int32Array, by: number): Int32Array {
  if (by === 0) return places
  // Many times as fast as `map`.
  const shifted = new Int32Array(places.length)
  for (let at = 0; at < places.length; at += 1) shifted[at] = places[at]! + by
  return shifted
}

/** Places of the elements `[from, to)` of a phrase: where they begin and end, seen from each of `places`. */
interface Candidates {
  readonly places: Int32Array
  readonly from: number
  readonly start: number
  readonly to: number
  readonly end: number
}

/** What the index proposes for one run of a phrase. */
interface Proposal {
  /** About how many places, and not fewer. */
  readonly size: number
  readonly candidates: () => Iterable<Candidates>
}

/** Looks at each proposed place what stands around it. */
function findProposed(units: Uint16Array, phrase: Phrase, { candidates }: Proposal): Places {
  const { elements, table } = phrase
  const lists: Int32Array[] = []
  for (const { places, from, start, to, end } of candidates()) {
    const [beforeIt, furtherBefore] = [elements[from - 1], elements[from - 2]]
    const [afterIt, furtherAfter] = [elements[to], elements[to + 1]]
    const starts = new Int32Array(places.length)
    let count = 0
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]!
      // Most places are none, and that is seen at a glance.
      if (!mayFollow(units, table, place + end, afterIt, furtherAfter)) continue
      if (!mayPrecede(units, table, place + start, beforeIt, furtherBefore)) continue
      if (phrase.matchFrom(units, place + end, to) < 0) continue
      const before = from === 0 ? place + start : phrase.matchBefore(units, place + start, from)
      if (before < 0) continue
      starts[count] = before
      count += 1
    }
    lists.push(starts.subarray(0, count))
  }
  const found = new PlaceList()
  let last = 0
  for (const start of inOrder(lists)) {
    const end = start < last ? -1 : phrase.match(units, start)
    if (end < 0) continue
    found.add(start, end)
    last = end
  }
  return found.done()
}

/** Whether an element, and one further on, may stand from `at` on. */
function mayFollow(
  units: Uint16Array,
  table: Uint16Array,
  at: number,
  near: number = REST,
  far: number = REST,
): boolean {
  if (near >= 0) return table[units[at]!] === near || isAccent(units[at + 1])
  if (near !== WHITE) return true
  if (SPACE[units[at]!] !== 1) return false
  const next = units[at + 1]!
  return far < 0 || SPACE[next] === 1 || table[next] === far || isAccent(units[at + 2])
}

/** Whether an element, and one further before, may stand up to `at`. */
function mayPrecede(
  units: Uint16Array,
  table: Uint16Array,
  at: number,
  near: number = REST,
  far: number = REST,
): boolean {
  const last = units[at - 1]!
  if (near >= 0) return table[last] === near || isAccent(last)
  if (near !== WHITE) return true
  if (SPACE[last] !== 1) return false
  const next = units[at - 2]!
  return far < 0 || SPACE[next] === 1 || table[next] === far || isAccent(next)
}

function inOrder(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let count = 0
  const ends = lists.map((list) => {
    all.set(list, count)
    count += list.length
    return count
  })
  return sortNumbers(all, ends)
}

function bestProposal(units: Uint16Array, index: WordIndex, phrase: Phrase, runs: readonly Run[]): Proposal {
  // To find all words that hold some letters takes longer than to find one word.
  const isSlow = ({ kind, isOpenBefore }: Run) => kind === LETTER && isOpenBefore
  const propose = (run: Run) =>
    run.kind === LETTER ? proposeWords(units, index, phrase, run) : proposeCharacters(index, phrase, run)
  const quick = runs.filter((run) => !isSlow(run)).map(propose)
  if (quick.some(({ size }) => size <= FEW)) return rarest(quick)
  const slow = runs.filter((run) => isSlow(run) && (quick.length === 0 || run.to - run.from > 2)).map(propose)
  return rarest([...quick, ...slow])
}

function proposeWords(units: Uint16Array, index: WordIndex, phrase: Phrase, run: Run): Proposal {
  const words = [...wordsOf(index, phrase, run)]
  return {
    size: words.reduce((sum, word) => sum + index.sizeOf(word), 0),
    candidates: function* () {
      for (const word of words) yield* candidatesIn(units, index, phrase, run, word)
    },
  }
}

/** The places of a word, seen from where in it the run stands. */
function* candidatesIn(
  units: Uint16Array,
  index: WordIndex,
  phrase: Phrase,
  { from, to, isOpenBefore, isOpenAfter }: Run,
  word: number,
): Generator<Candidates> {
  const first = index.firstOf(word)
  let begin = first
  while (isAccent(units[begin])) begin += 1
  let places: Int32Array | null = null
  for (let at = begin; CLASS[units[at]!] === LETTER; at += 1) {
    if (at > begin && !isOpenBefore) return
    const end = isAccent(units[at]) ? -1 : phrase.matchFrom(units, at, from, to)
    if (end < 0 || (!isOpenAfter && CLASS[units[end]!] === LETTER)) continue
    places ??= index.placesOf(word)
    yield { places, from, start: at - first, to, end: end - first }
  }
}

function wordsOf(index: WordIndex, phrase: Phrase, { from, to, isOpenBefore, isOpenAfter }: Run): Iterable<number> {
  const table = foldTable(COARSEST)
  const letters = phrase.elements.slice(from, to).filter((element) => !isAccent(element))
  const folded = String.fromCharCode(...letters.map((element) => table[element]!))
  return index.wordsWith(folded, !isOpenBefore, !isOpenAfter)
}

function proposeCharacters(index: WordIndex, phrase: Phrase, run: Run): Proposal {
  const { at, size, places } = rarestCharacter(index, phrase, run)
  return { size, candidates: () => [{ places: places(), from: at, start: 0, to: at, end: 0 }] }
}

/** The character of a run that is there least often. */
function rarestCharacter(index: WordIndex, { elements, table }: Phrase, { from, to }: Run) {
  const characters = elements.slice(from, to).map((element, offset) => {
    const same = membersOf(table, element)
    return {
      at: from + offset,
      size: same.reduce((sum, character) => sum + index.sizeOfCharacter(character), 0),
      places: () => index.placesOfCharacters(same),
    }
  })
  return rarest(characters)
}

function rarest<T extends { readonly size: number }>(lists: readonly T[]): T {
  return lists.reduce((one, other) => (other.size < one.size ? other : one))
}

const members = new WeakMap<Uint16Array, Map<number, number[]>>()

/** The characters that stand without spaces which a table holds to be the same as this one. */
function membersOf(table: Uint16Array, element: number): readonly number[] {
  let classes = members.get(table)
  if (!classes) {
    classes = new Map()
    for (let code = 0; code < table.length; code += 1) {
      if (CLASS[code] !== UNSPACED) continue
      const list = classes.get(table[code]!)
      if (list) list.push(code)
      else classes.set(table[code]!, [code])
    }
    members.set(table, classes)
  }
  return classes.get(element) ?? []
}

/** What the index knows of a phrase; nothing of what comes after a word that is left open. */
function runsOf(phrase: Phrase): Run[] {
  const { elements, beginsWord, endsWord } = phrase
  const kindOf = (at: number) => (at < elements.length && elements[at]! >= 0 ? CLASS[elements[at]!]! : OTHER)
  const runs: Run[] = []
  for (let at = 0; at < elements.length && elements[at] !== REST;) {
    const kind = kindOf(at)
    const begin = at
    at += 1
    if (kind === OTHER) continue
    while (kindOf(at) === kind) at += 1
    // An accent without a letter belongs to what is before it.
    let from = begin
    while (from < at && isAccent(elements[from])) from += 1
    if (from === at) continue
    const isLast = at === elements.length
    const isOpenAfter = elements[at] === REST || (isLast && !(kind === LETTER && endsWord))
    const isOpenBefore = from > begin || (from === 0 && !beginsWord)
    runs.push({ kind, from, to: at, isOpenBefore, isOpenAfter })
  }
  return runs
}
