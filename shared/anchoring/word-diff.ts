import { diffArrays } from 'diff'
import type { DiffPart } from '../domain/verification'
import { normalForm } from './normalize'

/** A word, a single Chinese or Japanese character, a run of white space, or one other character. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+)*|\s+|[^]/gu

/** Edits after which two texts are told apart as wholes, not word by word. */
const MAX_EDITS = 5000

/** A piece of a text that is compared as one, and where it starts. */
export interface Token {
  readonly text: string
  readonly start: number
  /** Its normal form; a space for white space, so that it equals any other. */
  readonly form: string
  readonly isWord: boolean
}

/** A text in tokens, without gaps. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({
    text: token,
    start: index,
    form: formOf(token),
    isWord: /^[\p{L}\p{N}]/u.test(token),
  }))
}

function formOf(token: string): string {
  if (/^[A-Za-z0-9]+$/.test(token)) return token
  return /^\s/.test(token) ? ' ' : normalForm(token) || ' '
}

/** Tokens that two texts share, in order: `[from, to)` of the one is the same as as many from `other` of the other. */
export interface SharedRun {
  readonly from: number
  readonly to: number
  readonly other: number
}

/** The runs of tokens that two texts share; `null` where they are too different to tell in bounded time. */
export function sharedRuns(a: readonly Token[], b: readonly Token[]): SharedRun[] | null {
  const changes = diffArrays(forms(a), forms(b), { maxEditLength: MAX_EDITS })
  if (!changes) return null
  const runs: SharedRun[] = []
  let inA = 0
  let inB = 0
  for (const change of changes) {
    if (!change.added && !change.removed) runs.push({ from: inA, to: inA + change.count, other: inB })
    if (!change.added) inA += change.count
    if (!change.removed) inB += change.count
  }
  return runs
}

function forms(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.form)
}

/**
 * What changed from a quote to its source, by words, and by characters in Chinese and Japanese. What differs only in
 * its normal form is the same, given as the quote has it.
 */
export function wordDiff(quote: string, source: string): DiffPart[] {
  const a = tokensOf(quote)
  const b = tokensOf(source)
  const runs = sharedRuns(a, b) ?? []
  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], tokens: readonly Token[]): void => {
    if (tokens.length > 0) parts.push({ kind, text: tokens.map((token) => token.text).join('') })
  }
  let inA = 0
  let inB = 0
  for (const run of joinedRuns(runs, a)) {
    add('removed', a.slice(inA, run.from))
    add('added', b.slice(inB, run.other))
    add('same', a.slice(run.from, run.to))
    inA = run.to
    inB = run.other + run.to - run.from
  }
  add('removed', a.slice(inA))
  add('added', b.slice(inB))
  return parts
}

/** Runs without those of a lone space between two changes: a changed phrase reads better in one piece. */
function joinedRuns(runs: readonly SharedRun[], tokens: readonly Token[]): SharedRun[] {
  return runs.filter(({ from, to }, index) => {
    const isLoneSpace = to - from === 1 && tokens[from]!.form === ' '
    return !(isLoneSpace && index > 0 && index < runs.length - 1)
  })
}
