import type { LabelLine } from './label-lines'

/** A line that is not blank, and the label it may be. */
export interface FilledLine {
  readonly text: string
  /** Its place among all lines, counted from 0. */
  readonly index: number
  readonly found: LabelLine | null
  /** Whether it is the first line, or a blank one stands before it. */
  readonly begins: boolean
  /** Whether it only marks a page of the printed transcript. */
  readonly page: boolean
  readonly heading: boolean
}
