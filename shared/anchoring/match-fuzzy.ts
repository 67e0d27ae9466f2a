import search from 'approx-string-match'
import type { TextRange } from '../domain/span'
import type { GramHit } from './gram-index'
import { lowerBound } from './lower-bound'
import { normalForm, originalRange } from './normalize'
import type { PreparedText } from './prepare-text'
import { sharedRuns, tokensOf, type SharedRun, type Token } from './word-diff'

/** The place whose text is most like a quote. */
export interface SimilarPlace extends TextRange {
  /** From 0 to 1: how much of the quote stands there unchanged. */
  readonly similarity: number
}

/** Share of a quote's units that may be wrong; of a short one less, for short texts are alike by chance. */
const MAX_ERRORS = 0.4
const MAX_ERRORS_SHORT = 0.34
const SHORT = 24
/** Share of a quote's words that must stand there, in order, where words were left out or put in. */
const MIN_SHARED = 0.6
/** Share of a quote's words above which no better place is looked for. */
const CLEAR = 0.8
/** Units that may have been left out of a quote without a mark. */
const MAX_LEFT_OUT = 1000
const HIT_BUDGET = 5000
/** Windows that are compared unit by unit. */
const MAX_WINDOWS = 6
/** Units on each side of a rough place in which its words may stand. */
const MARGIN = 200
/** Longest quote that is compared unit by unit; of longer ones the words are enough. */
const MAX_PATTERN = 600

/**
 * The place of `within` (the whole text) that is most like a quote, or `null` when nothing there is similar. An
 * unrelated sentence is not similar; one with some words changed, put in or left out is.
 *
 * Looks only where short runs of the quote gather, so its cost does not grow with the text beyond one index of it. What
 * is found is compared with the quote itself, never taken from the search.
 */
export function matchFuzzy(prepared: PreparedText, quote: string, within?: TextRange): SimilarPlace | null {
  const { normal, text } = prepared
  const pattern = normalForm(quote)
  if (pattern.length < 2) return null
  const from = within ? lowerBound(normal.starts, within.start) : 0
  const to = within ? lowerBound(normal.starts, within.end) : normal.text.length
  if (to <= from) return null

  const windows = windowsOf(prepared.grams.hits(pattern, from, to, HIT_BUDGET), pattern.length)
  const bounds = within ?? { start: 0, end: text.length }
  const wanted = tokensOf(quote)
  let best = null as SimilarPlace | null
  let maxErrors = Math.floor(pattern.length * (pattern.length < SHORT ? MAX_ERRORS_SHORT : MAX_ERRORS))
  for (const window of pattern.length > MAX_PATTERN ? [] : windows) {
    const start = Math.max(from, window.start - maxErrors)
    const end = Math.min(to, window.end + maxErrors)
    const match = search(normal.text.slice(start, end), pattern, maxErrors)[0]
    if (!match || match.end <= match.start) continue
    const rough = originalRange(normal, { start: start + match.start, end: start + match.end })
    const place = settle(text, wanted, rough, bounds)
    if (!best || match.errors < maxErrors || place.similarity > best.similarity) best = place
    maxErrors = match.errors
  }
  if (best && best.similarity >= CLEAR) return best

  // Words may have been left out or put in, more than an edit distance forgives.
  const fullest = windows[0]
  if (!fullest) return best
  const slack = Math.min(MAX_LEFT_OUT, pattern.length)
  const start = Math.max(from, fullest.start - slack)
  const end = Math.min(to, fullest.end + slack)
  const place = settle(text, wanted, originalRange(normal, { start, end }), bounds)
  return place.similarity >= Math.max(MIN_SHARED, best?.similarity ?? 0) ? place : best
}

/**
 * Ranges of a text as long as a quote where most of its grams stand, best first. Each starts where the quote would
 * start if its first gram there were in its right place.
 */
