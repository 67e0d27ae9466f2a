import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/** Days of which a copy is kept. */
const KEPT = 14

const FOLDER_SUFFIX = '.backups'
const BACKUP_NAME = /^\d{4}-\d{2}-\d{2}\.verbatim$/

/** The folder beside a project that holds its rolling backups, one file a day: `2026-06-11.verbatim`. */
export function backupFolder(project: string): string {
  return `${project}${FOLDER_SUFFIX}`
}

/** A project's backups, newest first. */
export function listBackups(project: string): string[] {
  const folder = backupFolder(project)
  try {
    return readdirSync(folder)
      .filter((name) => BACKUP_NAME.test(name))
      .sort()
      .reverse()
      .map((name) => join(folder, name))
  } catch {
    // No folder: nothing was backed up yet.
    return []
  }
}

/**
 * Keeps the day's first copy of a project that changed since the last one, and drops copies past the last 14. `copy`
 * writes a consistent copy to a path that does not exist. Gives the new backup's path, or `null` when none was due.
 */
export function backUpDaily(project: string, day: string, copy: (out: string) => void): string | null {
  const out = join(backupFolder(project), `${day}.verbatim`)
  const [newest] = listBackups(project)
  if (newest && (basename(newest) >= basename(out) || statSync(newest).mtimeMs >= statSync(project).mtimeMs))
    return null
  mkdirSync(backupFolder(project), { recursive: true })
  const partial = `${out}.partial`
  rmSync(partial, { force: true })
  copy(partial)
  renameSync(partial, out)
  for (const old of listBackups(project).slice(KEPT)) rmSync(old, { force: true })
  return out
}

/** Whether a file is one of some project's rolling backups. */
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
  const extension = extname(project)
  const stem = `${project.slice(0, -extension.length)} ${basename(backup, extname(backup))}`
  let copy = `${stem}${extension}`
  for (let number = 2; existsSync(copy); number += 1) copy = `${stem} ${number}${extension}`
  copyFileSync(backup, copy, constants.COPYFILE_EXCL)
  return copy
}
