import type { Message } from '../../../shared/domain/messages/message'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename, posix } from 'node:path'
import type { ParsedInput } from '../../../shared/contract'
import { toErrorData, type ErrorData } from '../../../shared/errors'
import { isZip } from './documents/read-zip'
import { listTranscriptFiles } from './read-folder'
import type { TranscriptReader } from './transcript-reader'

type Place = ParsedInput<'source.preview'>['files'][number]

/** One file to import, where a folder or an archive was given too. */
export type ExpandedFile<Given extends Place> = Omit<Given, 'name' | 'path' | 'entry'> & {
  readonly path: string
  readonly entry?: string
  /** Without its folder. */
  readonly name: string
  /** The folder or archive that it was found in, by its name; `null` for a file that was given itself. */
  readonly within: string | null
}

/** What was given, file by file. */
export interface ExpandedPlaces<Given extends Place> {
  readonly files: readonly ExpandedFile<Given>[]
  readonly skipped: readonly { readonly name: string; readonly within: string | null; readonly reason: Message }[]
  /** What could not even be listed. */
  readonly failed: readonly { readonly name: string; readonly path: string; readonly error: ErrorData }[]
}

/**
 * Replaces folders and archives by the transcripts in them. What was decided about a folder or an archive holds for
 * each of its files.
 */
export async function expandPlaces<Given extends Place>(
  given: readonly Given[],
  reader: TranscriptReader,
): Promise<ExpandedPlaces<Given>> {
  const files: ExpandedFile<Given>[] = []
  const skipped: { name: string; within: string | null; reason: Message }[] = []
  const failed: { name: string; path: string; error: ErrorData }[] = []

  const addFile = async (place: Given, path: string, name: string, within: string | null): Promise<void> => {
    // A type made from `Given` is not seen to be one by the compiler.
    const add = (more: object): unknown => files.push({ ...place, path, within, ...more } as never)
    if (place.entry !== undefined || !looksLikeArchive(path)) return void add({ name })
    const listing = await reader.run('list', { file: { path, name } })
    if (!listing.ok) failed.push({ name, path, error: listing.error })
    else if (listing.value === null) add({ name })
    else {
      for (const entry of listing.value.entries) add({ entry, name: posix.basename(entry), within: name })
      for (const { name: entry, reason } of listing.value.skipped) {
        skipped.push({ name: posix.basename(entry), within: name, reason })
      }
    }
  }

  for (const place of given) {
    const { path } = place
    const name = place.name ?? basename(place.entry ?? path)
    try {
      const listing = listTranscriptFiles(path)
      const isFolder = listing.files[0] !== path
      const within = isFolder ? basename(path) : null
      for (const file of listing.files) await addFile(place, file, isFolder ? basename(file) : name, within)
      for (const { path: file, reason } of listing.skipped) skipped.push({ name: basename(file), within, reason })
    } catch (error) {
      failed.push({ name: place.name ?? path, path, error: toErrorData(error) })
    }
  }
  return { files, skipped, failed }
}

function looksLikeArchive(path: string): boolean {
  const head = new Uint8Array(4)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, head)
    } finally {
      closeSync(file)
    }
  } catch {
    // Whoever reads the file will say why it cannot be read.
    return false
  }
  return isZip(head)
}
