/** A measurement: what was measured, in which case, and its figures, each named with its unit. */
export interface BenchRow {
  /** `verbatim`, or the peer that was measured in the same run. */
  readonly subject: string
  readonly case: string
  readonly [figure: string]: string | number
}
