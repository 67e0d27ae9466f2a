import { findCharacters, rarestCharacter } from './find-characters'
import { Growing } from './growing'
import { CLASS, COARSEST, foldTable, isAccent, LETTER, SPACE } from './letters'
import { type Phrase, REST, WHITE } from './phrase'
import { type Run, runsOf } from './phrase-runs'
import { type CountedPlaces, PlaceList, Places } from './places'
import type { MovedList } from './postings'
import { rarest } from './rarest'
import { Scratch } from './scratch'
import type { Segment } from './segment'
import { sortNumbers } from './sort-numbers'
import type { Following, WordIndex } from './word-index'

/** What it costs to look at one proposed place, in code units that could be looked at one after the other instead. */
const UNITS_A_PLACE = 8
/** Proposed places that are few enough not to look for fewer. */
const FEW = 2000

/** Every place of a segment where a phrase stands, in order, none in another. */
export function findPhrase(segment: Segment, phrase: Phrase): Places {
  return countPhrase(segment, phrase).places
}

/** The same, counted before they are read where the index knows them all. */
export function countPhrase(segment: Segment, phrase: Phrase): CountedPlaces {
  const { units, index } = segment
  if (phrase.isEmpty) return Places.none
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
function findInWords(units: Uint16Array, index: WordIndex, phrase: Phrase, run: Run): CountedPlaces {
  const [starts, ends]: [MovedList[], MovedList[]] = [[], []]
  const lengths = new Set<number>()
  for (const word of wordsOf(index, phrase, run)) {
    const lists = index.listsOf(word, 'any')
    const first = index.somePlaceOf(word)
    for (let at = first; CLASS[units[at]!] === LETTER; at += 1) {
      const end = phrase.match(units, at)
      if (end < 0) continue
      for (const list of lists) {
        starts.push({ list, shift: at - first })
        ends.push({ list, shift: end - first })
      }
      lengths.add(end - at)
      at = end - 1
    }
  }
  const [length = 0] = lengths
  // None is in another, so that the ends are in the same order.
  return index.placesOfWords(starts, lengths.size > 1 ? ends : length)
}

/** Takes places of the elements `[from, to)` of a phrase: the first `count` of some, and where the elements begin and end, seen from each. */
type Look = (places: Int32Array, count: number, elements: Elements) => void

interface Elements {
  readonly from: number
  readonly start: number
  readonly to: number
  readonly end: number
}

/** What the index proposes for one run of a phrase. */
interface Proposal {
  /** About how many places, and not fewer. */
  readonly size: number
  readonly eachList: (look: Look) => void
}

/** Looks at each proposed place what stands around it. */
function findProposed(units: Uint16Array, phrase: Phrase, { eachList }: Proposal): Places {
  const { elements, table } = phrase
  const starts = new Growing()
  const ends: number[] = []
  eachList((places, all, { from, start, to, end }) => {
    // Most places are none, and that is seen at a glance.
    const [after, before] = [letterFrom(elements, to, 1), letterFrom(elements, from - 1, -1)]
    let count = all
    if (after) count = sift(units, table, places, count, end + after.offset, after.element)
    if (before) count = sift(units, table, places, count, start - 1 + before.offset, before.element)
    const [beforeIt, furtherBefore] = [elements[from - 1], elements[from - 2]]
    for (let at = 0; at < count; at += 1) {
      const place = places[at]!
      if (!mayFollow(units, phrase, place + end, to)) continue
      if (!mayPrecede(units, table, place + start, beforeIt, furtherBefore)) continue
      if (phrase.matchFrom(units, place + end, to) < 0) continue
      const begin = from === 0 ? place + start : phrase.matchBefore(units, place + start, from)
      if (begin >= 0) starts.push(begin)
    }
    if (starts.length > (ends.at(-1) ?? 0)) ends.push(starts.length)
  })
  const found = new PlaceList()
  let last = 0
  for (const start of sortNumbers(starts.values, ends)) {
    const end = start < last ? -1 : phrase.match(units, start)
    if (end < 0) continue
    found.add(start, end)
    last = end
  }
  return found.done()
}

/** By code unit, whether it may make an element longer than one, or be none itself: white space and accents. */
const LOOSE = SPACE.map((isSpace, code) => (isAccent(code) ? 1 : isSpace))

/** An element near the `at`-th, in a direction, and how far from there it stands where none in between is long. */
function letterFrom(elements: readonly number[], at: number, step: 1 | -1) {
  const [near, next, far] = [elements[at], elements[at + step], elements[at + 2 * step]]
  if (near === undefined || near === REST) return null
  if (near === WHITE) return next !== undefined && next >= 0 ? { element: next, offset: step } : null
  return next === WHITE && far !== undefined && far >= 0
    ? { element: far, offset: 2 * step }
    : { element: near, offset: 0 }
}

/** Keeps the places that may have an element at `offset` from them; gives how many they are. */
function sift(
  units: Uint16Array,
  table: Uint16Array,
  places: Int32Array,
  count: number,
  offset: number,
  element: number,
): number {
  let kept = 0
  for (let at = 0; at < count; at += 1) {
    const place = places[at]!
    const unit = units[place + offset]!
    places[kept] = place
    // Without a branch, so that the machine fetches the next ones meanwhile.
    kept += (table[unit] === element ? 1 : 0) | LOOSE[unit]! | LOOSE[units[place + offset + 1]!]!
  }
  return kept
}

/** Elements that are looked at before all of them are. */
const GLANCE = 4

/** Whether the first elements from the `from`-th on may stand from `at` on. */
function mayFollow(units: Uint16Array, { elements, table }: Phrase, at: number, from: number): boolean {
  const to = Math.min(elements.length, from + GLANCE)
  for (let next = from; next < to; next += 1) {
    const element = elements[next]!
    const unit = units[at + next - from]!
    if (element === REST) return true
    if (element === WHITE) {
      if (SPACE[unit] !== 1) return false
      if (SPACE[units[at + next - from + 1]!] === 1) return true
    } else if (table[unit] !== element) return isAccent(unit) || isAccent(units[at + next - from + 1])
  }
  return true
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

function bestProposal(units: Uint16Array, index: WordIndex, phrase: Phrase, runs: readonly Run[]): Proposal {
  // To find all words that hold some letters takes longer than to find one word.
  const isSlow = ({ kind, isOpenBefore }: Run) => kind === LETTER && isOpenBefore
  const propose = (run: Run) =>
    run.kind === LETTER ? proposeWords(units, index, phrase, run) : proposeCharacters(index, phrase, run)
  const quick = runs.filter((run) => !isSlow(run)).map(propose)
  if (quick.some(({ size }) => size <= FEW)) return rarest(quick)
  const slow = runs.filter((run) => isSlow(run) && (quick.length === 0 || run.to - run.from > 1)).map(propose)
  return rarest([...quick, ...slow])
}

function proposeWords(units: Uint16Array, index: WordIndex, phrase: Phrase, run: Run): Proposal {
  const following = followingOf(phrase, run)
  const words = Array.from(wordsOf(index, phrase, run), (word) => ({ word, lists: index.listsOf(word, following) }))
  return {
    size: words.reduce((sum, { lists }) => lists.reduce((size, list) => size + index.sizeOf(list), sum), 0),
    eachList: (look) => {
      for (const { word, lists } of words) {
        if (lists.length > 0) lookAtWord(units, index, phrase, run, word, lists, look)
      }
    },
  }
}

/** Where lists are read to while they are looked at. */
const read = new Scratch()

/** What comes after the words that a run may be in. */
function followingOf({ elements }: Phrase, { to, isOpenAfter }: Run): Following {
  if (isOpenAfter || to === elements.length) return 'any'
  return elements[to] === WHITE ? 'space' : 'other'
}

/** Looks at some lists of a word, from wherever in it the run stands. */
function lookAtWord(
  units: Uint16Array,
  index: WordIndex,
  phrase: Phrase,
  { from, to, isOpenBefore, isOpenAfter }: Run,
  word: number,
  lists: readonly number[],
  look: Look,
): void {
  const first = index.somePlaceOf(word)
  let begin = first
  while (isAccent(units[begin])) begin += 1
  for (let at = begin; CLASS[units[at]!] === LETTER; at += 1) {
    if (at > begin && !isOpenBefore) return
    const end = isAccent(units[at]) ? -1 : phrase.matchFrom(units, at, from, to)
    if (end < 0 || (!isOpenAfter && CLASS[units[end]!] === LETTER)) continue
    for (const list of lists) {
      const places = read.ofSize(index.sizeOf(list))
      look(places, index.readPlaces(list, places), { from, start: at - first, to, end: end - first })
    }
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
  return {
    size,
    eachList: (look) => {
      const { starts } = places().places
      // They are this one's own.
      look(starts, starts.length, { from: at, start: 0, to: at, end: 0 })
    },
  }
}
