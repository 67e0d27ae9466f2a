import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { syncFolder } from '../sync-folder'
import { isBackup, listBackups } from './backups'
import { copyForReading } from './copy-for-reading'
import { integrityProblems, quickCheck, strangeParts } from './damage'
import { asAppError } from './file-errors'
import { applicationIdOf, isSqliteFile, mayWrite, placeOf } from './file-on-disk'
import { brokenRules } from './invariants'
import { acquireLock, keepLock, type Lock, notWritable, releaseLock } from './lock'
import { startRecording, stopRecording } from './journal'
import { migrate } from './migrate'
import { RollingBackups } from './rolling-backups'
import { APPLICATION_ID, migrations, SCHEMA_VERSION } from './schema'
import type { ReadableDatabase, SqlValue, WritableDatabase } from './sql'
import { errorCode } from '../error-code'

/** An open project file. Reading is always possible; writing goes through `transaction`. */
export interface ProjectDatabase extends ReadableDatabase {
  readonly path: string
  readonly readOnly: boolean
  /** Runs `work` in one transaction: all of it is on disk when this returns, or nothing is. */
  transaction<T>(work: (db: WritableDatabase) => T): T
  /** Writes a consistent copy beside `out` and renames it; gives its size in bytes. */
  backup(out: string): Promise<number>
  /**
   * Adds a rolling backup when one is due: the project changed, and the newest is older than that. `problem` is what came
   * of the last attempt: work goes on without a backup.
   */
  readonly rolling: Pick<RollingBackups, 'problem' | 'backUp'>
  /** Keeps what the project is now among its backups, as what the backup `restored` replaces. Gives its path. */
  keepBeforeRestoring(restored: string): string
  /** What `PRAGMA integrity_check` has to say; empty when all is well. */
  integrityProblems(): string[]
  close(): void
  /** Closes a project that was just made and takes its file away. */
  discard(): void
}

/** Makes an empty project. Throws `project-exists` rather than touching a file that is there. */
export function createDatabase(path: string): ProjectDatabase {
  if (existsSync(path)) {
    throw new AppError('project-exists', say('project-file-exists', { file: basename(path) }), {
      advice: say('choose-name'),
      recovery: { kind: 'retry' },
    })
  }
  const sqlite = connect(path, false)
  try {
    sqlite.pragma(`application_id = ${APPLICATION_ID}`)
    return openConnection(path, sqlite, { readOnly: false })
  } catch (error) {
    sqlite.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    throw asAppError(error, basename(path))
  }
}

/**
 * Opens a project. A file that is missing, foreign, newer, damaged or held by somebody else is refused with its own
 * error and not written to. `readOnly` takes no lock; `backsUp: false` is for a copy that nobody keeps; `takeOver` takes
 * the lock of another machine.
 */
export function openDatabase(
  path: string,
  options: { readonly readOnly: boolean; readonly backsUp?: boolean; readonly takeOver?: boolean },
): ProjectDatabase {
  const file = basename(path)
  if (!existsSync(path)) {
    throw new AppError('project-missing', say('project-none', { file }), {
      advice: say('moved-or-renamed'),
      recovery: { kind: 'choose-another' },
    })
  }
  const { readOnly, backsUp = true, takeOver = false } = options
  if (!isSqliteFile(path)) throw noProject(path)
  const hasPlaceBeside = mayWrite(dirname(path))
  if (!readOnly && !(hasPlaceBeside && mayWrite(path))) throw notWritable(path, null)
  // SQLite reads no project in WAL mode without its side files.
  const copy = hasPlaceBeside ? null : copyForReading(path)
  const place = copy?.path ?? path
  let sqlite = connectToLook(place)
  try {
    // Looked at through a handle that cannot write: what is refused stays as it is, to the byte.
    refuseForeign(sqlite, path)
    sqlite.close()
    sqlite = connect(place, false)
    if (copy) migrate(sqlite, place, () => refuseBroken(sqlite, place))
    // A read-only handle would leave SQLite's side files behind: this one takes them away when it closes last.
    if (readOnly) sqlite.pragma('query_only = ON')
    return openConnection(path, sqlite, { readOnly, backsUp, takeOver, whenClosed: copy?.remove })
  } catch (error) {
    sqlite.close()
    copy?.remove()
    const known = asAppError(error, file)
    // What SQLite cannot run of our own statements does not have our tables.
    if (known instanceof Sqlite.SqliteError) throw damaged(path, known.message)
    throw known instanceof AppError && known.code === 'project-damaged' && known.cause instanceof Error
      ? damaged(path, known.cause.message)
      : known
  }
}

/** Throws for a file that is no project, or a damaged one; a backup is worth what is in it. */
export function refuseBadCopy(path: string): void {
  const copy = connect(path, true)
  try {
    refuseForeign(copy, path)
  } finally {
    copy.close()
  }
}

