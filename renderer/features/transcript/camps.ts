import type { SectionId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { CAMP_COLOURS, campsOf, type Review } from '../../../shared/domain/review'
import type { Mark } from './passages/highlight-index'

/** A camp of the current review, with the key that marks into it. */
export interface CampChoice {
  readonly id: SectionId
  readonly label: string
  readonly thesis: string
  readonly colour: number
  /** 1 to 9, or `null` for those past the ninth. */
  readonly key: string | null
}

export function campChoices(review: Pick<Review, 'sections'> | null, coldWater: string): CampChoice[] {
  if (!review) return []
  return campsOf(review).map(({ id, kind, camp }, index) => ({
    id,
    label: camp.label || (kind === 'cold-water' ? coldWater : String(index + 1)),
    thesis: camp.thesis,
    colour: camp.colour,
    key: index < 9 ? String(index + 1) : null,
  }))
}

/** The camp whose colour a passage wears: its first that belongs to the current review. */
export function campOf(passage: Pick<Passage, 'camps'>, choices: readonly CampChoice[]): CampChoice | null {
  return campFinder(choices)(passage)
}

/** `campOf` for thousands of passages. */
export function campFinder(choices: readonly CampChoice[]): (passage: Pick<Passage, 'camps'>) => CampChoice | null {
  const byId = new Map(choices.map((choice) => [choice.id, choice]))
  return ({ camps }) => {
    for (const id of camps) {
      const choice = byId.get(id)
      if (choice) return choice
    }
    return null
  }
}

/** The passages of the camps that are filtered for; an empty filter lets all through. */
export function filtered(
  passages: readonly Passage[],
  choices: readonly CampChoice[],
  filter: ReadonlySet<SectionId | null>,
): readonly Passage[] {
  if (filter.size === 0) return passages
  const campIn = campFinder(choices)
  return passages.filter((passage) => filter.has(campIn(passage)?.id ?? null))
}

/** By the passage, which is another object when anything about it changed. */
const drawn = new WeakMap<Passage, { readonly mark: Mark; readonly text: string }>()

interface DrawnList {
  readonly marks: readonly Mark[]
  readonly colours: string
  readonly text: string
}

/** By the list: who comes back to a text has the passages of thousands drawn as before. */
const drawnLists = new WeakMap<readonly Passage[], DrawnList>()
const NO_MARKS: readonly Mark[] = []

/**
 * How each passage is drawn on a source's text: the same object as before while that is the same. A span that was lost,
 * so that its place holds other words than its quote, is not drawn.
 */
export function marksOf(passages: readonly Passage[], choices: readonly CampChoice[], text: string): readonly Mark[] {
  // An empty list may be one for all texts, and would keep the text alive.
  if (passages.length === 0) return NO_MARKS
  const colours = choices.map(({ id, colour }) => `${id} ${colour}`).join()
  const before = drawnLists.get(passages)
  if (before?.colours === colours && before.text === text) return before.marks
  const marks = drawMarks(passages, choices, text)
  drawnLists.set(passages, { marks, colours, text })
  return marks
}

function drawMarks(passages: readonly Passage[], choices: readonly CampChoice[], text: string): Mark[] {
  const campIn = campFinder(choices)
  return passages.map((passage) => {
    const colour = campIn(passage)?.colour ?? 0
    const before = drawn.get(passage)
    const isSameText = before?.text === text
    if (isSameText && before.mark.colour === colour) return before.mark
    const spans = isSameText ? before.mark.spans : spansIn(text, passage.spans)
    const mark = { id: passage.id, spans, colour }
    drawn.set(passage, { mark, text })
    return mark
  })
}

function spansIn(text: string, spans: Passage['spans']): Passage['spans'] {
  const isThere = ({ start, end, quote }: Passage['spans'][number]) =>
    end - start === quote.length && text.startsWith(quote, start)
  return spans.every(isThere) ? spans : spans.filter(isThere)
}

interface CountedList {
  readonly counts: ReadonlyMap<SectionId | null, number>
  readonly camps: string
}

const countedLists = new WeakMap<readonly Passage[], CountedList>()

/** How many passages wear each camp's colour; under `null` those that wear none. */
export function countsOf(
  passages: readonly Passage[],
  choices: readonly CampChoice[],
): ReadonlyMap<SectionId | null, number> {
  const camps = choices.map(({ id }) => id).join()
  const before = countedLists.get(passages)
  if (before?.camps === camps) return before.counts
  const counts = new Map<SectionId | null, number>()
  const campIn = campFinder(choices)
  for (const passage of passages) {
    const camp = campIn(passage)?.id ?? null
    counts.set(camp, (counts.get(camp) ?? 0) + 1)
  }
  countedLists.set(passages, { counts, camps })
  return counts
}

/** The first colour that no camp has yet. */
export function freeColour(choices: readonly { readonly colour: number }[]): number {
  const taken = new Set(choices.map(({ colour }) => colour))
  for (let colour = 1; colour <= CAMP_COLOURS; colour += 1) if (!taken.has(colour)) return colour
  return 1
}
