import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ParsedInput } from '../../../shared/contract'
import type { SourceId } from '../../../shared/domain/ids'
import type { ImportOutcome, ImportReport } from '../../../shared/domain/project'
import { AppError, toErrorData } from '../../../shared/errors'
import { announceChange, requireProject, type Session } from '../session'
import type { ProjectDatabase } from '../store/database'
import { recordMore, type OpenAction } from '../store/journal'
import { findSourceByHash, insertSource } from '../store/sources'
import { sha256 } from '../store/transcripts'
import { parseTranscript } from './parse-transcript'
import { listTranscriptFiles } from './read-folder'

const ACTION = 'source.import'

/**
 * Imports files and, recursively, folders. Each file is stored whole or not at all, one that fails does not stop the
 * others, bytes that are already there are skipped, and all of it is one action to undo. Files are stored one by one,
 * so what was imported stays when it is cancelled.
 */
export async function importSources(session: Session, input: ParsedInput<'source.import'>): Promise<ImportReport> {
  const project = requireProject(session)
  const { files, failed } = expand(input.files)
  const abort = new AbortController()
  if (input.job !== undefined) session.jobs.set(input.job, abort)
  const outcomes: ImportOutcome[] = [...failed]
  let action: OpenAction | null = null
  try {
    for (const [index, file] of files.entries()) {
      if (input.job !== undefined) {
        session.emit({ kind: 'progress', job: input.job, done: index, total: files.length, label: file.name })
      }
      // Lets a cancel, or a mark that a person makes meanwhile, be heard between two files.
      await new Promise((resolve) => setImmediate(resolve))
      if (abort.signal.aborted || session.project !== project) break
      const stored = importFile(project, file, input, action)
      action = stored.action
      outcomes.push(stored.outcome)
    }
    if (action && session.project === project) announceChange(session, ACTION)
    return { outcomes, cancelled: abort.signal.aborted }
  } finally {
    if (input.job !== undefined) session.jobs.delete(input.job)
  }
}

interface InputFile {
  readonly path: string
  readonly name: string
}

function expand(given: ParsedInput<'source.import'>['files']): {
  readonly files: readonly InputFile[]
  readonly failed: readonly ImportOutcome[]
} {
  const files: InputFile[] = []
  const failed: ImportOutcome[] = []
  for (const { path, name } of given) {
    try {
      for (const file of listTranscriptFiles(path)) files.push({ path: file, name: name ?? basename(file) })
    } catch (error) {
      failed.push(toFailure(name ?? path, error))
    }
  }
  return { files, failed }
}

function importFile(
  project: ProjectDatabase,
  file: InputFile,
  options: Pick<ParsedInput<'source.import'>, 'format' | 'encoding'>,
  action: OpenAction | null,
): { readonly outcome: ImportOutcome; readonly action: OpenAction | null } {
  try {
    const bytes = read(file)
    const hash = sha256(bytes)
    const present = findSourceByHash(project, hash)
    if (present) return { outcome: skip(file, present), action }
    const parsed = parseTranscript(bytes, file.name, {
      ...(options.format === undefined ? {} : { format: options.format }),
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    })
    const stored = project.transaction((db) =>
      recordMore(db, ACTION, action, () =>
        insertSource(db, {
          title: parsed.title ?? file.name,
          language: parsed.language,
          date: parsed.date,
          transcript: { ...parsed, file: { name: file.name, sha256: hash, bytes } },
        }),
      ),
    )
    const outcome = { kind: 'imported', file: file.name, sourceId: stored.result, notes: parsed.notes } as const
    return { outcome, action: stored.action }
  } catch (error) {
    return { outcome: toFailure(file.name, error), action }
  }
}

function read(file: InputFile): Uint8Array {
  try {
    return readFileSync(file.path)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new AppError(
      missing ? 'file-missing' : 'file-unreadable',
      missing ? `There is no file ${file.name}` : `${file.name} could not be read`,
      { advice: 'check the file and its permissions', params: { file: file.name }, cause: error },
    )
  }
}

function skip(file: InputFile, sourceId: SourceId): ImportOutcome {
  return { kind: 'skipped', file: file.name, reason: 'the same bytes are already in the project', sourceId }
}

function toFailure(file: string, error: unknown): ImportOutcome {
  const { code, message } = toErrorData(error)
  return { kind: 'failed', file, code, message }
}
