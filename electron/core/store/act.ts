import { findRedo, findUndo, record, redo, undo } from './journal'
import type { ProjectDatabase } from './database'
import type { WritableDatabase } from './sql'

/** Carries out one user action, named after its method: one transaction, on disk when this returns, undone as a whole. */
export function act<T>(db: ProjectDatabase, name: string, work: (db: WritableDatabase) => T): T {
  return db.transaction((writable) => record(writable, name, () => work(writable)))
}

/** Takes back the last action; gives its name, or `null` when there is none. */
export function undoAction(db: ProjectDatabase): string | null {
  return db.transaction(undo)
}

/** Brings back the action that was undone last; gives its name, or `null` when there is none. */
export function redoAction(db: ProjectDatabase): string | null {
  return db.transaction(redo)
}

/** The names of the actions that undo and redo would run. */
export function listUndo(db: ProjectDatabase): { readonly undo: string | null; readonly redo: string | null } {
  return { undo: findUndo(db)?.name ?? null, redo: findRedo(db)?.name ?? null }
}
