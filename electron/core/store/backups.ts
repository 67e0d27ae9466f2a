import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Days of which a copy is kept. */
const KEPT = 14

/** The folder beside a project that holds its rolling backups, one file a day: `2026-06-11.verbatim`. */
export function backupFolder(project: string): string {
  return `${project}.backups`
}

/** A project's backups, newest first. */
export function listBackups(project: string): string[] {
  const folder = backupFolder(project)
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}-\d{2}-\d{2}\.verbatim$/.test(name))
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