interface Opening {
  readonly readOnly: boolean
  readonly backsUp?: boolean
  readonly takeOver?: boolean
  readonly whenClosed?: (() => void) | undefined
}

function openConnection(
  path: string,
  sqlite: Sqlite.Database,
  { readOnly, backsUp = false, takeOver = false, whenClosed }: Opening,
): ProjectDatabase {
  const lock = readOnly ? null : acquireLock(path, { takeOver })
  try {
    if (!readOnly) prepareForWriting(sqlite, path)
    else refuseOlder(sqlite, path)
    sqlite.pragma('foreign_keys = ON')
    const rolling = new RollingBackups(path, sqlite, refuseBadCopy)
    if (backsUp && !readOnly) rolling.backUpAtOpening()
    return wrap(path, sqlite, lock, rolling, () => {
      sqlite.close()
      if (lock) releaseLock(lock)
      whenClosed?.()
    })
  } catch (error) {
    if (lock) releaseLock(lock)
    throw error
  }
}

function prepareForWriting(sqlite: Sqlite.Database, path: string): void {
  sqlite.pragma('synchronous = FULL')
  migrate(sqlite, path, () => refuseBroken(sqlite, path))
  // After it: what a migration refuses stays as it was, to the byte.
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('foreign_keys = ON')
  startRecording(sqlite)
}

function connect(path: string, readOnly: boolean): Sqlite.Database {
  try {
    return new Sqlite(path, { readonly: readOnly, timeout: 5000 })
  } catch (error) {
    throw asAppError(error, basename(path))
  }
}

/**
 * A handle that cannot write. What an interrupted transaction left beside a project is settled before, which takes one
 * that can: SQLite reads nothing until then.
 */
function connectToLook(path: string): Sqlite.Database {
  const sqlite = connect(path, true)
  try {
    sqlite.pragma('user_version')
    return sqlite
  } catch (error) {
    if (!errorCode(error).startsWith('SQLITE_READONLY')) return sqlite
    sqlite.close()
    if (applicationIdOf(path) !== APPLICATION_ID) throw noProject(path)
    const writable = connect(path, false)
    try {
      writable.pragma('user_version')
    } catch (problem) {
      throw asAppError(problem, basename(path))
    } finally {
      writable.close()
    }
    return connect(path, true)
  }
}

function refuseForeign(sqlite: Sqlite.Database, path: string): void {
  const file = basename(path)
  if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw noProject(path)
  const version = Number(sqlite.pragma('user_version', { simple: true }))
  if (version > SCHEMA_VERSION) {
    throw new AppError('project-newer', say('project-of-newer', { file }), {
      advice: say('update-to-open'),
      recovery: { kind: 'choose-another' },
    })
  }
  const problems = [...quickCheck(sqlite), ...withSchema(version, (expected) => strangeParts(sqlite, expected))]
  if (problems.length > 0) throw damaged(path, problems.join('; '))
  if (version === SCHEMA_VERSION) refuseBroken(sqlite, path)
}

function refuseBroken(sqlite: Sqlite.Database, path: string): void {
  const broken = brokenRules((sql) => sqlite.prepare(sql).get() !== undefined)
  if (broken.length > 0) throw damaged(path, broken.join('; '))
}

/** The schema of a version, in an empty project that is nowhere. */
function withSchema<T>(version: number, look: (sqlite: Sqlite.Database) => T): T {
  const sqlite = new Sqlite(':memory:')
  try {
    for (const sql of migrations.slice(0, version)) sqlite.exec(sql)
    return look(sqlite)
  } finally {
    sqlite.close()
  }
}

function refuseOlder(sqlite: Sqlite.Database, path: string): void {
  const version = Number(sqlite.pragma('user_version', { simple: true }))
  if (version < SCHEMA_VERSION) {
    throw new AppError('read-only', say('project-outdated', { file: basename(path) }), {
      advice: say('open-for-writing-once'),
      recovery: { kind: 'open-for-writing', path },
    })
  }
}

/** A file that was a project, since it has backups, is a damaged one. */
function noProject(path: string): AppError {
  const file = basename(path)
  return listBackups(path).length > 0 ? damaged(path, 'its first bytes are not those of a project') : foreign(file)
}

function foreign(file: string): AppError {
  return new AppError('project-foreign', say('project-not-ours', { file }), {
    advice: say('choose-project-file'),
    recovery: { kind: 'choose-another' },
  })
}

/** A way back is named with what happened: the newest backup that is good, and reading what can be read. */
function damaged(path: string, detail: string): AppError {
  const file = basename(path)
  const backup = isBackup(path) ? null : findGoodBackup(path)
  return new AppError('project-damaged', say('project-is-damaged', { file, detail }), {
    advice: backup === null ? say('no-backup') : say('open-newest-backup', { file: basename(backup) }),
    recovery: backup === null ? { kind: 'salvage', path } : { kind: 'open-backup', path: backup, project: path },
  })
}

/** Backups beyond these are not tried: each is read whole. */
const TRIED_BACKUPS = 10

