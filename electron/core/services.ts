import type { Caller, CoreEvent } from '../../shared/contract'
import type { Answer } from '../../shared/shell'
import { dispatch } from './dispatch'
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

/** Starts a core with no project open. `log` gets what a developer should see of unexpected failures. */
export function createCore({ log = () => {} }: { readonly log?: (line: string) => void } = {}): Core {
  const listeners = new Set<(event: CoreEvent) => void>()
  const session: Session = {
    project: null,
    jobs: new Map(),
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
  }
  return {
    invoke: (caller, name, input) => dispatch(session, caller, name, input, log),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    project: () => session.project,
    close: () => closeProject(session),
  }
}
