import { toErrorData, type ErrorData } from '../../../shared/errors'
import { previewTranscript, type TranscriptSummary } from './preview-transcript'
import { readTranscriptFile, type FileToRead, type ReadFile } from './read-file'

/** What a reading gave, or why it gave nothing. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData }

/** Reads files as transcripts. Never throws: what cannot be read is an outcome. */
export class TranscriptReader {
  read(file: FileToRead): Promise<Reading<ReadFile>> {
    return attempt(() => readTranscriptFile(file))
  }

  preview(file: FileToRead): Promise<Reading<{ readonly summary: TranscriptSummary; readonly sha256: string }>> {
    return attempt(async () => {
      const { transcript, sha256 } = await readTranscriptFile(file)
      return { summary: previewTranscript(transcript), sha256 }
    })
  }

  close(): void {}
}

async function attempt<T>(run: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { ok: true, value: await run() }
  } catch (error) {
    return { ok: false, error: toErrorData(error) }
  }
}
