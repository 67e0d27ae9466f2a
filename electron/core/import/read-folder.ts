import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Message, say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { extensionOf } from './formats/format'
import { allFormats, ARCHIVE_EXTENSION } from './transcript-extensions'
import { errorCode } from '../error-code'

/** What a path holds for an import. */
export interface TranscriptListing {
  /** Paths of the files to import, sorted. */
  readonly files: readonly string[]
  /** Paths of what was passed over, sorted, each with the reason. */
  readonly skipped: readonly { readonly path: string; readonly reason: Message }[]
}

/**
 * Lists the transcripts at a path: the file itself, whatever its name, or the files with a transcript's or an
 * archive's extension in a folder and its subfolders. In a folder, hidden entries are passed over without a word and everything else with a
 * reason; symbolic links are not followed. Throws `file-missing` or `file-unreadable`.
 */
export function listTranscriptFiles(path: string): TranscriptListing {
  const known = new Set([...allFormats.flatMap(({ extensions }) => extensions), ARCHIVE_EXTENSION])
  const files: string[] = []
  const skipped: { path: string; reason: Message }[] = []
  const visit = (folder: string): void => {
    for (const entry of reading(folder, () => readdirSync(folder, { withFileTypes: true }))) {
      const inside = join(folder, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) visit(inside)
      else if (!entry.isFile()) skipped.push({ path: inside, reason: say('skipped-no-file') })
      else if (known.has(extensionOf(entry.name))) files.push(inside)
      else skipped.push({ path: inside, reason: say('skipped-extension') })
    }
  }
  if (reading(path, () => statSync(path)).isDirectory()) visit(path)
  else files.push(path)
  return { files: files.sort(), skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const missing = errorCode(cause) === 'ENOENT'
    throw new AppError(
      missing ? 'file-missing' : 'file-unreadable',
      say(missing ? 'file-none' : 'file-not-readable', { file: path }),
      { advice: say('check-path'), cause },
    )
  }
}
