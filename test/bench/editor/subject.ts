import type { PageDriver } from './page-driver.ts'
import type { Sample } from './stats.ts'

/** How many keys are typed at each place. */
const KEYS_A_PLACE = 6

/** Types at the caret: each key's wall time, and the CPU of as many more that nothing looks on at. */
export async function typeKeys(driver: PageDriver): Promise<Sample[]> {
  const press = async () => driver.page.keyboard.press('x')
  const samples: Sample[] = []
  for (let key = 0; key < KEYS_A_PLACE; key += 1) samples.push(await driver.measure('keydown', 'typed', press))
  const cpu = await driver.cpuOf(KEYS_A_PLACE, press)
  return samples.map((sample) => ({ ...sample, cpu }))
}

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
  /** Takes back what was marked last; `null` for a peer, which was given no history. */
  undo: ((offset: number) => Promise<Sample>) | null
  /** Types characters at a place, each a sample. It may leave the text open for typing. */
  type(offset: number): Promise<Sample[]>
  close(): Promise<void>
}
