import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { asAppError } from './file-errors'

/** Every SQLite file starts with these 16 bytes (https://sqlite.org/fileformat.html, section 1.3); a new one is empty. */
const SQLITE_MAGIC = 'SQLite format 3\0'
const APPLICATION_ID_AT = 68

/** Whether a file says that it is an SQLite database. Throws `project-unreadable`. */
export function isSqliteFile(path: string): boolean {
  return readHeader(path, SQLITE_MAGIC.length).toString('latin1') === SQLITE_MAGIC
}

/** Whose file an SQLite database says that it is, read without SQLite. Throws `project-unreadable`. */
export function applicationIdOf(path: string): number {
  return readHeader(path, APPLICATION_ID_AT + 4).readInt32BE(APPLICATION_ID_AT)
}

/** A file's first bytes; zeros where it has none. */
function readHeader(path: string, length: number): Buffer {
  const header = Buffer.alloc(length)
  try {
    const descriptor = openSync(path, 'r')
    try {
      readSync(descriptor, header, 0, length, 0)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw asAppError(error, basename(path))
  }
  return header
}

/** Whether a file, or a folder's list of files, may be changed: by its permissions and by the disk that it is on. */
export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Which file a path leads to: device and inode; `null` when it leads to none. */
export function placeOf(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.dev} ${stat.ino}` : null
}
