import { lowerBound } from './lower-bound'

/** Units of a gram: short enough that one changed Chinese character leaves some whole on each side of it. */
const GRAM = 3
const BUCKETS = 1 << 18

/** A place where a gram of a quote stands: `at` in the quote, `offset` in the text. */
export interface GramHit {
  readonly at: number
  readonly offset: number
}

/** Where each run of three units stands in a text. Hashes that collide give extra places, never fewer. */
export class GramIndex {
  readonly #first: Int32Array
  readonly #offsets: Int32Array

  constructor(text: string) {
    const grams = Math.max(0, text.length - GRAM + 1)
    const first = new Int32Array(BUCKETS + 1)
    for (let i = 0; i < grams; i++) first[hashAt(text, i) + 1]! += 1
    for (let bucket = 0; bucket < BUCKETS; bucket++) first[bucket + 1]! += first[bucket]!
    const next = first.slice()
    const offsets = new Int32Array(grams)
    for (let i = 0; i < grams; i++) offsets[next[hashAt(text, i)]!++] = i
    this.#first = first
    this.#offsets = offsets
  }

  /**
   * Places in `[from, to)` of the rarest grams of `quote`, by offset; at most about `budget` of them, so that a quote
   * of words that stand everywhere costs no more than another.
   */
  hits(quote: string, from: number, to: number, budget: number): GramHit[] {
    const grams: { at: number; low: number; high: number }[] = []
    for (let at = 0; at + GRAM <= quote.length; at++) {
      const bucket = hashAt(quote, at)
      const low = lowerBound(this.#offsets, from, this.#first[bucket], this.#first[bucket + 1])
      const high = lowerBound(this.#offsets, to, low, this.#first[bucket + 1])
      if (high > low) grams.push({ at, low, high })
    }
    grams.sort((a, b) => a.high - a.low - (b.high - b.low) || a.at - b.at)
    const hits: GramHit[] = []
    for (const { at, low, high } of grams) {
      for (let i = low; i < high; i++) {
        if (hits.length >= budget) return hits.sort((a, b) => a.offset - b.offset)
        hits.push({ at, offset: this.#offsets[i]! })
      }
    }
    return hits.sort((a, b) => a.offset - b.offset)
  }
}

function hashAt(text: string, at: number): number {
  const hash =
    (Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b)) +
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35)
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1)
}