function windowsOf(hits: readonly GramHit[], length: number): TextRange[] {
  const windows: { start: number; end: number; grams: number }[] = []
  const counts = new Map<number, number>()
  let first = 0
  for (const hit of hits) {
    counts.set(hit.at, (counts.get(hit.at) ?? 0) + 1)
    while (hits[first]!.offset <= hit.offset - length) {
      const { at } = hits[first]!
      const left = counts.get(at)! - 1
      if (left === 0) counts.delete(at)
      else counts.set(at, left)
      first += 1
    }
    const window = {
      start: Math.max(0, Math.min(hits[first]!.offset - hits[first]!.at, hit.offset - hit.at)),
      end: Math.max(hit.offset - hit.at, hits[first]!.offset - hits[first]!.at) + length,
      grams: counts.size,
    }
    const last = windows.at(-1)
    // Of windows that overlap the fullest stands for all.
    if (last && window.start < last.end) {
      if (window.grams > last.grams) windows[windows.length - 1] = window
    } else windows.push(window)
  }
  return windows.sort((a, b) => b.grams - a.grams || a.start - b.start).slice(0, MAX_WINDOWS)
}

/**
 * A rough place, set to where the quote's own words stand: from its first shared word, with as many words before it as
 * the quote has, to its last, in the same way; not beyond a sentence, nor `bounds`.
 */
function settle(text: string, wanted: readonly Token[], rough: TextRange, bounds: TextRange): SimilarPlace {
  const start = Math.max(bounds.start, rough.start - MARGIN)
  const there = tokensOf(text.slice(start, Math.min(bounds.end, rough.end + MARGIN)))
  let low = there.findIndex((token) => start + token.start + token.text.length > rough.start)
  let high = there.findIndex((token) => start + token.start >= rough.end)
  if (low < 0) low = 0
  if (high < 0) high = there.length
  const runs = withoutStrays(sharedRuns(wanted, there.slice(low, high)) ?? [], wanted, there.slice(low, high))
  const first = runs[0]
  const last = runs.at(-1)
  let shared = 0
  if (first && last) {
    const after = low + last.other + last.to - last.from
    low = reachBack(there, low + first.other, wordsIn(wanted.slice(0, first.from)))
    high = reachOn(there, after, wordsIn(wanted.slice(last.to)), !wanted.at(-1)!.isWord)
    for (const { from, to } of runs) shared += weightOf(wanted.slice(from, to))
  }
  const final = there[high - 1]!
  return {
    start: start + there[low]!.start,
    end: start + final.start + final.text.length,
    similarity: shared / Math.max(1, weightOf(wanted)),
  }
}

/**
 * Runs with a word in them, without those at the two ends that are shared by chance: a few words, farther from the
 * others in the text than in the quote by more than they weigh.
 */
function withoutStrays(runs: readonly SharedRun[], wanted: readonly Token[], there: readonly Token[]): SharedRun[] {
  const kept = runs.filter(({ from, to }) => wanted.slice(from, to).some((token) => token.isWord))
  const isStray = (run: SharedRun, before: SharedRun, after: SharedRun): boolean => {
    const inText = weightOf(there.slice(before.other + before.to - before.from, after.other))
    const inQuote = weightOf(wanted.slice(before.to, after.from))
    return inText - inQuote > 4 * weightOf(wanted.slice(run.from, run.to))
  }
  while (kept.length > 1 && isStray(kept[0]!, kept[0]!, kept[1]!)) kept.shift()
  while (kept.length > 1 && isStray(kept.at(-1)!, kept.at(-2)!, kept.at(-1)!)) kept.pop()
  return kept
}

const SENTENCE_END = /^(?:[.!?…。！？]|\s*\n\s*\n\s*)$/

function reachBack(tokens: readonly Token[], from: number, words: number): number {
  let low = from
  for (let at = from - 1; at >= 0 && words > 0; at--) {
    if (SENTENCE_END.test(tokens[at]!.text)) break
    if (tokens[at]!.isWord) {
      words -= 1
      low = at
    }
  }
  return low
}

function reachOn(tokens: readonly Token[], to: number, words: number, withMark: boolean): number {
  let high = to
  for (let at = to; at < tokens.length && words > 0; at++) {
    if (SENTENCE_END.test(tokens[at]!.text)) break
    if (tokens[at]!.isWord) {
      words -= 1
      high = at + 1
    }
  }
  const next = tokens[high]
  return withMark && next && !next.isWord && next.form !== ' ' ? high + 1 : high
}

function wordsIn(tokens: readonly Token[]): number {
  return tokens.filter((token) => token.isWord).length
}

/** Units of the words among some tokens. */
function weightOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => (token.isWord ? sum + token.text.length : sum), 0)
}
