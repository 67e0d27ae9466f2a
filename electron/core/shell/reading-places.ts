import { dirname, join } from 'node:path'
import { z } from 'zod'
import { MAX_ID_LENGTH, type SourceId, type SpeakerId } from '../../../shared/domain/ids'
import type { ReadingPlace } from '../../../shared/shell'
import { readJsonFile, writeJsonFile } from './json-file'

/** More than anybody has open in a year; those not read for longest are forgotten. */
const KEPT = 1000
const MAX_SPEAKERS = 10_000

const id = z.string().min(1).max(MAX_ID_LENGTH)

/** A source's id, as a window tells it. */
export const sourceId = id.transform((text) => text as SourceId)

/** Where a source was left, as a window tells it. */
export const readingPlace = z.object({
  sourceId,
  offset: z.int().min(0),
  folded: z.array(id.transform((text) => text as SpeakerId)).max(MAX_SPEAKERS),
})

const placesSchema = z.array(readingPlace).catch([])

/** Where each source was left, in a file beside the settings: latest last. */
export class ReadingPlaces {
  readonly #path: string
  /** One change at a time: each reads the file and writes it. */
  #work: Promise<unknown> = Promise.resolve()

  constructor(settingsFile: string) {
    this.#path = join(dirname(settingsFile), 'reading-places.json')
  }

  /** `null` for a source that was never read here. */
  async find(sourceId: SourceId): Promise<ReadingPlace | null> {
    const place = (await this.#after(() => this.#read())).find((each) => each.sourceId === sourceId)
    return place ? { offset: place.offset, folded: place.folded } : null
  }

  save(place: z.output<typeof readingPlace>): Promise<void> {
    return this.#after(async () => {
      const others = (await this.#read()).filter(({ sourceId }) => sourceId !== place.sourceId)
      await writeJsonFile(this.#path, [...others, place].slice(-KEPT))
    })
  }

  #read() {
    return readJsonFile(this.#path, placesSchema, [])
  }

  #after<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#work.then(run)
    this.#work = result.catch(() => undefined)
    return result
  }
}
