import { say } from '../../../shared/domain/messages/message'
import type { ParsedInput } from '../../../shared/contract'
import type { SourceId } from '../../../shared/domain/ids'
import type { ImportOutcome, ImportReport } from '../../../shared/domain/project'
import { toErrorData, type ErrorData } from '../../../shared/errors'
import { announceChange, requireProject, type Session } from '../session'
import type { ProjectDatabase } from '../store/database'
import { recordMore, type OpenAction } from '../store/journal'
import { findSourceByHash, insertSource, listHashes, type NewSource } from '../store/sources'
import { expandPlaces, type ExpandedFile } from './expand-places'
import { MediaFinder } from './find-media'
import { unpackTranscript } from './packed-transcript'
import { parseTranscript, type ReadTranscript } from './parse-transcript'
import { sha256Of } from './read-file'
import { FILES_AHEAD, mapAhead, runJob } from './run-job'
import { TranscriptReader } from './transcript-reader'

const ACTION = 'source.import'
/**
 * Turns and cues that are written in one transaction, unless one file has more: a transaction waits for the disk, and
 * whoever marks a passage meanwhile waits for the transaction.
 */
const ROWS_AT_ONCE = 20_000

type Given = ParsedInput<'source.import'>['files'][number]
type Choice = Omit<Partial<Given>, 'name' | 'path' | 'entry'>

/**
 * Imports files and, recursively, folders and archives. Each file is stored whole or not at all, one that fails does
 * not stop the others, bytes that are already there are skipped, and all of it is one action to undo. What was imported
 * stays when it is cancelled.
 */
export function importSources(session: Session, input: ParsedInput<'source.import'>): Promise<ImportReport> {
  const project = requireProject(session)
  const { job, format, encoding } = input
  return runJob(session, job, async (signal) => {
    const reader = new TranscriptReader({ known: listHashes(project) })
    signal.addEventListener('abort', () => reader.close())
    try {
      const { files, skipped, failed } = await expandPlaces(
        input.files.map((file) => ({ format, encoding, ...file })),
        reader,
      )
      const outcomes: ImportOutcome[] = [
        ...failed.map(({ name, error }) => toFailure(name, error)),
        ...skipped.map(({ name, reason }) => ({ kind: 'skipped', file: name, reason, sourceId: null }) as const),
      ]
      const writer = new SourceWriter(project, outcomes)
      const media = new MediaFinder()
      let done = 0
      for await (const [file, reading] of mapAhead(files, FILES_AHEAD, (one) => reader.run('read', { file: one }))) {
        if (signal.aborted || session.project !== project) break
        done += 1
        if (job !== undefined) session.emit({ kind: 'progress', job, done, total: files.length, label: file.name })
        if (!reading.ok) writer.addFailure(file.name, reading.error)
        else if (reading.value.kind === 'known') writer.addKnown(file.name, reading.value.sha256)
        else {
          const recording = file.media === false || file.entry !== undefined ? null : media.find(file.path)
          const { transcript, bytes, sha256 } = reading.value
          writer.add(sourceOf(unpackTranscript(transcript), bytes, sha256, file, recording))
        }
      }
      if (session.project === project) {
        writer.flush()
        if (writer.hasWritten) announceChange(session, ACTION)
      }
      return { outcomes: [...outcomes], cancelled: signal.aborted }
    } finally {
      reader.close()
    }
  })
}

/** Stores sources a few at a time, and notes what became of each file. */
class SourceWriter {
  readonly #project: ProjectDatabase
  readonly #outcomes: ImportOutcome[]
  #waiting: NewSource[] = []
  #rows = 0
  #action: OpenAction | null = null

  constructor(project: ProjectDatabase, outcomes: ImportOutcome[]) {
    this.#project = project
    this.#outcomes = outcomes
  }

  get hasWritten(): boolean {
    return this.#action !== null
  }

  addFailure(file: string, error: ErrorData): void {
    this.flush()
    this.#outcomes.push(toFailure(file, error))
  }

  addKnown(file: string, sha256: string): void {
    this.flush()
    this.#outcomes.push(skip(file, findSourceByHash(this.#project, sha256)))
  }

  add(source: NewSource): void {
    const { turns, cues } = source.transcript
    const rows = turns.length + (cues?.length ?? 0)
    if (this.#rows + rows > ROWS_AT_ONCE) this.flush()
    this.#waiting.push(source)
    this.#rows += rows
    if (this.#rows >= ROWS_AT_ONCE) this.flush()
  }

  /** Stores what waits: together, or one by one when together fails, so that only what cannot be stored is left out. */
  flush(): void {
    const sources = this.#waiting
    this.#waiting = []
    this.#rows = 0
    if (sources.length === 0) return
    try {
      this.#outcomes.push(...this.#store(sources))
    } catch {
      for (const source of sources) {
        try {
          this.#outcomes.push(...this.#store([source]))
        } catch (error) {
          this.#outcomes.push(toFailure(source.transcript.file.name, toErrorData(error)))
        }
      }
    }
  }

  #store(sources: readonly NewSource[]): ImportOutcome[] {
    const { result, action } = this.#project.transaction((db) =>
      recordMore(db, ACTION, this.#action, () =>
        sources.map((source): ImportOutcome => {
          const { file, notes } = source.transcript
          const present = findSourceByHash(db, file.sha256)
          if (present) return skip(file.name, present)
          return { kind: 'imported', file: file.name, sourceId: insertSource(db, source), notes }
        }),
      ),
    )
    if (result.some(({ kind }) => kind === 'imported')) this.#action = action
    return result
  }
}

/** A small file's bytes as the source they will be stored as. Throws what `parseTranscript` throws. */
export function toSource(bytes: Uint8Array, name: string): NewSource {
  return sourceOf(parseTranscript(bytes, name), bytes, sha256Of(bytes), { name }, null)
}

function sourceOf(
  transcript: ReadTranscript,
  bytes: Uint8Array,
  sha256: string,
  choice: Choice & Pick<ExpandedFile<Given>, 'name'>,
  media: string | null,
): NewSource {
  const { format = null, encoding = null } = choice
  return {
    title: choice.title ?? transcript.title,
    language: choice.language ?? transcript.language,
    date: choice.date === undefined ? transcript.date : choice.date,
    tier: choice.tier ?? 'core',
    media,
    speakers: choice.speakers ?? [],
    transcript: { ...transcript, chosen: { format, encoding }, file: { name: choice.name, sha256, bytes } },
  }
}

function skip(file: string, sourceId: SourceId | null): ImportOutcome {
  return { kind: 'skipped', file, reason: say('skipped-present'), sourceId }
}

function toFailure(file: string, { code, message, text, adviceText }: ErrorData): ImportOutcome {
  return { kind: 'failed', file, code, message, text, adviceText }
}
