import { CLASS, COARSEST, foldTable, isAccent, LETTER, OTHER, SPACE, UNSPACED } from './letters'
import { type Phrase, REST, WHITE } from './phrase'
import type { Places } from './places'
import { mergeSorted, PlaceList } from './places'
import type { Segment } from './segment'
import { pairKey, type WordIndex } from './word-index'

/** What looking at one code unit costs, against one place that the index proposes. */
const UNITS_A_PLACE = 12
/** Proposed places that are few enough not to look for fewer. */
const FEW = 200

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

/** Lists of places where a phrase may begin, or a run of it; each in order. */
interface Proposal {
  readonly run: Run
  readonly count: number
  readonly lists: () => readonly Int32Array[]
}

/** Every place of a segment where a phrase stands, in order, none in another. */
export function findPhrase(segment: Segment, phrase: Phrase): Places {
  const { units, index } = segment
  const found = new PlaceList()
  const best = index && bestProposal(index, phrase)
  if (!best || best.count * UNITS_A_PLACE > units.length) {
    phrase.scan(units, 0, units.length, (start, end) => {
      found.add(start, end)
      return true
    })
    return found.done()
  }
  const { from, kind, isOpenBefore } = best.run
  let last = 0
  const tryAt = (start: number) => {
    const end = start < last ? -1 : phrase.match(units, start)
    if (end < 0) return
    found.add(start, end)
    last = end
  }
  const proposed = mergeSorted(best.lists())
  const isPlausible = neighbourCheck(units, phrase, best.run)
  for (let next = 0; next < proposed.length; next += 1) {
    const place = proposed[next]!
    if (!isPlausible(place)) continue
    if (from > 0) {
      const start = phrase.matchBefore(units, place, from)
      if (start >= 0) tryAt(start)
    } else if (kind === LETTER && isOpenBefore) {
      for (let at = place; CLASS[units[at]!] === LETTER; at += 1) tryAt(at)
    } else tryAt(place)
  }
  return found.done()
}

/**
 * Tells of most proposed places at a glance that they are none: by the letter on the other side of the white space beside
 * the run. It says yes where that is not so simple.
 */
function neighbourCheck(units: Uint16Array, { elements, table }: Phrase, run: Run): (place: number) => boolean {
  const { from, to, kind, isOpenBefore } = run
  const before = elements[from - 1] === WHITE ? (elements[from - 2] ?? WHITE) : WHITE
  const after = kind === LETTER && !isOpenBefore && elements[to] === WHITE ? (elements[to + 1] ?? WHITE) : WHITE
  if (before >= 0) {
    return (place) => {
      if (SPACE[units[place - 1]!] !== 1) return false
      const letter = units[place - 2]!
      return SPACE[letter] === 1 || isAccent(letter) || table[letter] === before
    }
  }
  if (after >= 0) {
    return (place) => {
      const end = place + to - from
      const letter = units[end + 1]!
      return SPACE[units[end]!] !== 1 || SPACE[letter] === 1 || isAccent(units[end + 2]) || table[letter] === after
    }
  }
  return () => true
}

/** How often a phrase stands in a segment and in how many texts, where the index alone can tell; `null` where it cannot. */
export function countPhrase(
  segment: Segment,
  phrase: Phrase,
): { readonly total: number; readonly texts: number } | null {
  const { units, index } = segment
  const [run, ...others] = runsOf(phrase)
  const length = phrase.elements.at(-1) === REST ? phrase.elements.length - 1 : phrase.elements.length
  if (!index || !run || others.length > 0 || run.from > 0 || run.to < length) return null
  const texts = new TextsSeen(segment)
  let total = 0
  if (run.kind === LETTER) {
    for (const word of wordsOf(index, phrase, run)) {
      const places = index.placesOf(word)
      const times = timesInWord(units, phrase, places[0]!)
      total += times * places.length
      if (times > 0) texts.see(places)
    }
    return { total, texts: texts.count }
  }
  const [one, two] = phrase.elements
  if (index.hasAccentedPairs || phrase.elements.length > 2 || one === two || two === REST) return null
  for (const [from, to] of keysAt(phrase, run, two === undefined ? run.to - 1 : run.from)) {
    total += index.countPairs(from, to)
    if (!texts.isFull) for (const places of index.pairs(from, to)) texts.see(places)
  }
  return { total, texts: texts.count }
}

function timesInWord(units: Uint16Array, phrase: Phrase, first: number): number {
  let times = 0
  for (let at = first; CLASS[units[at]!] === LETTER; at += 1) {
    const end = phrase.match(units, at)
    if (end < 0) continue
    times += 1
    at = end - 1
  }
  return times
}

