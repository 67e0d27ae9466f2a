import { errorCode } from '../error-code'
import { carrySeen } from './coverage'
import { findRedo, findUndo, listTextChanges, record, redo, stepDoesNotFit, undo } from './journal'
import type { ProjectDatabase } from './database'
import type { WritableDatabase } from './sql'

/** Carries out one user action, named after its method: one transaction, on disk when this returns, undone as a whole. */
export function act<T>(db: ProjectDatabase, name: string, work: (db: WritableDatabase) => T): T {
  return db.transaction((writable) => record(writable, name, () => work(writable)))
}

/** Takes back the last action; gives its name, or `null` when there is none. */
export function undoAction(db: ProjectDatabase): string | null {
  return fitting(() =>
    db.transaction((writable) => {
      const action = findUndo(writable)
      const name = undo(writable)
      // What was read of the corrected text was read, whichever text there is.
      if (action)
        for (const { before, after } of listTextChanges(writable, action.id)) carrySeen(writable, after, before)
      return name
    }),
  )
}

/** Brings back the action that was undone last; gives its name, or `null` when there is none. */
export function redoAction(db: ProjectDatabase): string | null {
  return fitting(() =>
    db.transaction((writable) => {
      const action = findRedo(writable)
      const name = redo(writable)
      if (action)
        for (const { before, after } of listTextChanges(writable, action.id)) carrySeen(writable, before, after)
      return name
    }),
  )
}

/** Tells what SQLite refuses of a step, which a project that only we wrote to never has. */
function fitting<T>(step: () => T): T {
  try {
    return step()
  } catch (error) {
    throw errorCode(error).startsWith('SQLITE_') ? stepDoesNotFit(error) : error
  }
}

/** The names of the actions that undo and redo would run. */
export function listUndo(db: ProjectDatabase): { readonly undo: string | null; readonly redo: string | null } {
  return { undo: findUndo(db)?.name ?? null, redo: findRedo(db)?.name ?? null }
}
