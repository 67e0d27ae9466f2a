import { statSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import type { Diagnostics } from '../../../shared/domain/diagnostics'
import { describeBackups } from '../store/backups'
import type { ProjectDatabase } from '../store/database'
import { SCHEMA_VERSION } from '../store/schema'

/** What can be said of the program and of the open project to somebody who is to find out what is wrong. */
export function readDiagnostics(db: ProjectDatabase | null, log: readonly string[]): Diagnostics {
  return {
    node: process.versions.node,
    system: `${platform()} ${release()} ${arch()}`,
    schema: SCHEMA_VERSION,
    project: db && describe(db),
    log,
  }
}

function describe(db: ProjectDatabase): NonNullable<Diagnostics['project']> {
  const count = (table: string) => db.find<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0
  const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const backups = describeBackups(db.path)
  return {
    path: db.path,
    readOnly: db.readOnly,
    sqlite: db.find<{ version: string }>('SELECT sqlite_version() AS version')?.version ?? '',
    bytes: size(db.path),
    walBytes: size(`${db.path}-wal`),
    sources: count('source'),
    passages: count('passage'),
    reviews: count('review'),
    actions: count('action'),
    problems: db.integrityProblems(),
    backups: backups.length,
    newestBackup: backups[0]?.at ?? null,
  }
}
