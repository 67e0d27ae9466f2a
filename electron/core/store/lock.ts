import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { z } from 'zod'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { localStamp } from '../today'
import { errorCode } from '../error-code'

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

/** A project's lock as its holder has it: nobody else's has these bytes. */
export interface Lock {
  readonly project: string
  readonly text: string
}

/**
 * Becomes a project's one writer. A lock whose process is gone from this machine is taken over, and with `takeOver` also
 * one of another machine, which nobody here can see; any other throws `project-locked` with its holder. A folder in
 * which no lock can be made is for reading only: `read-only`.
 */
export function acquireLock(project: string, { takeOver = false } = {}): Lock {
  const path = lockPath(project)
  const mine: LockHolder = {
    host: hostname(),
    pid: process.pid,
    since: new Date().toISOString(),
    started: findProcess(process.pid)?.started ?? null,
  }
  const lock = { project, text: JSON.stringify(mine) }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (writeLock(lock)) return lock
    const holder = findLockHolder(project)
    if (holder && isAlive(holder) && !(takeOver && isElsewhere(holder))) throw locked(project, holder)
    rmSync(path, { force: true })
  }
  throw locked(project, null)
}

/** False when there is a lock already. */
function writeLock({ project, text }: Lock): boolean {
  const path = lockPath(project)
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EEXIST') return false
    if (['EROFS', 'EACCES', 'EPERM'].includes(code)) throw notWritable(project, error)
    // It was made, and there was no room for what it says.
    if (['ENOSPC', 'EDQUOT'].includes(code)) rmSync(path, { force: true })
    throw error
  }
}

/**
 * Throws `project-locked` when somebody took the project over meanwhile: two writers would each undo what the other did.
 * A lock that was only removed is put back.
 */
export function keepLock(lock: Lock): void {
  let text: string
  try {
    text = readFileSync(lockPath(lock.project), 'utf8')
  } catch {
    try {
      if (writeLock(lock)) return
    } catch {
      // As the folder is now, nobody else can make one either.
      return
    }
    return keepLock(lock)
  }
  if (text === lock.text) return
  const holder = findLockHolder(lock.project)
  const file = basename(lock.project)
  throw new AppError(
    'project-locked',
    holder
      ? say('project-taken-over', { file, process: String(holder.pid), host: holder.host, since: momentOf(holder) })
      : say('project-held-somehow', { file }),
    { advice: say('keep-a-copy'), recovery: { kind: 'keep-copy' } },
  )
}

/** Gives the lock up, unless somebody else took it over. */
export function releaseLock({ project, text }: Lock): void {
  const path = lockPath(project)
  try {
    if (readFileSync(path, 'utf8') !== text) return
  } catch {
    return
  }
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
  if (isElsewhere(holder)) return true
  if (!isRunning(holder.pid)) return false
  const found = findProcess(holder.pid)
  if (!found) return true
  return !found.isDead && (holder.started === null || holder.started === found.started)
}

/** Whether a lock is of another machine, or of this one under another name: nobody here can see whether it still holds. */
function isElsewhere(holder: LockHolder): boolean {
  return holder.host !== hostname()
}

/** Whether there is a process of this number on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
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

function locked(project: string, holder: LockHolder | null): AppError {
  const file = basename(project)
  const text = holder
    ? say('project-held', { file, process: String(holder.pid), host: holder.host, since: momentOf(holder) })
    : say('project-held-somehow', { file })
  const canTakeOver = holder !== null && isElsewhere(holder)
  return new AppError('project-locked', text, {
    advice: say(canTakeOver ? 'close-there-or-take-over' : 'close-there'),
    recovery: { kind: 'open-read-only', path: project, canTakeOver },
  })
}

/** `2026-06-11 14:30`, in the time of this computer. */
function momentOf({ since }: LockHolder): string {
  const at = new Date(since)
  if (Number.isNaN(at.getTime())) return since
  const stamp = localStamp(at)
  return `${stamp.slice(0, 10)} ${stamp.slice(11, 16).replace('-', ':')}`
}

/** For a project that can be read and not written, by its own permissions or those of its folder. */
export function notWritable(project: string, cause: unknown): AppError {
  return new AppError('read-only', say('project-not-writable', { file: basename(project) }), {
    advice: say('read-or-copy'),
    recovery: { kind: 'open-read-only', path: project, canTakeOver: false },
    cause,
  })
}
