/** A measurement: what was measured, in which case, and its figures, each named with its unit. */
export interface BenchRow {
  /** `verbatim`, or the peer that was measured in the same run. */
  readonly subject: string
  readonly case: string
  readonly [figure: string]: string | number
}

/** What is promised, and what was measured. */
export interface BenchTarget {
  readonly name: string
  readonly value: number
  readonly limit: string
  readonly passed: boolean
}

export interface BenchOptions {
  readonly quick: boolean
  readonly seed: number
  /** One size in place of all of them. */
  readonly size: { readonly words: number; readonly passages: number } | null
}

export interface BenchResult {
  readonly rows: readonly BenchRow[]
  readonly targets?: readonly BenchTarget[]
  /** The browser that was measured in. */
  readonly browser?: string
  /** What a reader of the figures has to know. */
  readonly notes?: readonly string[]
}
