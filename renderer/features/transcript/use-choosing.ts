import { useState } from 'react'
import type { PassageId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Drawings } from './passages/drawing'
import { nearestTo, startOf } from './span-at'

const MOST_TO_JOIN = 12

/** A choice among passages, shown at a place in the text. */
interface Choosing {
  readonly offset: number
  readonly byKey: boolean
  /** What the selected passage can be joined with; `null` to choose among those at the place. */
  readonly joins: readonly Passage[] | null
}

/** The choice among passages that is being made, if any. */
export function useChoosing(drawings: Drawings, passages: readonly Passage[]) {
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  const offered = choosing ? (choosing.joins ?? passagesOf(drawings.index.at(choosing.offset), passages)) : []
  return {
    choosing,
    /** The passages to choose from; empty where there is nothing to choose. */
    offered: choosing && offered.length > (choosing.joins ? 0 : 1) ? offered : [],
    chooseAt: (offset: number, byKey: boolean) => setChoosing({ offset, byKey, joins: null }),
    chooseJoin: (selected: Passage, shown: readonly Passage[]) =>
      setChoosing({
        offset: startOf(selected),
        byKey: true,
        joins: nearestTo(shown, selected).slice(0, MOST_TO_JOIN),
      }),
    endChoosing: () => setChoosing(null),
  }
}

function passagesOf(ids: readonly PassageId[], passages: readonly Passage[]): Passage[] {
  return ids.flatMap((id) => passages.find((passage) => passage.id === id) ?? [])
}
