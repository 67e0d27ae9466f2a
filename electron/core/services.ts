import type { Caller, CoreEvent } from '../../shared/contract'
import { BACKUP_MINUTES } from '../../shared/domain/backup'
import type { Answer } from '../../shared/shell'
import { keepBackingUp } from './backups/keep-backing-up'
import { RecentFailures } from './diagnostics/recent-failures'
import { dispatch } from './dispatch'
import { Searcher } from './search/searcher'
import type { Session } from './session'
import { closeProject } from './sessions'
import type { ProjectDatabase } from './store/database'

/** The whole of Verbatim without a window: one open project, and every call of the contract. */
export interface Core {
  /** Runs one call; never throws: the outcome is plain data. */
  invoke(caller: Caller, name: string, input: unknown): Promise<Answer<unknown>>
  /** Hears every event; gives what ends it. */
  subscribe(listener: (event: CoreEvent) => void): () => void
  /** The open project's file, for code that runs in the same process. */
  project(): ProjectDatabase | null
  /** Closes the project and gives up its lock. */
  close(): void
}

interface CoreOptions {
  /** Gets what a developer should see of unexpected failures. */
  readonly log?: (line: string) => void
  /** How often a project that is being changed is backed up; asked each time. */
  readonly backupMinutes?: () => number | Promise<number>
}

/** Starts a core with no project open. */
export function createCore({ log = () => {}, backupMinutes = () => BACKUP_MINUTES[1] }: CoreOptions = {}): Core {
  const listeners = new Set<(event: CoreEvent) => void>()
  const emit = (event: CoreEvent) => {
    if (event.kind === 'changed') session.searcher.invalidate()
    for (const listener of listeners) listener(event)
  }
  const session: Session = {
    project: null,
    jobs: new Map(),
    failures: new RecentFailures(),
    settled: Promise.resolve(),
    searcher: new Searcher((event) => emit(event)),
    emit,
  }
  const stopBackups = keepBackingUp(session, backupMinutes)
  return {
    invoke: (caller, name, input) => dispatch(session, caller, name, input, log),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    project: () => session.project,
    close: () => {
      stopBackups()
      closeProject(session)
    },
  }
}
