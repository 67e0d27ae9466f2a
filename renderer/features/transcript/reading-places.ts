import type { SourceId } from '../../../shared/domain/ids'

/** The offset at the top of the page when each source was last read, for as long as the window is open. */
export const readingPlaces = new Map<SourceId, number>()
