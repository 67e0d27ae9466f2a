import { readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { withCopy } from '../compare/with-copy'
import type { ProjectDatabase } from '../store/database'
import type { ReadableDatabase } from '../store/sql'

/** What sync services put after a file's name when two computers changed it. */
const MARKS: readonly RegExp[] = [
  // Dropbox, Nextcloud, Box: `Debate (Anna's conflicted copy 2026-06-11).verbatim`, in the language of the computer.
  /^ ?\((?=[^)]*(?:conflict|Konflikt|conflit|conflicto|conflitto|conflitante|冲突|衝突|競合|충돌))[^)]*\)(?: ?\(\d+\))?$/i,
  // Google Drive and browsers: `Debate (1)`.
  /^ ?\(\d{1,3}\)$/,
  // Syncthing: `Debate.sync-conflict-20260611-093000-ABCDEFG`.
  /^\.sync-conflict-\d{8}-\d{6}(?:-\w+)?$/,
  // iCloud: `Debate 2`.
  /^ \d{1,2}$/,
  // OneDrive: `Debate-LAPTOP`, with the computer's name.
  /^-[\w.-]+$/,
  // Resilio: `Debate.Conflict`.
  /^\.conflict(?:\d+)?$/i,
]

/** Copies beyond these are not looked at: each is read whole. */
const MOST = 5

/** Whether a file's name is that of another file with a sync service's mark; whose it is only its content can tell. */
export function isNamedAsCopy(name: string, original: string): boolean {
  const extension = extname(original)
  const stem = basename(original, extension)
  if (name === original || !name.startsWith(stem) || extname(name) !== extension) return false
  const mark = name.slice(stem.length, -extension.length)
  return MARKS.some((pattern) => pattern.test(mark))
}

/** The file names of the conflict copies beside a project: so named, and begun as the same project. */
export function listConflictCopies(db: ProjectDatabase): string[] {
  const folder = dirname(db.path)
  const own = beginOf(db)
  return readdirSync(folder)
    .filter((name) => isNamedAsCopy(name, basename(db.path)))
    .slice(0, MOST)
    .filter((name) => {
      try {
        return withCopy(join(folder, name), beginOf) === own
      } catch {
        // Damaged, newer or no project at all: there is nothing to merge.
        return false
      }
    })
}

/** The path of a conflict copy by its file name. Throws `not-found` for any other file. */
export function conflictCopyPath(db: ProjectDatabase, name: string): string {
  if (isNamedAsCopy(name, basename(db.path)) && basename(name) === name) return join(dirname(db.path), name)
  throw new AppError('not-found', say('project-none', { file: basename(name) }), { advice: say('moved-or-renamed') })
}

/** The moment at which a project was made, to the millisecond: the same in every copy of it, and in no other one. */
function beginOf(db: ReadableDatabase): string | null {
  return db.find<{ at: string }>('SELECT created_at AS at FROM project')?.at ?? null
}
