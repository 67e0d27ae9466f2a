import type { SourceId } from '../../../shared/domain/ids'

/** Where a source was left: the offset at the top of the page, and the last request to see a passage that was heard. */
export interface ReadingPlace {
  readonly offset: number
  readonly reveal: number
}

/** Kept for as long as the window is open. */
export const readingPlaces = new Map<SourceId, ReadingPlace>()
