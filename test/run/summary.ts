/** What a stage of `npm test` hands to the line at the end. */
export interface Summary {
  readonly passed: number
  readonly failed: number
  /** Those among the passed that failed when they were tried first. */
  readonly triedAgain: readonly string[]
  readonly skipped: readonly { readonly title: string; readonly reason: string }[]
}

/** Of each stage that a test runner ran. */
export type Summaries = Readonly<Partial<Record<string, Summary>>>

/** Where a test reporter writes its `Summaries` as JSON. */
export const SUMMARY_FILE_VARIABLE = 'VERBATIM_TEST_SUMMARY'
