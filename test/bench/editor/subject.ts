import type { PageDriver } from './page-driver.ts'
import type { Sample } from './stats.ts'

/** How many keys are typed at each place. */
export const KEYS_A_PLACE = 6

/** One editor with one text in it, and how to use it. */
export interface Subject {
  readonly name: 'verbatim' | 'codemirror' | 'prosemirror'
  readonly driver: PageDriver
  /** Opens the text from the project file, nothing of it being in the page; `null` for a peer, which has no files. */
  openFromFile: (() => Promise<Sample>) | null
  /** Opens the text, which the page has at hand, in the page that is there. It ends open. */
  open(): Promise<Sample>
  /** Adds a passage at a place by key. */
  mark(offset: number): Promise<Sample>
  /** Gives the first camp another colour, with one of its passages in view. */
  recolour(round: number): Promise<Sample>
  jump(offset: number): Promise<Sample>
  /** Types one character at a place; `null` where the text cannot be typed in. */
  type: ((offset: number) => Promise<Sample[]>) | null
  close(): Promise<void>
}
