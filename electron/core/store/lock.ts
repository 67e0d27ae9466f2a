import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { z } from 'zod'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'

const holderSchema = z.object({
  host: z.string(),
  pid: z.number().int(),
  since: z.string(),
  /** When the process started, by its system's own clock: tells it from a later one of the same number. */
  started: z.string().nullable().default(null),
})

/** Who has a project open for writing. `since` is ISO 8601, UTC. */
export type LockHolder = z.infer<typeof holderSchema>

/** The file beside a project that names its one writer. */
export function lockPath(project: string): string {
  return `${project}.lock`
}

/**
 * Becomes a project's one writer; gives the lock file's path for `releaseLock`. A lock whose process is gone from this
 * machine is taken over; any other throws `project-locked` with its holder.
 */
export function acquireLock(project: string): string {
  const path = lockPath(project)
  const mine: LockHolder = {
    host: hostname(),
    pid: process.pid,
    since: new Date().toISOString(),
    started: findProcess(process.pid)?.started ?? null,
  }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx' })
      return path
    } catch (error) {
      if (!isFileError(error, 'EEXIST')) throw error
    }
    const holder = findLockHolder(project)
    if (holder && isAlive(holder)) throw locked(project, holder)
    rmSync(path, { force: true })
  }
  throw locked(project, null)
}

/** Gives the lock up. */
export function releaseLock(path: string): void {
  rmSync(path, { force: true })
}

/** Who holds the lock of a project, or `null` when nobody does or the lock cannot be read. */
export function findLockHolder(project: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(lockPath(project), 'utf8')))
  } catch {
    // Gone in the meantime, or half written by a process that died: nobody can be named.
    return null
  }
}

/** Whether a lock's process still runs, as far as this machine can tell: of another machine we must believe it. */
export function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true
  if (!isRunning(holder.pid)) return false
  const found = findProcess(holder.pid)
  if (!found) return true
  return !found.isDead && (holder.started === null || holder.started === found.started)
}

/** Whether there is a process of this number on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isFileError(error, 'EPERM')
  }
}

/**
 * What Linux knows of a process (proc(5), /proc/pid/stat): a zombie is dead though it can still be signalled. `null`
 * on other systems, and where it cannot be read.
 */
function findProcess(pid: number): { readonly isDead: boolean; readonly started: string } | null {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // No /proc here, or the process has just gone: the signal has said all that can be known.
    return null
  }
  // The second field is the program's name in brackets and may hold anything; the state follows it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { isDead: fields[0] === 'Z' || fields[0] === 'X', started: fields[19] ?? '' }
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function locked(project: string, holder: LockHolder | null): AppError {
  const file = basename(project)
  const text = holder
    ? say('project-held', { file, process: String(holder.pid), host: holder.host, since: holder.since })
    : say('project-held-somehow', { file })
  return new AppError('project-locked', text, {
    advice: say('close-there'),
    recovery: { kind: 'open-read-only', path: project },
  })
}
