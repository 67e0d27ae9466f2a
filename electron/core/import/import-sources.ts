import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ParsedInput } from '../../../shared/contract'
import type { SourceId } from '../../../shared/domain/ids'
import type { ImportOutcome, ImportReport } from '../../../shared/domain/project'
import { AppError, toErrorData } from '../../../shared/errors'
import { announceChange, requireProject, type Session } from '../session'
import type { ProjectDatabase } from '../store/database'
import { recordMore, type OpenAction } from '../store/journal'
import { findSourceByHash, insertSource, type NewSource } from '../store/sources'
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
  const { files, passedOver } = expand(input.files)
  const abort = new AbortController()
  if (input.job !== undefined) session.jobs.set(input.job, abort)
  const outcomes: ImportOutcome[] = [...passedOver]
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
  /** What could not be listed, and what a folder holds that is no transcript. */
  readonly passedOver: readonly ImportOutcome[]
} {
  const files: InputFile[] = []
  const passedOver: ImportOutcome[] = []
  for (const { path, name } of given) {
    try {
      const listing = listTranscriptFiles(path)
      for (const file of listing.files) files.push({ path: file, name: name ?? basename(file) })
      for (const { path: file, reason } of listing.skipped) {
        passedOver.push({ kind: 'skipped', file: basename(file), reason, sourceId: null })
      }
    } catch (error) {
      passedOver.push(toFailure(name ?? path, error))
    }
  }
  return { files, passedOver }
}

function importFile(
  project: ProjectDatabase,
  file: InputFile,
  options: Pick<ParsedInput<'source.import'>, 'format' | 'encoding'>,
  action: OpenAction | null,
): { readonly outcome: ImportOutcome; readonly action: OpenAction | null } {
  try {
    const bytes = read(file)
    const present = findSourceByHash(project, sha256(bytes))
    if (present) return { outcome: skip(file, present), action }
    const source = toSource(bytes, file.name, options)
    const stored = project.transaction((db) => recordMore(db, ACTION, action, () => insertSource(db, source)))
    const { notes } = source.transcript
    const outcome = { kind: 'imported', file: file.name, sourceId: stored.result, notes } as const
    return { outcome, action: stored.action }
  } catch (error) {
    return { outcome: toFailure(file.name, error), action }
  }
}

/** A file's bytes as the source they will be stored as. Throws what `parseTranscript` throws. */
export function toSource(
  bytes: Uint8Array,
  name: string,
  { format, encoding }: Pick<ParsedInput<'source.import'>, 'format' | 'encoding'> = {},
): NewSource {
  const parsed = parseTranscript(bytes, name, {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
  })
  return {
    title: parsed.title,
    language: parsed.language,
    date: parsed.date,
    transcript: { ...parsed, file: { name, sha256: sha256(bytes), bytes } },
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
