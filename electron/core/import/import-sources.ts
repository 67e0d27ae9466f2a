import type { ParsedInput } from '../../../shared/contract'
import type { SourceId } from '../../../shared/domain/ids'
import type { ImportOutcome, ImportReport } from '../../../shared/domain/project'
import { toErrorData, type ErrorData } from '../../../shared/errors'
import { announceChange, requireProject, type Session } from '../session'
import type { ProjectDatabase } from '../store/database'
import { recordMore, type OpenAction } from '../store/journal'
import { findSourceByHash, insertSource, type NewSource } from '../store/sources'
import { sha256 } from '../store/transcripts'
import { expandPlaces, type ExpandedFile } from './expand-places'
import { MediaFinder } from './find-media'
import { parseTranscript } from './parse-transcript'
import type { ReadFile } from './read-file'
import { mapAhead, runJob } from './run-job'
import { TranscriptReader } from './transcript-reader'

const ACTION = 'source.import'
/** Files under way at once: one for each reader, and one that waits for each. */
const AHEAD = 4

type Given = ParsedInput<'source.import'>['files'][number]

/**
 * Imports files and, recursively, folders. Each file is stored whole or not at all, one that fails does not stop the
 * others, bytes that are already there are skipped, and all of it is one action to undo. What was imported stays when
 * it is cancelled.
 */
export function importSources(session: Session, input: ParsedInput<'source.import'>): Promise<ImportReport> {
  const project = requireProject(session)
  const { job, format, encoding } = input
  return runJob(session, job, async (signal) => {
    const { files, skipped, failed } = expandPlaces(input.files.map((file) => ({ format, encoding, ...file })))
    const outcomes: ImportOutcome[] = [
      ...failed.map(({ name, error }) => toFailure(name, error)),
      ...skipped.map(({ name, reason }) => ({ kind: 'skipped', file: name, reason, sourceId: null }) as const),
    ]
    const reader = new TranscriptReader()
    const media = new MediaFinder()
    let action: OpenAction | null = null
    let done = 0
    try {
      for await (const [file, reading] of mapAhead(files, AHEAD, (one) => reader.read(one))) {
        if (signal.aborted || session.project !== project) break
        done += 1
        if (job !== undefined) session.emit({ kind: 'progress', job, done, total: files.length, label: file.name })
        if (!reading.ok) outcomes.push(toFailure(file.name, reading.error))
        else {
          const recording = file.media === false || file.entry !== undefined ? null : media.find(file.path)
          const stored = store(project, file, reading.value, recording, action)
          action = stored.action
          outcomes.push(stored.outcome)
        }
      }
      if (action && session.project === project) announceChange(session, ACTION)
      return { outcomes, cancelled: signal.aborted }
    } finally {
      reader.close()
    }
  })
}

function store(
  project: ProjectDatabase,
  file: ExpandedFile<Given>,
  read: ReadFile,
  media: string | null,
  action: OpenAction | null,
): { readonly outcome: ImportOutcome; readonly action: OpenAction | null } {
  try {
    const present = findSourceByHash(project, read.sha256)
    if (present) return { outcome: skip(file.name, present), action }
    const source = { ...sourceOf(read, file.name, file), media }
    const stored = project.transaction((db) => recordMore(db, ACTION, action, () => insertSource(db, source)))
    const { notes } = source.transcript
    const outcome = { kind: 'imported', file: file.name, sourceId: stored.result, notes } as const
    return { outcome, action: stored.action }
  } catch (error) {
    return { outcome: toFailure(file.name, toErrorData(error)), action }
  }
}

/** A small file's bytes as the source they will be stored as. Throws what `parseTranscript` throws. */
export function toSource(bytes: Uint8Array, name: string): NewSource {
  return sourceOf({ transcript: parseTranscript(bytes, name), bytes, sha256: sha256(bytes) }, name)
}

function sourceOf(
  { transcript, bytes, sha256: hash }: ReadFile,
  name: string,
  choice: Omit<Partial<Given>, 'name' | 'path'> = {},
): NewSource {
  const { format = null, encoding = null } = choice
  return {
    title: choice.title ?? transcript.title,
    language: choice.language ?? transcript.language,
    date: choice.date === undefined ? transcript.date : choice.date,
    tier: choice.tier ?? 'core',
    media: null,
    speakers: choice.speakers ?? [],
    transcript: { ...transcript, chosen: { format, encoding }, file: { name, sha256: hash, bytes } },
  }
}

function skip(file: string, sourceId: SourceId): ImportOutcome {
  return { kind: 'skipped', file, reason: 'the same bytes are already in the project', sourceId }
}

function toFailure(file: string, { code, message }: ErrorData): ImportOutcome {
  return { kind: 'failed', file, code, message }
}
