import { basename } from 'node:path'
import { say } from '../../../shared/domain/messages/message'
import { AppError, type ErrorCode, type Recovery } from '../../../shared/errors'
import { errorCode } from '../error-code'

type What =
  | 'project-not-ours'
  | 'project-is-damaged-somehow'
  | 'disk-is-full'
  | 'project-busy'
  | 'project-not-writable'
  | 'project-not-reachable'
  | 'file-none'
  | 'file-not-writable'
  | 'file-not-readable'
type Advice =
  | 'choose-project-file'
  | 'open-backup'
  | 'free-space'
  | 'close-and-retry'
  | 'check-permissions'
  | 'check-file-folder'
  | 'check-path'
  | 'check-folder-write'

interface Case {
  readonly pattern: RegExp
  readonly code: ErrorCode
  readonly what: What
  readonly advice: Advice
  readonly recovery?: Recovery
}

const AGAIN: Recovery = { kind: 'retry' }

/** A quota that is used up is a full disk to whoever writes. */
const FULL: Case = {
  pattern: /^(?:ENOSPC|EDQUOT)$/,
  code: 'disk-full',
  what: 'disk-is-full',
  advice: 'free-space',
  recovery: AGAIN,
}

const PROJECT_CASES: readonly Case[] = [
  { pattern: /^SQLITE_NOTADB/, code: 'project-foreign', what: 'project-not-ours', advice: 'choose-project-file' },
  {
    pattern: /^SQLITE_CORRUPT/,
    code: 'project-damaged',
    what: 'project-is-damaged-somehow',
    advice: 'open-backup',
  },
  // SQLite makes its index of the log as long as it has to be before it writes to it.
  { ...FULL, pattern: /^SQLITE_(?:FULL|IOERR_(?:WRITE|SHMSIZE|TRUNCATE))/ },
  FULL,
  {
    pattern: /^SQLITE_BUSY|^SQLITE_LOCKED/,
    code: 'project-locked',
    what: 'project-busy',
    advice: 'close-and-retry',
    recovery: AGAIN,
  },
  { pattern: /^SQLITE_READONLY/, code: 'read-only', what: 'project-not-writable', advice: 'check-permissions' },
  {
    pattern: /^SQLITE_(?:CANTOPEN|IOERR|PERM|AUTH)|^E[A-Z]+$/,
    code: 'project-unreadable',
    what: 'project-not-reachable',
    advice: 'check-file-folder',
    recovery: AGAIN,
  },
]

/**
 * What SQLite or the file system threw at a project, as an error for the user; anything else as it is. `file` is its
 * name.
 */
export function asAppError(error: unknown, file: string): unknown {
  return asOneOf(PROJECT_CASES, error, file)
}

/** Node's names of the calls that read. */
const READING = /^(?:open|read|stat|lstat|access|scandir|readlink)$/

/**
 * The same for any other file, as the file system names it. Whoever knows more, such as that it is an export, says so
 * before.
 */
export function asFileError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('syscall' in error)) return error
  const { code, path, dest, syscall } = error as NodeJS.ErrnoException & { readonly dest?: unknown }
  const named = typeof dest === 'string' ? dest : path
  // What is written to an open file fails without a name.
  if (named === undefined) return FULL.pattern.test(String(code)) ? fullSomewhere(error) : error
  const isRead = READING.test(String(syscall)) && code !== 'EROFS'
  const others: Case = {
    pattern: /^E[A-Z]+$/,
    code: isRead ? 'file-unreadable' : 'file-unwritable',
    what: isRead ? 'file-not-readable' : 'file-not-writable',
    advice: isRead ? 'check-path' : 'check-folder-write',
    recovery: AGAIN,
  }
  const missing: Case = {
    ...others,
    pattern: /^ENOENT$/,
    code: 'file-missing',
    what: 'file-none',
    advice: 'check-path',
  }
  return asOneOf([FULL, missing, others], error, basename(named))
}

/** What the file system said to whoever wrote a file of this name. */
export function asWriteError(error: unknown, file: string): AppError {
  const known = asOneOf([FULL], error, file)
  if (known instanceof AppError) return known
  return new AppError('file-unwritable', say('file-not-writable', { file }), {
    advice: say('check-folder-write'),
    recovery: AGAIN,
    cause: error,
  })
}

function fullSomewhere(cause: Error): AppError {
  return new AppError('disk-full', say('disk-is-full-somewhere'), {
    advice: say('free-space'),
    recovery: AGAIN,
    cause,
  })
}

function asOneOf(cases: readonly Case[], error: unknown, file: string): unknown {
  if (error instanceof AppError) return error
  const said = errorCode(error)
  const found = cases.find(({ pattern }) => pattern.test(said))
  if (!found) return error
  const { code, what, advice, recovery } = found
  return new AppError(code, say(what, { file }), { advice: say(advice), cause: error, ...(recovery && { recovery }) })
}
