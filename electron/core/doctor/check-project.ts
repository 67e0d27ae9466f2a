import { basename } from 'node:path'
import { AppError } from '../../../shared/errors'
import { listBackups } from '../store/backups'
import { openDatabase } from '../store/database'
import { findLockHolder, isAlive, type LockHolder } from '../store/lock'
import { SCHEMA_VERSION } from '../store/schema'
import { listSources } from '../store/sources'
import { getText, sha256 } from '../store/transcripts'

/** What a project's file was found to be like. */
export interface ProjectHealth {
  /** One sentence for each thing that is wrong. */
  readonly problems: readonly string[]
  /** The schema that this program reads. */
  readonly version: number
  /** Who has it open for writing, if anybody. */
  readonly holder: LockHolder | null
  /** Its rolling backups by file name, newest first. */
  readonly backups: readonly string[]
  /** The newest backup that can be opened, when the project cannot; its path. */
  readonly goodBackup: string | null
}

/** Checks a project without writing to it. Throws only when there is no such file. */
export function checkProject(path: string): ProjectHealth {
  const problems: string[] = []
  let goodBackup: string | null = null
  try {
    const db = openDatabase(path, { readOnly: true })
    try {
      problems.push(...db.integrityProblems())
      for (const { id, title } of listSources(db)) {
        const stored = db.find<{ hash: string }>(
          `SELECT text_sha256 AS hash FROM transcript JOIN source ON source.transcript_id = transcript.id WHERE source.id = ?`,
          id,
        )
        if (stored?.hash !== sha256(getText(db, id)))
          problems.push(`the text of ${title} is not the text that was imported`)
      }
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'project-missing') throw error
    problems.push(error.message)
    if (error.recovery.kind === 'open-backup') goodBackup = error.recovery.path
  }
  const holder = findLockHolder(path)
  if (holder && !isAlive(holder))
    problems.push('a program that had it open ended without closing it; the next one to open it tidies up')
  return {
    problems,
    version: SCHEMA_VERSION,
    holder: holder && isAlive(holder) ? holder : null,
    goodBackup,
    backups: listBackups(path).map((backup) => basename(backup)),
  }
}
