import { basename } from 'node:path'
import type { ParsedInput } from '../../../shared/contract'
import { toErrorData, type ErrorData } from '../../../shared/errors'
import { listTranscriptFiles } from './read-folder'
import type { TranscriptReader } from './transcript-reader'

type Place = ParsedInput<'source.preview'>['files'][number] & { readonly name?: string | undefined }

/** One file to import, where a folder or an archive was given too. */
export type ExpandedFile<Given extends Place> = Omit<Given, 'name' | 'path' | 'entry'> & {
  readonly path: string
  readonly entry?: string
  /** Without its folder. */
  readonly name: string
  /** The folder or archive that was given, by its name. */
  readonly within: string | null
}

/** What was given, file by file. */
export interface ExpandedPlaces<Given extends Place> {
  readonly files: readonly ExpandedFile<Given>[]
  readonly skipped: readonly { readonly name: string; readonly within: string | null; readonly reason: string }[]
  /** What could not even be listed. */
  readonly failed: readonly { readonly name: string; readonly path: string; readonly error: ErrorData }[]
}

/** Replaces folders by the transcripts in them. What was decided about a folder holds for each of its files. */
export async function expandPlaces<Given extends Place>(
  given: readonly Given[],
  _reader: TranscriptReader,
): Promise<ExpandedPlaces<Given>> {
  const files: ExpandedFile<Given>[] = []
  const skipped: { name: string; within: string | null; reason: string }[] = []
  const failed: { name: string; path: string; error: ErrorData }[] = []
  for (const place of given) {
    const { path, name } = place
    try {
      const listing = listTranscriptFiles(path)
      const within = listing.files[0] === path ? null : basename(path)
      for (const file of listing.files) {
        const own = within === null ? (name ?? basename(file)) : basename(file)
        files.push({ ...place, path: file, name: own, within } as unknown as ExpandedFile<Given>)
      }
      for (const { path: file, reason } of listing.skipped) skipped.push({ name: basename(file), within, reason })
    } catch (error) {
      failed.push({ name: name ?? path, path, error: toErrorData(error) })
    }
  }
  return { files, skipped, failed }
}
