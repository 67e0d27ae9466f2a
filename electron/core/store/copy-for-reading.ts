import { chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { asAppError, asFileError } from './file-errors'

/** A project's copy that nobody keeps. */
export interface ReadingCopy {
  readonly path: string
  readonly remove: () => void
}

/** Copies a project with its log to a folder of its own, to be read there: the folder that it is in stays as it is. */
export function copyForReading(project: string): ReadingCopy {
  const folder = makeFolder()
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const path = join(folder, basename(project))
  try {
    for (const suffix of ['', '-wal', '-journal'])
      if (suffix === '' || existsSync(project + suffix)) {
        copyFileSync(project + suffix, path + suffix, constants.COPYFILE_FICLONE)
        // A copy has the permissions of its original, which may be for reading only.
        chmodSync(path + suffix, 0o600)
      }
  } catch (error) {
    remove()
    throw asAppError(error, basename(project))
  }
  return { path, remove }
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'verbatim-reading-'))
  } catch (error) {
    throw asFileError(error)
  }
}
