import type { QueryFault, QueryFaultReason } from '../../../shared/domain/search'

/** A piece of a phrase; `isPrefix`: the word may go on after it. */
export interface PhrasePart {
  readonly text: string
  readonly isPrefix: boolean
}

/** What is looked for. `and`, `not` and `near` look at one turn. */
export type Query =
  /** Text as it stands; any white space between parts and wherever a part has some. */
  | { readonly kind: 'phrase'; readonly parts: readonly PhrasePart[] }
  /** `pattern` counts the regular expressions of a query from 0. */
  | { readonly kind: 'pattern'; readonly pattern: number; readonly source: string }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Query[] }
  | { readonly kind: 'without'; readonly term: Query; readonly excluded: readonly Query[] }
  /** At most `words` words stand between the two. */
  | { readonly kind: 'near'; readonly words: number; readonly left: Query; readonly right: Query }

/** A query that can be looked for, with the regular expressions in it. */
export interface ParsedQuery {
  readonly query: Query
  readonly patterns: readonly string[]
}

type Token =
  | { readonly kind: 'word'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'quoted'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'pattern'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'sign'; readonly text: string; readonly start: number; readonly end: number }

const OPERATOR = /^(?:AND|OR|NOT|NEAR(?:\/\d{1,3})?)$/
/** Words between the two when `NEAR` does not say how many. */
const NEAR_WORDS = 10

class Fault extends Error {
  readonly fault: QueryFault

  constructor(reason: QueryFaultReason, { start, end }: { readonly start: number; readonly end: number }, detail = '') {
    super(reason)
    this.fault = { reason, start, end, detail }
  }
}

/**
 * Reads a query. Text by itself is looked for as it stands. `"…"` is a phrase of its own, `word*` begins with these
 * letters, `/…/` is a regular expression; `AND`, `OR`, `NOT` and `NEAR/n` in capitals join them, with brackets where one of
 * these is there. Gives `null` when there is nothing to look for, and a fault when it cannot be understood.
 */
export function parseQuery(text: string): ParsedQuery | QueryFault | null {
  try {
    const tokens = readTokens(text)
    if (tokens.length === 0) return null
    const patterns: string[] = []
    const reader = new Reader(tokens, patterns, text.length)
    const query = reader.readAll()
    return query && { query, patterns }
  } catch (error) {
    if (error instanceof Fault) return error.fault
    throw error
  }
}

/** Whether a parsed query is a fault. */
export function isFault(parsed: ParsedQuery | QueryFault): parsed is QueryFault {
  return 'reason' in parsed
}

function readTokens(text: string): Token[] {
  // Brackets are text, as in `(laughs)`, unless something joins terms.
  const hasOperators = text.split(/[\s()]+/u).some((word) => OPERATOR.test(word))
  const ends = hasOperators ? /[\s()]/u : /\s/u
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const letter = text[at]!
    const start = at
    if (/\s/u.test(letter)) at += 1
    else if (letter === '"' || letter === '“') {
      const close = indexOfAny(text, letter === '"' ? '"' : '”"', at + 1)
      at = Math.min(text.length, close + 1)
      const inside = text.slice(start + 1, close)
      if (inside !== '') tokens.push({ kind: 'quoted', text: inside, start, end: at })
    } else if (letter === '/' && /\S/u.test(text[at + 1] ?? ' ')) {
      const close = closingSlash(text, at + 1, hasOperators)
      if (close < 0) throw new Fault('pattern-not-closed', { start, end: text.length })
      at = close + 1
      tokens.push({ kind: 'pattern', text: text.slice(start + 1, close), start, end: at })
    } else if (hasOperators && (letter === '(' || letter === ')')) {
      at += 1
      tokens.push({ kind: 'sign', text: letter, start, end: at })
    } else {
      while (at < text.length && !ends.test(text[at]!)) at += 1
      const word = text.slice(start, at)
      tokens.push({ kind: OPERATOR.test(word) ? 'sign' : 'word', text: word, start, end: at })
    }
  }
  return tokens
}

function indexOfAny(text: string, letters: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (letters.includes(text[at]!)) return at
  return text.length
}

