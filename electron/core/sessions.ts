import type { Contract, MethodName, Output, ParsedInput } from '../../shared/contract'
import { backUpNow } from './backups/keep-backing-up'
import { compareBackup, restoreInto } from './backups/restore-backup'
import { compareProjects } from './compare/compare-projects'
import { withCopy } from './compare/with-copy'
import { createProject } from './create-project'
import { readDiagnostics } from './diagnostics/read-diagnostics'
import { createExample } from './example/create-example'
import { exportReview } from './export/export-review'
import { keepRevision } from './export/living-document'
import { listReadingChoices } from './import/reading-choices'
import { importSources } from './import/import-sources'
import { previewSources } from './import/preview-sources'
import { previewReimport, reimportSource } from './import/reimport-source'
import { conflictCopyPath, listConflictCopies } from './merge/conflict-copies'
import { mergeProject } from './merge/merge-projects'
import { countSavedSearches, lookAtSaved } from './search/count-saved'
import { exportHits } from './search/export-hits'
import { findMentions } from './search/find-mentions'
import { suggest } from './search/suggest'
import { announceChange, describeProject, requireProject, type Session } from './session'
import { salvageProject } from './salvage/salvage-project'
import { startReview } from './start-review'
import { passagesOfAction } from './changed-passages'
import { act, redoAction, undoAction } from './store/act'
import { describeBackups } from './store/backups'
import { forgetSeen, recordSeen } from './store/coverage'
import { keepDraft } from './store/correction-drafts'
import { openDatabase, type ProjectDatabase } from './store/database'
import { findRedo, findUndo } from './store/journal'

type SessionName = { [Name in MethodName]: Contract[Name]['access'] extends 'session' ? Name : never }[MethodName]

/** The calls that open, close, watch or carry the project as a whole. */
export const sessions: {
  [Name in SessionName]: (session: Session, input: ParsedInput<Name>) => Output<Name> | Promise<Output<Name>>
} = {
  'project.create': (session, { path, title, language, starter }) => {
    const db = createProject(path, { title, language })
    if (starter) db.transaction((writable) => startReview(writable, { title, language, starter: true }))
    return use(session, db)
  },
  'project.createExample': (session, { path, language }) => use(session, createExample(path, language)),
  'project.open': (session, { path, readOnly, takeOver }) => {
    // Opening the open project again must not meet its own lock.
    if (session.project?.path === path && session.project.readOnly === readOnly) return describeProject(session.project)
    return use(session, openDatabase(path, { readOnly, takeOver }))
  },
  'project.close': (session) => {
    closeProject(session)
    session.emit({ kind: 'project', project: null })
    return null
  },
  'project.salvage': (_, { path, out }) => salvageProject(path, out),
  'project.backup': async (session, { path }) => ({ out: path, bytes: await requireProject(session).backup(path) }),
  'project.find': (session) => (session.project ? describeProject(session.project) : null),
  'backup.list': (session) => describeBackups(requireProject(session).path),
  'backup.make': async (session) => {
    const { path } = requireProject(session)
    await backUpNow(session, 0)
    return describeBackups(path)
  },
  'backup.compare': (session, { name }) => compareBackup(requireProject(session), name),
  'backup.restore': (session, { name }) => restoreInto(session, name),
  'diagnostics.read': (session) => readDiagnostics(session.project, session.failures.lines),
  'copy.list': (session) => listConflictCopies(requireProject(session)),
  'copy.compare': (session, { name }) => {
    const db = requireProject(session)
    return withCopy(conflictCopyPath(db, name), (copy) => compareProjects(db, copy))
  },
  'copy.merge': (session, { name, take }) => {
    const db = requireProject(session)
    withCopy(conflictCopyPath(db, name), (copy) =>
      act(db, 'copy.merge', (writable) => mergeProject(writable, copy, take)),
    )
    announceChange(session, 'copy.merge')
    return null
  },
  'project.undo': (session) => step(session, 'project.undo', findUndo, undoAction),
  'project.redo': (session) => step(session, 'project.redo', findRedo, redoAction),
  'job.cancel': (session, { job }) => {
    session.jobs.get(job)?.abort()
    return null
  },
  'source.import': (session, input) => importSources(session, input),
  'source.preview': (session, input) => previewSources(session, input),
  'source.formats': () => listReadingChoices(),
  'source.previewReimport': (session, input) => previewReimport(session, input),
  'source.reimport': (session, input) => reimportSource(session, input),
  'source.keepDraft': (session, { id, baseRevision, edits }) =>
    requireProject(session).transaction((db) => keepDraft(db, id, baseRevision, edits)),
  'coverage.record': (session, { id, ...sighting }) =>
    requireProject(session).transaction((db) => recordSeen(db, id, sighting)),
  'coverage.forget': (session, { id }) => {
    requireProject(session).transaction((db) => forgetSeen(db, id ?? null))
    announceChange(session, 'coverage.forget')
    return null
  },
  'review.export': (session, input) => {
    const done = exportReview(requireProject(session), input)
    announceChange(session, 'review.export')
    return done
  },
  'search.find': (session, { job, ...request }) => session.searcher.find(requireProject(session), request, { job }),
  'search.mentions': (session, request) => findMentions(session, request),
  'search.export': (session, { path, ...request }) => exportHits(session, request, path),
  'savedSearch.count': (session) => countSavedSearches(session),
  'savedSearch.look': (session, { id }) => lookAtSaved(session, id),
  'savedSearch.suggest': (session, { id }) => suggest(session, id),
  'review.keepRevision': (session, { id, format, options }) => {
    const revision = keepRevision(requireProject(session), id, format, options)
    announceChange(session, 'review.export')
    return revision
  },
}

/** Closes the open project, if there is one. */
export function closeProject(session: Session): void {
  for (const job of session.jobs.values()) job.abort()
  session.searcher.close()
  session.project?.close()
  session.project = null
}

function use(session: Session, db: ProjectDatabase) {
  closeProject(session)
  session.project = db
  const project = describeProject(db)
  session.emit({ kind: 'project', project })
  return project
}

function step(
  session: Session,
  name: string,
  find: typeof findUndo,
  run: (db: ProjectDatabase) => string | null,
): { action: string } | null {
  const db = requireProject(session)
  const next = find(db)
  const action = run(db)
  if (next === null || action === null) return null
  announceChange(session, name, passagesOfAction(db, next.id))
  return { action }
}
