/** One measured action. */
export interface Sample {
  readonly wall: number
  /** Until the page answered within 50 ms again. */
  readonly responsive: number
  /** Of the page's main thread, until it was idle again. */
  readonly cpu: number
  /** Until the core had answered; `null` where there is none. */
  readonly answered: number | null
}

export interface Summary {
  readonly p50: number
  readonly p95: number
}

/** The median and the 95th percentile (nearest rank). */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { p50: round(at(0.5)), p95: round(at(0.95)) }
}

export function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10
}
