import type { CarriedSpan } from '../../../shared/anchoring/carry-over'
import type { Span } from '../../../shared/domain/span'
import type { ErrorData } from '../../../shared/errors'
import type { PackedTranscript } from './packed-transcript'
import type { TranscriptSummary } from './preview-transcript'
import type { ArchiveListing, FileToRead } from './read-file'

/** What a worker is started with. */
export interface WorkerStart {
  /** SHA-256 of files that need not be read: they are in the project. */
  readonly known: readonly string[]
}

/** What a worker is asked, and what it answers, by kind. Everything is plain data. */
export interface WorkerTasks {
  /** Reads a file to store it; of a known file only the hash. */
  readonly read: {
    readonly task: { readonly file: FileToRead }
    readonly answer:
      | { readonly kind: 'known'; readonly sha256: string }
      | {
          readonly kind: 'read'
          readonly sha256: string
          readonly transcript: PackedTranscript
          readonly bytes: Uint8Array
        }
  }
  /** Lists an archive; `null` for a file that is none. */
  readonly list: { readonly task: { readonly file: FileToRead }; readonly answer: ArchiveListing | null }
  /** Sums a file up. */
  readonly preview: {
    readonly task: { readonly file: FileToRead }
    readonly answer: { readonly sha256: string; readonly summary: TranscriptSummary }
  }
  /** Reads a file to store it, and carries passages' spans over to it. */
  readonly carry: {
    readonly task: { readonly file: FileToRead; readonly passages: readonly (readonly Span[])[] }
    readonly answer: {
      readonly sha256: string
      readonly summary: TranscriptSummary
      readonly transcript: PackedTranscript
      readonly carried: readonly (readonly CarriedSpan[])[]
    }
  }
}

export type TaskKind = keyof WorkerTasks
export type Task<Kind extends TaskKind> = WorkerTasks[Kind]['task']
export type TaskAnswer<Kind extends TaskKind> = WorkerTasks[Kind]['answer']

/** A task as it is sent to a worker, which has one at a time. */
export type TaskMessage = { readonly [Kind in TaskKind]: { readonly kind: Kind } & Task<Kind> }[TaskKind]

/** What a reading gave, or why it gave nothing. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData }
