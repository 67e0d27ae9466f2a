import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openDatabase } from '../store/database'
import { asAppError } from '../store/file-errors'
import type { ReadableDatabase } from '../store/sql'

/**
 * Reads a project through a copy of it, which is brought up to date where it is of an earlier version: the file itself
 * and the folder it is in stay as they are. Throws as opening does.
 */
export function withCopy<T>(path: string, use: (db: ReadableDatabase) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-compare-'))
  try {
    const copy = join(folder, basename(path))
    try {
      for (const suffix of ['', '-wal'])
        if (suffix === '' || existsSync(path + suffix))
          copyFileSync(path + suffix, copy + suffix, constants.COPYFILE_FICLONE)
    } catch (error) {
      throw asAppError(error, basename(path))
    }
    const db = openDatabase(copy, { readOnly: false, backsUp: false })
    try {
      return use(db)
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
