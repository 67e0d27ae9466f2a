import type { PassageId, SectionId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import { campsOf, type Camp, type Review, type Section } from '../../../../shared/domain/review'
import { dropSection, type SectionPlace } from '../outline'

export type CampSection = Section & { readonly camp: Camp }

/** What stands in one column, in the order given; `section` is `null` for passages that are in no camp of the review. */
export interface BoardColumn {
  readonly section: CampSection | null
  readonly passages: readonly Passage[]
}

/** The unsorted passages first, then a column for each camp in reading order. A passage stands in each of its camps. */
export function boardColumns(review: Pick<Review, 'sections'>, passages: readonly Passage[]): BoardColumn[] {
  const camps = campsOf(review)
  const unsorted: Passage[] = []
  const byCamp = new Map<SectionId, Passage[]>(camps.map(({ id }) => [id, []]))
  for (const passage of passages) {
    let isSorted = false
    for (const camp of passage.camps) {
      const column = byCamp.get(camp)
      column?.push(passage)
      isSorted ||= column !== undefined
    }
    if (!isSorted) unsorted.push(passage)
  }
  return [
    { section: null, passages: unsorted },
    ...camps.map((section) => ({ section, passages: byCamp.get(section.id) ?? [] })),
  ]
}

/** The columns as they are now, those that show the same as before being the same objects: they need not be drawn again. */
export function keepColumns(before: readonly BoardColumn[], now: readonly BoardColumn[]): readonly BoardColumn[] {
  const known = new Map(before.map((column) => [column.section?.id, column]))
  return now.map((column) => {
    const old = known.get(column.section?.id)
    const isSame =
      old !== undefined &&
      old.section === column.section &&
      old.passages.length === column.passages.length &&
      old.passages.every((passage, at) => passage === column.passages[at])
    return isSame ? old : column
  })
}

/** A card of the board, or the place for cards of a column that has none. */
export interface BoardSpot {
  readonly column: SectionId | null
  readonly passage: PassageId | null
}

type Step = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End' | 'PageUp' | 'PageDown'

const PAGE = 5

export function isStep(key: string): key is Step {
  return /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/.test(key)
}

/** Where a key leads from a spot; sideways to the card at the same height, as far as there is one. */
export function stepFrom(columns: readonly BoardColumn[], spot: BoardSpot, key: Step): BoardSpot {
  const at = columns.findIndex(({ section }) => (section?.id ?? null) === spot.column)
  const row = columns[at]?.passages.findIndex(({ id }) => id === spot.passage) ?? -1
  switch (key) {
    case 'ArrowLeft':
      return spotAt(columns, Math.max(0, at - 1), Math.max(0, row))
    case 'ArrowRight':
      return spotAt(columns, Math.min(columns.length - 1, at + 1), Math.max(0, row))
    case 'ArrowUp':
      return spotAt(columns, at, row - 1)
    case 'ArrowDown':
      return spotAt(columns, at, row + 1)
    case 'PageUp':
      return spotAt(columns, at, row - PAGE)
    case 'PageDown':
      return spotAt(columns, at, row + PAGE)
    case 'Home':
      return spotAt(columns, at, 0)
    case 'End':
      return spotAt(columns, at, Number.MAX_SAFE_INTEGER)
  }
}

/** The spot at a row of a column, or at the nearest row that it has. */
export function spotAt(columns: readonly BoardColumn[], at: number, row: number): BoardSpot {
  const column = columns[at]
  const passages = column?.passages ?? []
  const near = passages[Math.min(Math.max(0, row), passages.length - 1)]
  return { column: column?.section?.id ?? null, passage: near?.id ?? null }
}

/** Where the focus goes when some cards leave a column: to the first one after the spot that stays, else before it. */
export function spotAfter(column: BoardColumn, spot: BoardSpot, leaving: ReadonlySet<PassageId>): BoardSpot {
  const at = column.passages.findIndex(({ id }) => id === spot.passage)
  const stays = ({ id }: Passage) => !leaving.has(id)
  const next = column.passages.slice(at).find(stays) ?? column.passages.slice(0, Math.max(0, at)).findLast(stays)
  return { column: spot.column, passage: next?.id ?? null }
}

/** The spot itself while the board has it, else the nearest one in its column, else the first of all. */
export function spotOn(columns: readonly BoardColumn[], spot: BoardSpot | null): BoardSpot {
  const at = columns.findIndex(({ section }) => (section?.id ?? null) === spot?.column)
  if (spot === null || at === -1) {
    const first = columns.findIndex(({ passages }) => passages.length > 0)
    return spotAt(columns, Math.max(0, first), 0)
  }
  const isThere = columns[at]!.passages.some(({ id }) => id === spot.passage)
  return isThere ? spot : spotAt(columns, at, 0)
}

/** The cards from one to another of a column, both included. */
export function cardsBetween(column: BoardColumn, from: PassageId, to: PassageId): PassageId[] {
  const ids = column.passages.map(({ id }) => id)
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)]
  return a === -1 || b === -1 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** The place of a camp one column further, or `null` where it cannot go there. */
export function stepCamp(sections: readonly Section[], id: SectionId, by: -1 | 1): SectionPlace | null {
  const camps = campsOf({ sections })
  const neighbour = camps[camps.findIndex((camp) => camp.id === id) + by]
  return neighbour ? dropSection(sections, id, neighbour.id, by === -1 ? 'before' : 'after') : null
}