/** Which texts of a segment some places are in. */
class TextsSeen {
  readonly #segment: Segment
  readonly #seen: Uint8Array
  count = 0

  constructor(segment: Segment) {
    this.#segment = segment
    this.#seen = new Uint8Array(segment.texts.length)
  }

  get isFull(): boolean {
    return this.count === this.#seen.length
  }

  /** Places in order. */
  see(places: Int32Array): void {
    for (let at = 0; at < places.length && !this.isFull; at += 1) {
      const text = this.#segment.textAt(places[at]!)
      if (this.#seen[text] === 0) {
        this.#seen[text] = 1
        this.count += 1
      }
      // On to the first place of another text: by doubling steps, since there may be thousands in this one.
      const end = this.#segment.texts[text + 1]?.base ?? Number.POSITIVE_INFINITY
      let step = 1
      while (at + step < places.length && places[at + step]! < end) step *= 2
      for (step >>= 1; step > 0; step >>= 1) if (at + step < places.length && places[at + step]! < end) at += step
    }
  }
}

function bestProposal(index: WordIndex, phrase: Phrase): Proposal | null {
  const runs = runsOf(phrase)
  // To find all words that hold some letters takes longer than to find one word.
  const isSlow = ({ kind, isOpenBefore, isOpenAfter }: Run) => kind === LETTER && (isOpenBefore || isOpenAfter)
  let best: Proposal | null = null
  for (const run of [...runs.filter((one) => !isSlow(one)), ...runs.filter(isSlow)]) {
    if (best && best.count <= FEW) break
    if (best && isSlow(run) && run.to - run.from < 3) continue
    const proposal = run.kind === LETTER ? proposeWords(index, phrase, run) : proposePairs(index, phrase, run)
    if (proposal && (!best || proposal.count < best.count)) best = proposal
  }
  return best
}

function proposeWords(index: WordIndex, phrase: Phrase, run: Run): Proposal {
  const words = [...wordsOf(index, phrase, run)]
  const count = words.reduce((sum, word) => sum + index.countOf(word), 0)
  return { run, count, lists: () => words.map((word) => index.placesOf(word)) }
}

function wordsOf(index: WordIndex, phrase: Phrase, { from, to, isOpenBefore, isOpenAfter }: Run): Iterable<number> {
  const table = foldTable(COARSEST)
  const letters = phrase.elements.slice(from, to).filter((element) => !isAccent(element))
  const folded = String.fromCharCode(...letters.map((element) => table[element]!))
  return index.wordsWith(folded, !isOpenBefore, !isOpenAfter)
}

function proposePairs(index: WordIndex, phrase: Phrase, run: Run): Proposal | null {
  if (index.hasAccentedPairs) return null
  let best: { readonly at: number; readonly keys: readonly KeyRange[]; readonly count: number } | null = null
  for (let at = run.from; at < run.to; at += 1) {
    // The last of several says nothing more, where anything may follow.
    if (at === run.to - 1 && run.isOpenAfter && best) break
    const keys = keysAt(phrase, run, at)
    const count = keys.reduce((sum, [from, to]) => sum + index.countPairs(from, to), 0)
    if (!best || count < best.count) best = { at, keys, count }
  }
  if (!best) return null
  const { at, keys, count } = best
  return { run: { ...run, from: at }, count, lists: () => keys.flatMap(([from, to]) => index.pairs(from, to)) }
}

type KeyRange = readonly [from: number, to: number]

/** The pairs that the `at`-th element and the next one may be. */
function keysAt(phrase: Phrase, run: Run, at: number): KeyRange[] {
  const firsts = membersOf(phrase.table, phrase.elements[at]!)
  if (at === run.to - 1) {
    return firsts.map((first) => [pairKey(first, 0), pairKey(first, run.isOpenAfter ? 0xff_ff : 0)])
  }
  const nexts = membersOf(phrase.table, phrase.elements[at + 1]!)
  return firsts.flatMap((first) => nexts.map((next): KeyRange => [pairKey(first, next), pairKey(first, next)]))
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
    const from = at
    at += 1
    if (kind === OTHER) continue
    while (kindOf(at) === kind) at += 1
    const isLast = at === elements.length
    const isOpenAfter = elements[at] === REST || (isLast && !(kind === LETTER && endsWord))
    const isOpenBefore = from === 0 && !beginsWord
    const hasLetters = elements.slice(from, at).some((element) => !isAccent(element))
    if (hasLetters) runs.push({ kind, from, to: at, isOpenBefore, isOpenAfter })
  }
  return runs
}