function findGoodBackup(path: string): string | null {
  for (const backup of listBackups(path).slice(0, TRIED_BACKUPS)) {
    try {
      refuseBadCopy(backup)
      return backup
    } catch {
      // As bad as the project: an older one may be good.
    }
  }
  return null
}

function wrap(
  path: string,
  sqlite: Sqlite.Database,
  lock: Lock | null,
  rolling: RollingBackups,
  close: () => void,
): ProjectDatabase {
  const readOnly = lock === null
  const statements = new Map<string, Sqlite.Statement<SqlValue[]>>()
  const file = basename(path)
  const place = placeOf(path)
  function prepare(sql: string): Sqlite.Statement<SqlValue[]> {
    let statement = statements.get(sql)
    if (!statement) {
      statement = sqlite.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  function guarded<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw asAppError(error, file)
    }
  }
  const readable: ReadableDatabase = {
    all: <Row>(sql: string, ...values: SqlValue[]) => guarded(() => prepare(sql).all(...values) as Row[]),
    find: <Row>(sql: string, ...values: SqlValue[]) => guarded(() => (prepare(sql).get(...values) as Row) ?? null),
  }
  const writable: WritableDatabase = {
    ...readable,
    run: (sql, ...values) => guarded(() => prepare(sql).run(...values).changes),
  }
  return {
    ...readable,
    path,
    readOnly,
    transaction(work) {
      if (lock === null) {
        throw new AppError('read-only', say('project-for-reading', { file }), {
          advice: say('open-to-change'),
          recovery: { kind: 'open-for-writing', path },
        })
      }
      refuseReplaced(path, place)
      keepLock(lock)
      return guarded(() => sqlite.transaction(() => work(writable)).immediate())
    },
    async backup(out) {
      return backupTo(sqlite, out)
    },
    rolling,
    keepBeforeRestoring: (restored) => rolling.keepBeforeRestoring(restored),
    integrityProblems() {
      try {
        return integrityProblems(sqlite)
      } catch (error) {
        if (error instanceof Sqlite.SqliteError) return [error.message]
        throw error
      }
    },
    close() {
      if (!sqlite.open) return
      statements.clear()
      try {
        if (!readOnly) {
          stopRecording(sqlite)
          sqlite.pragma('wal_checkpoint(TRUNCATE)')
        }
      } catch (error) {
        // On a full disk, or one that is gone, what is in the log stays there for the next opening.
        if (asAppError(error, file) === error) throw error
      } finally {
        close()
      }
    },
    discard() {
      this.close()
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    },
  }
}

/** What is written to a file that was deleted or replaced would be lost with the program's end: it is refused. */
function refuseReplaced(path: string, place: string | null): void {
  const now = placeOf(path)
  if (now === place) return
  const file = basename(path)
  throw new AppError('project-replaced', say(now === null ? 'project-gone' : 'project-is-another', { file }), {
    advice: say('keep-what-is-open'),
    recovery: { kind: 'keep-copy' },
  })
}

/** A damaged project, for reading what can be read: nothing in it is trusted, and nothing is written. */
export function openDamaged(path: string) {
  const sqlite = connect(path, true)
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  return {
    prepare: (sql: string) => sqlite.prepare<SqlValue[]>(sql),
    /** A table's columns; none of what is no ordinary table, which might do anything when it is read. */
    columns(table: string): string[] {
      try {
        const isTable = sqlite
          .prepare(`SELECT 1 FROM pragma_table_list(?) WHERE schema = 'main' AND type = 'table'`)
          .get(table)
        if (!isTable) return []
        return (sqlite.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
      } catch {
        // The list of tables itself cannot be read: there is no way to any of them.
        return []
      }
    },
    close: () => sqlite.close(),
  }
}

/** Makes a project's file what another one is, all or nothing; the project is open at most for reading meanwhile. */
export async function overwriteDatabase(path: string, from: string): Promise<void> {
  const source = connect(from, true)
  try {
    // In one step after the first, small one: SQLite writes all of it in one transaction of the project's.
    await source.backup(path, { progress: ({ remainingPages }) => remainingPages + 1 })
  } catch (error) {
    throw asAppError(error, basename(path))
  } finally {
    source.close()
  }
}

async function backupTo(sqlite: Sqlite.Database, out: string): Promise<number> {
  const file = basename(out)
  const partial = `${out}.partial-${process.pid}`
  try {
    mkdirSync(dirname(out), { recursive: true })
    await sqlite.backup(partial)
    renameSync(partial, out)
    syncFolder(dirname(out))
    return statSync(out).size
  } catch (error) {
    rmSync(partial, { force: true })
    const known = asAppError(error, file)
    if (known instanceof AppError && known.code === 'disk-full') throw known
    throw new AppError('file-unwritable', say('copy-not-writable', { file }), {
      advice: say('check-folder-room'),
      recovery: { kind: 'retry' },
      cause: error,
    })
  }
}
