import { create } from 'zustand'
import type { PassageId } from '../../../shared/domain/ids'

/** What another part of the screen asks of a view that is about to open. */
interface Requests {
  /** The board: to show only what is found by this. */
  readonly boardQuery: string
  /** The translations: to begin with this passage. */
  readonly translate: PassageId | null
}

export const useRequests = create<Requests>()(() => ({ boardQuery: '', translate: null }))
