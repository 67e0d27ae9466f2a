import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Backup } from '../../../shared/domain/backup'
import { syncFolder } from '../sync-folder'
import { localStamp } from '../today'
import { keptBackups } from './thin-backups'

const FOLDER_SUFFIX = '.backups'
/** A backup that is being written, and what SQLite puts beside it while it is checked. */
const PARTIAL = /\.partial(?:-wal|-shm|-journal)?$/
/** `2026-06-11T14-30-05`; earlier versions made one a day and named it by that. */
const BACKUP_NAME = /^(\d{4}-\d{2}-\d{2}(?:T\d{2}-\d{2}-\d{2})?)( before restoring)?\.verbatim$/
/** Copies of what a restored backup replaced that are kept, beside the rolling ones. */
const KEPT_BEFORE_RESTORING = 10

/** The folder beside a project that holds its backups, such as `2026-06-11T14-30-05.verbatim`. */
export function backupFolder(project: string): string {
  return `${project}${FOLDER_SUFFIX}`
}

/** The paths of a project's backups, newest first. */
export function listBackups(project: string): string[] {
  const folder = backupFolder(project)
  try {
    return readdirSync(folder)
      .filter((name) => BACKUP_NAME.test(name))
      .sort()
      .reverse()
      .map((name) => join(folder, name))
  } catch {
    // No folder, or none that can be read: there is nothing to offer.
    return []
  }
}

/** What is known of a project's backups without opening them, newest first. */
export function describeBackups(project: string): Backup[] {
  return listBackups(project).flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    const [, stamp = '', before] = BACKUP_NAME.exec(basename(path)) ?? []
    if (!stat) return []
    return [{ name: basename(path), at: momentOf(stamp), beforeRestoring: before !== undefined, bytes: stat.size }]
  })
}

/** `2026-06-11T14-30-05` as ISO 8601 in local time, as `new Date` reads it. */
function momentOf(stamp: string): string {
  const [day = '', time] = stamp.split('T')
  return time === undefined ? day : `${day}T${time.replaceAll('-', ':')}`
}

/** The path of a project's backup by its file name; `null` when it has none of this name. */
export function findBackup(project: string, name: string): string | null {
  return listBackups(project).find((path) => basename(path) === name) ?? null
}

/**
 * Whether a project changed since its newest backup, and that is at least so long ago. A clock that went back makes one
 * due.
 */
export function isBackupDue(project: string, minutes: number): boolean {
  const [newest] = listBackups(project)
  const made = newest === undefined ? null : statSync(newest, { throwIfNoEntry: false })
  if (!made) return true
  const age = Date.now() - made.mtimeMs
  return changedAt(project) > made.mtimeMs && (age < 0 || age >= minutes * 60_000)
}

/** When something was written last: into the file, or into the log beside it. */
function changedAt(project: string): number {
  const times = [project, `${project}-wal`].map((path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat && stat.size > 0 ? stat.mtimeMs : 0
  })
  return Math.max(...times)
}

/** A backup that is being written: `path` is where to, `finish` makes it one, `drop` takes it away. */
export interface NewBackup {
  readonly path: string
  /** Gives the backup's path. `spared` is not dropped, however many there are. */
  finish(spared?: string): string
  drop(): void
}

/**
 * Begins a backup beside a project. It is no backup until `finish`, which also drops those that the thinning does not
 * keep.
 */
export function beginBackup(project: string, { beforeRestoring = false } = {}): NewBackup {
  const folder = backupFolder(project)
  mkdirSync(folder, { recursive: true })
  const left = readdirSync(folder).filter((name) => PARTIAL.test(name))
  for (const name of left) rmSync(join(folder, name), { force: true })
  const nameAt = (at: number) => `${localStamp(new Date(at))}${beforeRestoring ? ' before restoring' : ''}.verbatim`
  let at = Date.now()
  while (existsSync(join(folder, nameAt(at)))) at += 1000
  const out = join(folder, nameAt(at))
  const path = `${out}.partial`
  const dropBeside = () => {
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
  }
  return {
    path,
    finish(spared) {
      dropBeside()
      renameSync(path, out)
      syncFolder(folder)
      dropOld(project, [out, spared])
      return out
    },
    drop() {
      dropBeside()
      rmSync(path, { force: true })
    },
  }
}

/** The one just made stays, however the clock stands. */
function dropOld(project: string, spared: readonly (string | undefined)[]): void {
  const all = listBackups(project).map((path) => {
    const [, stamp = '', before] = BACKUP_NAME.exec(basename(path)) ?? []
    return { path, stamp, before: before !== undefined }
  })
  const kept = keptBackups(all.filter(({ before }) => !before).map(({ stamp }) => stamp))
  const tooMany = all.filter(({ before }) => before).slice(KEPT_BEFORE_RESTORING)
  const old = [...all.filter(({ before, stamp }) => !before && !kept.has(stamp)), ...tooMany]
  for (const { path } of old) if (!spared.includes(path)) rmSync(path, { force: true })
}

/** Whether a file is one of some project's backups. */
export function isBackup(path: string): boolean {
  return BACKUP_NAME.test(basename(path)) && dirname(path).endsWith(FOLDER_SUFFIX)
}

/**
 * Copies a backup to beside its project, so that work goes on in the copy and the backup stays what it is. Gives the
 * copy's path: `Debate.verbatim` and its backup of 2026-06-11 make `Debate 2026-06-11.verbatim`, with a number when
 * that is taken.
 */
export function restoreBackup(backup: string): string {
  const project = dirname(backup).slice(0, -FOLDER_SUFFIX.length)
  const copy = freePath(project, basename(backup).slice(0, '2026-06-11'.length))
  copyFileSync(backup, copy, constants.COPYFILE_EXCL)
  return copy
}

/** A path beside a project that no file has: its name, and these words. */
export function freePath(project: string, words: string): string {
  const extension = extname(project)
  const stem = `${project.slice(0, -extension.length || undefined)} ${words}`
  let path = `${stem}${extension}`
  for (let number = 2; existsSync(path); number += 1) path = `${stem} ${number}${extension}`
  return path
}