/** The slash that ends a regular expression: one that is not escaped or in a class, before a space or the end. */
function closingSlash(text: string, from: number, hasOperators: boolean): number {
  let isInClass = false
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '\\') at += 1
    else if (letter === '[') isInClass = true
    else if (letter === ']') isInClass = false
    else if (letter === '/' && !isInClass) {
      const next = text[at + 1] ?? ' '
      if (/\s/u.test(next) || (hasOperators && next === ')')) return at
    }
  }
  return -1
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #patterns: string[]
  readonly #length: number
  #at = 0

  constructor(tokens: readonly Token[], patterns: string[], length: number) {
    this.#tokens = tokens
    this.#patterns = patterns
    this.#length = length
  }

  readAll(): Query | null {
    const query = this.#readOr()
    const rest = this.#tokens[this.#at]
    if (rest) throw new Fault('group-not-open', rest)
    return query
  }

  #readOr(): Query {
    const terms = [this.#readAnd()]
    while (this.#take('OR')) terms.push(this.#readAnd())
    return terms.length === 1 ? terms[0]! : { kind: 'or', terms }
  }

  #readAnd(): Query {
    const terms: Query[] = []
    const excluded: Query[] = []
    const first = this.#tokens[this.#at]
    do {
      if (this.#take('NOT')) excluded.push(this.#readNear())
      else terms.push(this.#readNear())
    } while (this.#take('AND') || this.#beginsTerm())
    const [term] = terms
    if (!term) throw new Fault('only-exclusions', first ?? this.#end)
    const all: Query = terms.length === 1 ? term : { kind: 'and', terms }
    return excluded.length === 0 ? all : { kind: 'without', term: all, excluded }
  }

  #readNear(): Query {
    let left = this.#readTerm()
    for (let near = this.#near; near !== null; near = this.#near) {
      this.#at += 1
      left = { kind: 'near', words: near, left, right: this.#readTerm() }
    }
    return left
  }

  get #near(): number | null {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'sign' || !token.text.startsWith('NEAR')) return null
    return token.text === 'NEAR' ? NEAR_WORDS : Number(token.text.slice('NEAR/'.length))
  }

  #readTerm(): Query {
    const token = this.#tokens[this.#at]
    if (!token) throw new Fault('operator-without-term', this.#tokens.at(-1) ?? this.#end)
    this.#at += 1
    if (token.kind === 'quoted') return { kind: 'phrase', parts: [{ text: token.text, isPrefix: false }] }
    if (token.kind === 'pattern') return this.#toPattern(token)
    if (token.kind === 'word') {
      const parts = [toPart(token.text)]
      for (let next = this.#tokens[this.#at]; next?.kind === 'word'; next = this.#tokens[this.#at]) {
        parts.push(toPart(next.text))
        this.#at += 1
      }
      return { kind: 'phrase', parts }
    }
    if (token.text !== '(') {
      const reason = token.text === ')' ? 'group-not-open' : 'operator-without-term'
      throw new Fault(reason, token)
    }
    const inside = this.#readOr()
    if (!this.#take(')')) throw new Fault('group-not-closed', token)
    return inside
  }

  #toPattern({ text, start, end }: Token): Query {
    const problem = problemOf(text)
    if (problem !== null) throw new Fault('pattern-invalid', { start, end }, problem)
    this.#patterns.push(text)
    return { kind: 'pattern', pattern: this.#patterns.length - 1, source: text }
  }

  #beginsTerm(): boolean {
    const token = this.#tokens[this.#at]
    return token !== undefined && (token.kind !== 'sign' || token.text === '(' || token.text === 'NOT')
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at]
    const isThere = token?.kind === 'sign' && token.text === sign
    if (isThere) this.#at += 1
    return isThere
  }

  get #end(): { readonly start: number; readonly end: number } {
    return { start: this.#length, end: this.#length }
  }
}

/** An asterisk at the end of a word stands for the rest of one. */
function toPart(text: string): PhrasePart {
  return text.length > 1 && text.endsWith('*') && /[\p{L}\p{N}\p{M}_]\*$/u.test(text)
    ? { text: text.slice(0, -1), isPrefix: true }
    : { text, isPrefix: false }
}

/** What is wrong with a regular expression, as its reader says it; `null` when nothing is. */
function problemOf(source: string): string | null {
  try {
    return RegExp(source, 'gimu') && null
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return error.message.replace(/^.*\/[a-z]*: /su, '')
  }
}
