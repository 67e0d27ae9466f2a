import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from '../sync-folder'
import { migrations, SCHEMA_VERSION } from './schema'

/** What of a connection migrating takes. */
interface Connection {
  exec(sql: string): unknown
  pragma(source: string, options?: { readonly simple: boolean }): unknown
  prepare(sql: string): { run(value: string): unknown }
  transaction(work: () => void): { immediate(): void }
}

/** Brings an older project up to date, all or nothing, with a copy beside it first; `check` throws for a bad outcome. */
export function migrate(sqlite: Connection, path: string, check: () => void): void {
  const version = Number(sqlite.pragma('user_version', { simple: true }))
  if (version === SCHEMA_VERSION) return
  const copy = version > 0 ? keepCopyBefore(sqlite, path) : null
  const bringUpToDate = sqlite.transaction(() => {
    for (const sql of migrations.slice(version)) sqlite.exec(sql)
    sqlite.pragma(`user_version = ${SCHEMA_VERSION}`)
    if (version > 0) check()
  })
  try {
    bringUpToDate.immediate()
  } catch (error) {
    if (copy !== null) rmSync(copy, { force: true })
    throw error
  }
}

/** Keeps the project as it is before it is brought up to date; a copy that is there already stays as well. */
function keepCopyBefore(sqlite: Connection, path: string): string {
  const name = `${path}.before-version-${SCHEMA_VERSION}`
  const partial = `${name}.partial`
  rmSync(partial, { force: true })
  sqlite.prepare('VACUUM INTO ?').run(partial)
  let copy = name
  for (let number = 2; existsSync(copy); number += 1) copy = `${name}.${number}`
  renameSync(partial, copy)
  syncFolder(dirname(path))
  return copy
}
