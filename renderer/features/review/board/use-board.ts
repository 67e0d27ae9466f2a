import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { asWrite, invoke, reportError } from '../../../api'
import { translate } from '../../../i18n'
import { withUndoOffer } from '../../../undo-offer'
import type { PassageId, SectionId } from '../../../../shared/domain/ids'
import { sectionHeading } from '../../../../shared/markdown/labels'
import { announce } from '../announcer'
import { dropSection } from '../outline'
import { placedPassages } from '../blocks'
import { useRequests } from '../requests'
import { filterPassages } from '../tray'
import type { OpenReview } from '../use-review'
import {
  boardColumns,
  cardsBetween,
  keepColumns,
  spotAfter,
  spotOn,
  stepCamp,
  type BoardColumn,
  type BoardSpot,
} from './board'

/** The board of a review: its columns, where the user is on it, and what can be done there. */
export interface Board {
  readonly columns: readonly BoardColumn[]
  readonly spot: BoardSpot
  /** Whether the spot is the one that was asked for: a card that was just moved is on its way. */
  readonly hasArrived: boolean
  /** Cards chosen together, of one column. */
  readonly choice: { readonly column: SectionId | null; readonly ids: ReadonlySet<PassageId> } | null
  readonly query: string
  /** Of all that are found by the query. */
  readonly found: number
  setQuery(query: string): void
  goTo(spot: BoardSpot): void
  toggle(spot: BoardSpot): void
  chooseTo(spot: BoardSpot): void
  chooseAll(column: SectionId | null): void
  chooseNone(): void
  /** The cards that an action on a spot is about: the chosen ones when it is one of them. */
  cardsAt(spot: BoardSpot): readonly PassageId[]
  /** Puts cards into a camp (`null`: into none); `keeps`: they stay where they are as well. */
  move(spot: BoardSpot, to: SectionId | null, keeps?: boolean): void
  drop(ids: readonly PassageId[], from: SectionId | null, to: SectionId | null, keeps: boolean): void
  stepCamp(id: SectionId, by: -1 | 1): void
  dropCamp(id: SectionId, target: SectionId, side: 'before' | 'after'): void
}

export function useBoard(open: OpenReview): Board {
  const { review, passages, sources, actions, readOnly } = open
  const [query, setQuery] = useState(useRequests.getState().boardQuery)
  const [wanted, setSpot] = useState<BoardSpot | null>(null)
  const [choice, setChoice] = useState<Board['choice']>(null)
  useEffect(() => useRequests.setState({ boardQuery: '' }), [])
  const deferred = useDeferredValue(query)
  const found = useMemo(() => filterPassages(passages, deferred, sources), [passages, deferred, sources])
  const drawn = useRef<readonly BoardColumn[]>([])
  const columns = useMemo(() => keepColumns(drawn.current, boardColumns(review, found)), [review, found])
  drawn.current = columns
  const spot = useMemo(() => spotOn(columns, wanted), [columns, wanted])

  const columnOf = (id: SectionId | null) => columns.find(({ section }) => (section?.id ?? null) === id)
  const nameOf = (id: SectionId | null) => {
    const section = columnOf(id)?.section
    return section ? section.camp.label || sectionHeading(section, review.language) : translate('debate:board.unsorted')
  }

  const sort = (
    ids: readonly PassageId[],
    from: SectionId | null,
    to: SectionId | null,
    keeps: boolean,
    takesFocus: boolean,
  ) => {
    if (readOnly || ids.length === 0 || from === to) return
    const source = columnOf(from)
    const leaving = new Set(ids)
    if (takesFocus && source && !keeps) setSpot(spotAfter(source, spot, leaving))
    setChoice(null)
    // A passage in a camp is never among the unsorted too: putting it there again takes it out of the camp.
    const left = keeps && to !== null ? null : from
    const write = () =>
      asWrite(() => invoke('passage.moveToCamp', { ids: [...ids], from: left, to })).then(() =>
        announce(
          translate(to === null ? 'debate:board.announce.out' : 'debate:board.announce.moved', {
            count: ids.length,
            camp: nameOf(to ?? from),
          }),
        ),
      )
    const placed = placedPassages(review.sections.filter(({ id }) => id === from))
    const quoted = to === null ? ids.filter((id) => placed.has(id)).length : 0
    if (quoted > 0) {
      const title = translate('debate:board.takenOff', { count: quoted })
      void withUndoOffer(title, () =>
        write().catch((error: unknown) => {
          reportError(error)
          throw error
        }),
      )
    } else write().catch(reportError)
  }

  const setOn = (column: SectionId | null, change: (ids: Set<PassageId>) => void) => {
    const ids = new Set(choice?.column === column ? choice.ids : [])
    change(ids)
    setChoice(ids.size > 0 ? { column, ids } : null)
    announce(translate('debate:board.announce.chosen', { count: ids.size }))
  }
  const cardsAt = ({ column, passage }: BoardSpot) => {
    if (passage === null) return []
    if (choice?.column !== column || !choice.ids.has(passage)) return [passage]
    return (columnOf(column)?.passages ?? []).map(({ id }) => id).filter((id) => choice.ids.has(id))
  }
  const moveCamp = (id: SectionId, place: ReturnType<typeof stepCamp>) => {
    if (place && !readOnly) actions.moveSection(id, place)
    else announce(translate('review:announce.end'))
  }

  return {
    columns,
    spot,
    hasArrived: !wanted?.passage || (wanted.column === spot.column && wanted.passage === spot.passage),
    choice,
    query,
    found: found.length,
    setQuery,
    goTo: setSpot,
    toggle: (at) => {
      setSpot(at)
      const { passage } = at
      if (passage !== null) setOn(at.column, (ids) => void (ids.delete(passage) || ids.add(passage)))
    },
    chooseTo: (at) => {
      const column = columnOf(at.column)
      const anchor = spot.column === at.column ? spot.passage : at.passage
      setSpot(at)
      if (!column || at.passage === null || anchor === null) return
      const between = cardsBetween(column, anchor, at.passage)
      setOn(at.column, (ids) => between.forEach((id) => ids.add(id)))
    },
    chooseAll: (id) => {
      setOn(id, (ids) => columnOf(id)?.passages.forEach((passage) => ids.add(passage.id)))
    },
    chooseNone: () => setChoice(null),
    cardsAt,
    move: (at, to, keeps = false) => sort(cardsAt(at), at.column, to, keeps, true),
    drop: (ids, from, to, keeps) => sort(ids, from, to, keeps, false),
    stepCamp: (id, by) => moveCamp(id, stepCamp(actions.sections(), id, by)),
    dropCamp: (id, target, side) => {
      const place = dropSection(actions.sections(), id, target, side)
      if (place) moveCamp(id, place)
    },
  }
}
