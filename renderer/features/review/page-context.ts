import { createContext, useContext } from 'react'
import type { BlockId, PassageId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { SectionKind } from '../../../shared/domain/review'
import type { OpenReview } from './use-review'

/** The text that is being written: a block's, a quote's lead-in, or a new block's that is not stored yet. */
export type Editing =
  | {
      readonly kind: 'block'
      readonly id: BlockId
      /** Of a list: the item to write in. */
      readonly item?: number | 'new'
    }
  | {
      readonly kind: 'new'
      readonly sectionId: SectionId
      readonly index: number
      /** By now stored under this id: until its editor is left, it is shown there and nowhere else. */
      readonly id: BlockId | null
      /** Begins as a list. */
      readonly isList?: boolean
    }

/** Where a block stands in its section, and what puts text beside it. */
export interface BlockPosition {
  readonly index: number
  readonly count: number
  readonly addAbove: () => void
  readonly addBelow: () => void
}

/** What every part of the page needs. */
export interface Page extends OpenReview {
  readonly selected: PassageId | null
  readonly editing: Editing | null
  readonly edit: (editing: Editing | null) => void
  readonly select: (id: PassageId | null) => void
  /** Leads to a passage: to its quote on the page, else to its transcript. */
  readonly showPassage: (id: PassageId) => void
  readonly openSource: (sourceId: SourceId, passageId: PassageId) => void
  /** Gives a block the focus as soon as it is on the page. */
  readonly focusBlock: (id: BlockId) => void
  /** Adds a section after another, and goes there to write. */
  readonly addSection: (kind: SectionKind, after: SectionId) => void
  /** Moves by keys: tells when there is no further place. */
  readonly step: (id: BlockId, by: -1 | 1) => void
  /** Deletes a block and gives the focus to the one after it. */
  readonly remove: (id: BlockId) => void
}

const PageContext = createContext<Page | null>(null)
export const PageProvider = PageContext.Provider

export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('usePage outside of a review’s page')
  return page
}
