import { readFileSync } from 'node:fs'
import { basename, posix } from 'node:path'
import { toErrorData } from '../../../shared/errors'
import { listZipTranscripts } from './documents/list-zip-transcripts'
import type { ReadTranscript } from './parse-transcript'
import { listArchive } from './read-file'
import { listTranscriptFiles } from './read-folder'
import { readTranscript } from './read-transcript'
import type { Reading } from './worker-messages'

/** One of the transcripts at a path. */
export interface FoundTranscript {
  readonly path: string
  /** Without its folder. */
  readonly file: string
  readonly reading: Reading<ReadTranscript>
}

/**
 * Reads the transcripts at a path, in this thread: a file, or a folder or an archive with all that is in it. One that
 * cannot be read is an outcome. Throws `file-missing` or `file-unreadable` for the path itself.
 */
export async function* readTranscripts(path: string): AsyncGenerator<FoundTranscript> {
  for (const file of listTranscriptFiles(path).files) {
    const name = basename(file)
    const listing = await attempt(() => listArchive({ path: file, name }))
    if (!listing.ok) yield { path: file, file: name, reading: listing }
    else if (listing.value === null) {
      yield { path: file, file: name, reading: await attempt(() => readTranscript(readFileSync(file), name)) }
    } else {
      for await (const entry of listZipTranscripts(readFileSync(file))) {
        if (entry.kind === 'skipped') continue
        const inside = posix.basename(entry.name)
        const reading = await attempt(() => readTranscript(entry.bytes, inside))
        yield { path: `${file}/${entry.name}`, file: inside, reading }
      }
    }
  }
}

async function attempt<T>(run: () => T | Promise<T>): Promise<Reading<T>> {
  try {
    return { ok: true, value: await run() }
  } catch (error) {
    return { ok: false, error: toErrorData(error) }
  }
}
