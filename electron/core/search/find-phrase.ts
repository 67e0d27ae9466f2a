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
import { sortedNumbers } from './sort-numbers'
import type { Beside, WordIndex } from './word-index'

/** What it costs to look at one proposed place, in code units that could be looked at one after the other instead. */
const UNITS_A_PLACE = 8
/** Proposed places that are few enough not to look for fewer. */
const FEW = 16_000

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
    const lists = index.listsOf(word, ANYTHING)
    const first = index.firstOf(lists[0]!)
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

/** Takes the first `count` of some places; a run begins at `start` from each of them and ends at `end`. */
type Look = (places: Int32Array, count: number, start: number, end: number) => void

/** What the index proposes for one run of a phrase. */
interface Proposal {
  /** The elements that are found: `[from, to)`. */
  readonly from: number
  readonly to: number
  /** About how many places, and not fewer. */
  readonly size: number
  /** Gives them list after list, each of which may be written to. */
  readonly each: (look: Look) => void
}

/** Looks at each proposed place what stands around it. */
function findProposed(units: Uint16Array, phrase: Phrase, { from, to, each }: Proposal): Places {
  const { elements, table } = phrase
  const [after, before] = [letterFrom(elements, to, 1), letterFrom(elements, from - 1, -1)]
  const [beforeIt, furtherBefore] = [elements[from - 1], elements[from - 2]]
  const starts = new Growing()
  each((places, all, start, end) => {
    let count = all
    // Most places are none, and that is seen at a glance.
    if (after) count = sift(units, table, places, count, end + after.offset, after.element)
    if (before) count = sift(units, table, places, count, start - 1 + before.offset, before.element)
    for (let at = 0; at < count; at += 1) {
      const place = places[at]!
      if (!mayFollow(units, phrase, place + end, to)) continue
      if (!mayPrecede(units, table, place + start, beforeIt, furtherBefore)) continue
      if (phrase.matchFrom(units, place + end, to) < 0) continue
      const begin = from === 0 ? place + start : phrase.matchBefore(units, place + start, from)
      if (begin >= 0) starts.push(begin)
    }
  })
  const found = new PlaceList()
  let last = 0
  for (const start of sortedNumbers(starts.values)) {
    const end = start < last ? -1 : phrase.match(units, start)
    if (end < 0) continue
    found.add(start, end)
    last = end
  }
  return found.done()
}

/** By code unit, whether it may make an element longer than one, or be none itself: white space and accents. */
const LOOSE = SPACE.map((isSpace, code) => (isAccent(code) ? 1 : isSpace))
/** By code unit, whether it may make another letter of the one before it. */
const ACCENT = SPACE.map((_, code) => (isAccent(code) ? 1 : 0))

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
    // Without a branch, so that the machine fetches the next ones meanwhile: 1 where the two are the same.
    const isSame = ((table[unit]! ^ element) - 1) >>> 31
    kept += isSame | LOOSE[unit]! | ACCENT[units[place + offset + 1]!]!
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
    } else if (isAccent(unit) || isAccent(units[at + next - from + 1])) return true
    else if (table[unit] !== element) return false
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
  const beside = besideOf(phrase, run)
  const lists = new Growing()
  let size = 0
  for (const word of wordsOf(index, phrase, run)) {
    for (const list of index.listsOf(word, beside)) {
      lists.push(list)
      size += index.sizeOf(list)
    }
  }
  const { from, to } = run
  return { from, to, size, each: (look) => lookAtLists(units, index, phrase, run, lists.values, size, look) }
}

const ANYTHING: Beside = { before: 'any', after: 'any' }

/** What stands beside the words that a run may be in. */
function besideOf({ elements }: Phrase, { from, to, isOpenBefore, isOpenAfter }: Run): Beside {
  const last = elements[from - 1] === WHITE ? elements[from - 2] : elements[from - 1]
  const isLast = isOpenAfter || to === elements.length
  return {
    before: isOpenBefore || last === undefined || last < 0 ? 'any' : CLASS[last] === LETTER ? 'word' : 'sign',
    after: isLast ? 'any' : elements[to] === WHITE ? 'space' : 'other',
  }
}

/** Where lists are read to while they are looked at: one by one, and those together whose run is as long as it is written. */
const [oneList, manyLists] = [new Scratch(), new Scratch()]

/** Looks at lists of words that have `size` places, from wherever in the words the run stands. */
function lookAtLists(
  units: Uint16Array,
  index: WordIndex,
  phrase: Phrase,
  { from, to, isOpenBefore, isOpenAfter }: Run,
  lists: Int32Array,
  size: number,
  look: Look,
): void {
  const places = manyLists.ofSize(size)
  const { elements, table } = phrase
  let count = 0
  for (const list of lists) {
    const first = index.firstOf(list)
    let begin = first
    while (isAccent(units[begin])) begin += 1
    for (let at = begin; CLASS[units[at]!] === LETTER; at += 1) {
      if (at > begin && !isOpenBefore) break
      if (table[units[at]!] !== elements[from] && !isAccent(units[at + 1])) continue
      const end = isAccent(units[at]) ? -1 : phrase.matchFrom(units, at, from, to)
      if (end < 0 || (!isOpenAfter && CLASS[units[end]!] === LETTER)) continue
      if (end - at === to - from && count + index.sizeOf(list) <= size) {
        count += index.readPlaces(list, at - first, places, count)
      } else {
        const own = oneList.ofSize(index.sizeOf(list))
        look(own, index.readPlaces(list, 0, own, 0), at - first, end - first)
      }
    }
  }
  look(places, count, 0, to - from)
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
    from: at,
    to: at,
    size,
    each: (look) => {
      const starts = places(0).startsIn(oneList)
      look(starts, starts.length, 0, 0)
    },
  }
}
