import type { SearchFolds } from '../../../shared/domain/search'
import { CLASS, composeLetter, foldTable, isAccent, LETTER, SPACE } from './letters'
import type { PhrasePart } from './parse-query'

/** Elements of a phrase besides folded code units: a run of white space, and the rest of a word. */
export const [WHITE, REST] = [-1, -2] as const

/**
 * A phrase, made ready to be compared with text as code units. This alone says what a match is; an index only proposes
 * where to look. Texts end with a 0, which nothing matches.
 */
export class Phrase {
  /** Folded code units, `WHITE` and `REST`. */
  readonly elements: readonly number[]
  readonly table: Uint16Array
  /** Whether it begins, and ends, where a word does. */
  readonly beginsWord: boolean
  readonly endsWord: boolean
  readonly #foldAccents: boolean

  constructor(parts: readonly PhrasePart[], folds: SearchFolds) {
    this.table = foldTable(folds)
    this.#foldAccents = folds.foldAccents
    this.elements = parts.flatMap(({ text, isPrefix }, index) => [
      ...(index > 0 ? [WHITE] : []),
      ...this.#elementsOf(text),
      ...(isPrefix ? [REST] : []),
    ])
    const isLetter = (element: number | undefined) => element !== undefined && CLASS[element] === LETTER
    const [first] = this.elements
    this.beginsWord = isLetter(first) && (folds.wholeWords || parts[0]?.isPrefix === true)
    this.endsWord = isLetter(this.elements.at(-1)) && folds.wholeWords
  }

  /** Whether nothing can match it. */
  get isEmpty(): boolean {
    return this.elements.length === 0 || this.elements.includes(0) || this.elements.every((one) => isAccent(one))
  }

  #elementsOf(text: string): number[] {
    const elements: number[] = []
    for (const [cluster] of text.matchAll(/\s+|.[\u0300-\u036f]*/gsu)) {
      if (/^\s+$/u.test(cluster)) elements.push(WHITE)
      else for (const code of codesOf(this.#composed(cluster))) elements.push(this.table[code]!)
    }
    return elements
  }

  #composed(cluster: string): string {
    return isAccent(cluster.charCodeAt(cluster.length - 1)) ? composeLetter(cluster, this.#foldAccents) : cluster
  }

  /** Where the phrase ends when it begins at `at` of `units`; -1 when it does not. */
  match(units: Uint16Array, at: number): number {
    if (this.beginsWord && at > 0 && CLASS[units[at - 1]!] === LETTER) return -1
    if (isAccent(units[at])) return -1
    const end = this.matchFrom(units, at, 0)
    return end >= 0 && this.endsWord && CLASS[units[end]!] === LETTER ? -1 : end
  }

  /** Where the elements of `[index, to)` end when they begin at `at`; -1 when they do not. */
  matchFrom(units: Uint16Array, at: number, index: number, to: number = this.elements.length): number {
    const { elements, table } = this
    let end = at
    for (let next = index; next < to;) {
      const element = elements[next]!
      if (element === WHITE) {
        if (SPACE[units[end]!] !== 1) return -1
        while (SPACE[units[end]!] === 1) end += 1
        next += 1
      } else if (element === REST) {
        while (CLASS[units[end]!] === LETTER) end += 1
        next += 1
      } else if (isAccent(units[end + 1])) {
        const stop = this.#clusterEnd(units, end)
        const taken = this.#taken(units, end, stop, next)
        if (taken < 0) return -1
        next += taken
        end = stop
      } else {
        if (table[units[end]!] !== element) return -1
        end += 1
        next += 1
      }
    }
    return end
  }

  /** Where the elements before the `index`-th begin when they end at `at`; -1 when they do not. None of them is `REST`. */
  matchBefore(units: Uint16Array, at: number, index: number): number {
    const { elements, table } = this
    let start = at
    for (let next = index - 1; next >= 0;) {
      const element = elements[next]!
      if (element === WHITE) {
        if (start === 0 || SPACE[units[start - 1]!] !== 1) return -1
        while (start > 0 && SPACE[units[start - 1]!] === 1) start -= 1
        next -= 1
      } else if (start === 0) return -1
      else if (isAccent(units[start - 1])) {
        const stop = start
        while (start > 0 && isAccent(units[start - 1])) start -= 1
        start = Math.max(0, start - 1)
        const letters = this.#foldedCluster(units, start, stop)
        const first = next + 1 - letters.length
        if (first < 0 || letters.some((letter, offset) => letter !== elements[first + offset])) return -1
        next = first - 1
      } else {
        if (table[units[start - 1]!] !== element) return -1
        start -= 1
        next -= 1
      }
    }
    return start
  }

  #clusterEnd(units: Uint16Array, at: number): number {
    let end = at + 1
    while (isAccent(units[end])) end += 1
    return end
  }

  #foldedCluster(units: Uint16Array, start: number, end: number): number[] {
    const composed = composeLetter(String.fromCharCode(...units.subarray(start, end)), this.#foldAccents)
    return codesOf(composed).map((code) => this.table[code]!)
  }

  /** How many elements a letter with its accents is, from the `index`-th on; -1 when it is another one. */
  #taken(units: Uint16Array, start: number, end: number, index: number): number {
    const letters = this.#foldedCluster(units, start, end)
    return letters.every((letter, offset) => letter === this.elements[index + offset]) ? letters.length : -1
  }

  /**
   * Gives start and end of every place of `units` where the phrase stands, in order, none in another, until `found` says
   * no.
   */
  scan(units: Uint16Array, found: (start: number, end: number) => boolean): void {
    const { table } = this
    const [first] = this.elements
    for (let at = 0; at < units.length; at += 1) {
      const unit = units[at]!
      // An accent may make another letter of it, which is rare: told apart without a call for every unit of a text.
      if (first === WHITE ? SPACE[unit] !== 1 : table[unit] !== first && (units[at + 1]! - 0x300) >>> 0 > 0x6f) continue
      const end = this.match(units, at)
      if (end < 0) continue
      if (!found(at, end)) return
      at = end - 1
    }
  }
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}
