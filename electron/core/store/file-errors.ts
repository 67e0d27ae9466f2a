import { say } from '../../../shared/domain/messages/message'
import { AppError, type ErrorCode } from '../../../shared/errors'

type What =
  | 'project-not-ours'
  | 'project-is-damaged-somehow'
  | 'disk-is-full'
  | 'project-busy'
  | 'project-not-writable'
  | 'project-not-reachable'
type Advice =
  | 'choose-project-file'
  | 'open-backup'
  | 'free-space'
  | 'close-and-retry'
  | 'check-permissions'
  | 'check-file-folder'

const CODES: readonly (readonly [RegExp, ErrorCode, What, Advice])[] = [
  [/^SQLITE_NOTADB/, 'project-foreign', 'project-not-ours', 'choose-project-file'],
  [/^SQLITE_CORRUPT/, 'project-damaged', 'project-is-damaged-somehow', 'open-backup'],
  [/^SQLITE_(?:FULL|IOERR_WRITE)/, 'disk-full', 'disk-is-full', 'free-space'],
  [/^ENOSPC/, 'disk-full', 'disk-is-full', 'free-space'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'project-locked', 'project-busy', 'close-and-retry'],
  [/^SQLITE_READONLY/, 'read-only', 'project-not-writable', 'check-permissions'],
  [/^SQLITE_(?:CANTOPEN|IOERR)|^E[A-Z]+$/, 'project-unreadable', 'project-not-reachable', 'check-file-folder'],
]

/** What SQLite or the file system threw, as an error for the user; anything else as it is. `file` is its name. */
export function asAppError(error: unknown, file: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  for (const [pattern, appCode, what, advice] of CODES) {
    if (pattern.test(code)) return new AppError(appCode, say(what, { file }), { advice: say(advice), cause: error })
  }
  return error
}
