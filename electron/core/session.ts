import type { ChangedCamp, ChangedPassages, CoreEvent } from '../../shared/contract'
import type { ProjectInfo } from '../../shared/domain/project'
import { say } from '../../shared/domain/messages/message'
import { AppError } from '../../shared/errors'
import type { RecentFailures } from './diagnostics/recent-failures'
import { listUndo } from './store/act'
import type { Searcher } from './search/searcher'
import type { ProjectDatabase } from './store/database'
import { getProject } from './store/project'

/** What one core process has at hand: at most one open project, and the long calls that run. */
export interface Session {
  project: ProjectDatabase | null
  /** Long calls by their job name, to be cancelled. */
  readonly jobs: Map<string, AbortController>
  readonly failures: RecentFailures
  readonly searcher: Searcher
  /** Ends when the project's file may be used again; other calls wait for it. */
  settled: Promise<unknown>
  emit(event: CoreEvent): void
}

/** The open project. Throws `no-project`. */
export function requireProject(session: Session): ProjectDatabase {
  if (!session.project) throw new AppError('no-project', say('none-open'), { advice: say('open-project') })
  return session.project
}

/** The open project as windows show it. */
export function describeProject(db: ProjectDatabase): ProjectInfo {
  return { path: db.path, ...getProject(db), readOnly: db.readOnly, ...listUndo(db), backupProblem: db.rolling.problem }
}

/** Tells every host that the project changed, and what did it. */
export function announceChange(
  session: Session,
  action: string,
  passages: ChangedPassages | null = null,
  camp: ChangedCamp | null = null,
): void {
  const project = describeProject(requireProject(session))
  session.emit({ kind: 'changed', action, project, ...(passages && { passages }), ...(camp && { camp }) })
}
