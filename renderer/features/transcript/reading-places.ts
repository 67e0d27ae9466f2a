import { useQuery } from '@tanstack/react-query'
import type { SourceId } from '../../../shared/domain/ids'
import type { ReadingPlace } from '../../../shared/shell'
import { shell } from '../../api'

const PAUSE_MS = 400
const START: ReadingPlace = { offset: 0, folded: [] }

/** Where sources were left in this window. */
const places = new Map<SourceId, ReadingPlace>()
/** The last request to see a passage or a place that each of them answered. */
export const answered = new Map<SourceId, number>()
const unsaved = new Set<SourceId>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Where a source was left, also before the last restart; `undefined` until that is known. */
export function useReadingPlace(sourceId: SourceId): ReadingPlace | undefined {
  const { data } = useQuery({
    queryKey: ['shell', 'readingPlace', sourceId],
    queryFn: () => findPlace(sourceId),
    initialData: () => places.get(sourceId),
    // The page takes it once, when it opens.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return data
}

/** Where a source was left in this window. */
export function latestPlace(sourceId: SourceId): ReadingPlace | undefined {
  return places.get(sourceId)
}

async function findPlace(sourceId: SourceId): Promise<ReadingPlace> {
  try {
    return (await shell.findReadingPlace(sourceId)) ?? START
  } catch {
    // A transcript that opens at its start is better than one that does not open.
    return START
  }
}

/** Remembers where a source is being read: here at once, on the disk after a pause. */
export function keepReadingPlace(sourceId: SourceId, change: Partial<ReadingPlace>): void {
  const before = places.get(sourceId) ?? START
  places.set(sourceId, { ...before, ...change })
  unsaved.add(sourceId)
  clearTimeout(timer)
  timer = setTimeout(saveNow, PAUSE_MS)
}

function saveNow(): void {
  for (const sourceId of unsaved) {
    const place = places.get(sourceId)
    // A convenience: that it could not be kept is not worth a message over what is being read.
    if (place) shell.saveReadingPlace({ sourceId, ...place }).catch(() => undefined)
  }
  unsaved.clear()
}

/** Saves what waits when the page goes away. Returns what ends it. */
export function savePlacesOnLeaving(): () => void {
  window.addEventListener('pagehide', saveNow)
  return () => {
    window.removeEventListener('pagehide', saveNow)
    saveNow()
  }
}
