import { basename } from 'node:path'
import type { ProjectComparison } from '../../../shared/domain/comparison'
import type { ProjectInfo } from '../../../shared/domain/project'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { compareProjects } from '../compare/compare-projects'
import { withCopy } from '../compare/with-copy'
import { announceChange, describeProject, requireProject, type Session } from '../session'
import { findBackup } from '../store/backups'
import { openDatabase, overwriteDatabase, type ProjectDatabase } from '../store/database'

/** What restoring a backup would change: `here` is the open project, `there` the backup. */
export function compareBackup(db: ProjectDatabase, name: string): ProjectComparison {
  return withCopy(requireBackup(db, name), (backup) => compareProjects(db, backup))
}

/**
 * Makes the open project what one of its backups is. What it was becomes a backup first, and without that nothing is
 * restored; the project's file holds all of the one or all of the other, whatever happens in between.
 */
export async function restoreInto(session: Session, name: string): Promise<ProjectInfo> {
  const db = requireProject(session)
  const backup = requireBackup(db, name)
  if (db.readOnly)
    throw new AppError('read-only', say('project-for-reading', { file: basename(db.path) }), {
      advice: say('open-to-change'),
      recovery: { kind: 'open-for-writing', path: db.path },
    })
  if (session.jobs.size > 0)
    throw new AppError('not-allowed', say('project-at-work'), {
      advice: say('wait-and-retry'),
      recovery: { kind: 'retry' },
    })
  // Reads it whole, in a copy: what cannot be opened afterwards is not restored.
  withCopy(backup, () => null)
  db.keepBeforeRestoring(backup)
  const restoring = overwriteDatabase(db.path, backup).then(() => openAgain(session, db))
  session.settled = restoring.catch(() => null)
  await restoring
  const project = describeProject(requireProject(session))
  announceChange(session, 'backup.restore')
  return project
}

function openAgain(session: Session, db: ProjectDatabase): void {
  session.project = null
  db.close()
  try {
    session.project = openDatabase(db.path, { readOnly: false })
  } catch (error) {
    session.emit({ kind: 'project', project: null })
    throw error
  }
}

function requireBackup(db: ProjectDatabase, name: string): string {
  const path = findBackup(db.path, name)
  if (path !== null) return path
  throw new AppError('not-found', say('backup-none', { file: name }), { advice: say('choose-another-backup') })
}
