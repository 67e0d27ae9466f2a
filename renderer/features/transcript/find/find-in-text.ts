import type { TextRange } from '../../../../shared/domain/span'

/** What is looked for, and how. */
export interface Wanted {
  readonly query: string
  readonly matchCase: boolean
  /** Only where no letter or digit stands beside it. */
  readonly wholeWord: boolean
  readonly isPattern: boolean
}

/** Written without spaces between words: what stands beside them tells nothing. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]`
const IS_UNSPACED = new RegExp(UNSPACED, 'u')
/** What makes a longer word of the word that it stands beside. */
const WORD = String.raw`(?!${UNSPACED})[\p{L}\p{N}\p{M}_]`
/** What a letter before it needs to be that letter: without it, another one would be found. */
const ACCENT = String.raw`[\u0300-\u036f]`
/** Letters that are typed on one keyboard and printed otherwise. */
const ALIKE = [`'‘’ʼ`, `"“”„`, '-‐‑']

/** Whether there is nothing to look for. */
export function isEmpty({ query, isPattern }: Pick<Wanted, 'query' | 'isPattern'>): boolean {
  return isPattern ? query === '' : query.trim() === ''
}

/** Whether whole words can be told from parts of words in what is looked for. */
export function hasWords({ query, isPattern }: Pick<Wanted, 'query' | 'isPattern'>): boolean {
  return isPattern || !IS_UNSPACED.test(query)
}

/**
 * What finds it. White space in words matches any white space, also line breaks; quotes, apostrophes and hyphens match
 * those that are printed; a letter with its accent is found however the two are stored. Throws a `SyntaxError` for a
 * pattern that is none.
 */
export function patternOf({ query, matchCase, wholeWord, isPattern }: Wanted): RegExp {
  const flags = matchCase ? 'gmu' : 'gimu'
  if (isPattern) {
    // By itself first: put into another one, brackets that are not its own could make it whole.
    const pattern = new RegExp(query, flags)
    return wholeWord ? new RegExp(`(?<!${WORD})(?:${query})(?!${WORD})`, flags) : pattern
  }
  const words = query.trim().split(/\s+/u)
  const [first = '', last = ''] = [/^./u.exec(words[0] ?? '')?.[0], /.$/u.exec(words.at(-1) ?? '')?.[0]]
  const isEdge = (letter: string) => wholeWord && !IS_UNSPACED.test(letter)
  const [before, after] = [isEdge(first) ? `(?<!${WORD})` : '', isEdge(last) ? `(?!${WORD})` : '']
  return new RegExp(`${before}${words.map(wordPattern).join(String.raw`\s+`)}(?!${ACCENT})${after}`, flags)
}

/** Every place where it stands in `text`, in order; what is empty is no place. */
export function findAll(text: string, pattern: RegExp): Int32Array<ArrayBuffer> {
  const found: number[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { length } = match[0]
    if (length > 0) found.push(match.index, match.index + length)
    else pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return Int32Array.from(found)
}

/** Places in a text, in order, none in another: a common letter has half a million in a long transcript. */
export class Hits {
  static readonly none = new Hits(new Int32Array())
  readonly #edges: Int32Array

  /** @param edges start and end of each, one after the other */
  constructor(edges: Int32Array) {
    this.#edges = edges
  }

  get length(): number {
    return this.#edges.length / 2
  }

  startOf(index: number): number {
    return this.#edges[2 * index]!
  }

  at(index: number): TextRange | null {
    if (index < 0 || index >= this.length) return null
    return { start: this.#edges[2 * index]!, end: this.#edges[2 * index + 1]! }
  }

  /** The one at or after `offset`, or the first; -1 when there is none. */
  from(offset: number): number {
    if (this.length === 0) return -1
    const index = this.#first((at) => this.#edges[2 * at]! >= offset)
    return index === this.length ? 0 : index
  }

  /** Those that touch `range`, and which of them all is the first of these. */
  within(range: TextRange): { readonly first: number; readonly hits: readonly TextRange[] } {
    const first = this.#first((at) => this.#edges[2 * at + 1]! > range.start)
    const hits: TextRange[] = []
    for (let at = first; at < this.length && this.startOf(at) < range.end; at += 1) hits.push(this.at(at)!)
    return { first, hits }
  }

  /** The first of which this is true, as it is of all that follow; `length` when it is of none. */
  #first(isTrue: (index: number) => boolean): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isTrue(middle)) high = middle
      else low = middle + 1
    }
    return low
  }
}

function wordPattern(word: string): string {
  return Array.from(word.matchAll(/.[\u0300-\u036f]*/gsu), ([letter]) => {
    const alike = ALIKE.find((set) => set.includes(letter))
    if (alike !== undefined) return `[${alike.replace('-', String.raw`\-`)}]`
    const stored = [...new Set([letter, letter.normalize('NFC'), letter.normalize('NFD')])].map(escapeRegExp)
    return stored.length === 1 ? stored[0]! : `(?:${stored.join('|')})`
  }).join('')
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
