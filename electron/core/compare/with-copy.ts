import { copyForReading } from '../store/copy-for-reading'
import { openDatabase, type ProjectDatabase } from '../store/database'

/**
 * Reads a project through a copy of it, which is brought up to date where it is of an earlier version: the file itself
 * and the folder it is in stay as they are, whatever `use` does. Throws as opening does.
 */
export function withCopy<T>(path: string, use: (db: ProjectDatabase) => T): T {
  const copy = copyForReading(path)
  try {
    const db = openDatabase(copy.path, { readOnly: false, backsUp: false })
    try {
      return use(db)
    } finally {
      db.close()
    }
  } finally {
    copy.remove()
  }
}
