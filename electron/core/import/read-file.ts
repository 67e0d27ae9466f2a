import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { AppError } from '../../../shared/errors'
import { MAX_FILE_BYTES, parseTranscript, type ParseOptions, type ReadTranscript } from './parse-transcript'

/** A file to be read: on disk, in an archive on disk, or at hand. */
export interface FileToRead extends ParseOptions {
  /** What the user knows it by. */
  readonly name: string
  readonly path?: string
  /** The file inside the archive at `path`. */
  readonly entry?: string | undefined
  readonly bytes?: Uint8Array
}

/** A file's transcript, with the bytes it was read from. */
export interface ReadFile {
  readonly transcript: ReadTranscript
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** Reads a file as a transcript, whole or not at all. Throws what `parseTranscript` throws, and for a missing file. */
export async function readTranscriptFile(file: FileToRead): Promise<ReadFile> {
  const bytes = file.bytes ?? readBytes(file)
  return {
    transcript: parseTranscript(bytes, file.name, file),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

function readBytes({ path = '', name }: FileToRead): Uint8Array {
  try {
    if (statSync(path).size > MAX_FILE_BYTES) throw tooLarge(statSync(path).size)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new AppError(
      missing ? 'file-missing' : 'file-unreadable',
      missing ? `There is no file ${name}` : `${name} could not be read`,
      { advice: 'check the file and its permissions', params: { file: name }, cause: error },
    )
  }
}

function tooLarge(size: number): AppError {
  const megabytes = Math.ceil(size / 2 ** 20)
  return new AppError('file-too-large', `The file has ${megabytes} MB; at most 200 MB can be imported`, {
    advice: 'split the transcript into parts',
    params: { megabytes },
  })
}
