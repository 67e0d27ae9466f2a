import { basename } from 'node:path'
import { type Message, say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { beginBackup, isBackupDue } from './backups'
import { asAppError } from './file-errors'

/** What of a connection copying takes. */
interface Connection {
  readonly open: boolean
  prepare(sql: string): { run(out: string): unknown }
  backup(out: string): Promise<unknown>
}

/** An open project's backups beside it. One that cannot be written is told of, and keeps nobody from working. */
export class RollingBackups {
  /** Why the last one could not be written; `null` when it could. */
  problem: Message | null = null
  readonly #path: string
  readonly #connection: Connection
  readonly #check: (copy: string) => void
  #isRunning = false

  /** `check` throws for a copy that is no good project. */
  constructor(path: string, connection: Connection, check: (copy: string) => void) {
    this.#path = path
    this.#connection = connection
    this.#check = check
  }

  /** Makes one before anything is changed, when there is none of what the project is. */
  backUpAtOpening(): void {
    try {
      // One of a moment ago, when the program was started twice in a row, will do.
      if (isBackupDue(this.#path, 1)) this.#backUpNow()
      this.problem = null
    } catch (error) {
      this.#note(error)
    }
  }

  /** Adds one when the project changed and the newest is older than that; never throws. */
  async backUp(minutes: number): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      if (isBackupDue(this.#path, minutes)) await this.#backUpBetweenCalls()
      this.problem = null
    } catch (error) {
      // The project was closed meanwhile: its next opening backs it up.
      if (this.#connection.open) this.#note(error)
    } finally {
      this.#isRunning = false
    }
  }

  /** Keeps what the project is now, as what `restored` replaces. Gives the copy's path; throws when it cannot. */
  keepBeforeRestoring(restored: string): string {
    try {
      return this.#backUpNow(restored)
    } catch (error) {
      throw asAppError(error, this.#folder)
    }
  }

  /** Page by page: nobody waits for a large project. */
  async #backUpBetweenCalls(): Promise<void> {
    const backup = beginBackup(this.#path)
    try {
      await this.#connection.backup(backup.path)
      this.#check(backup.path)
      backup.finish()
    } catch (error) {
      backup.drop()
      throw error
    }
  }

  #backUpNow(restored?: string): string {
    const backup = beginBackup(this.#path, { beforeRestoring: restored !== undefined })
    try {
      this.#connection.prepare('VACUUM INTO ?').run(backup.path)
      this.#check(backup.path)
      return backup.finish(restored)
    } catch (error) {
      backup.drop()
      throw error
    }
  }

  get #folder(): string {
    return `${basename(this.#path)}.backups`
  }

  #note(error: unknown): void {
    const known = asAppError(error, this.#folder)
    const detail = error instanceof Error ? error.message : String(error)
    this.problem = known instanceof AppError ? known.text : say('went-wrong', { detail })
  }
}
