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

/** A file's bytes, alone in their buffer. Throws `file-missing`, `file-unreadable` or `file-too-large`. */
export async function readBytes({ path = '', name, bytes }: FileToRead): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes) return new Uint8Array(bytes)
  try {
    const { size } = statSync(path)
    if (size > MAX_FILE_BYTES) throw tooLarge(size)
    return new Uint8Array(readFileSync(path))
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

/** A file's bytes as a transcript, whole or not at all. Throws what `parseTranscript` throws. */
export async function readTranscript(
  bytes: Uint8Array,
  { name, format, encoding }: FileToRead,
): Promise<ReadTranscript> {
  return parseTranscript(bytes, name, { format, encoding })
}

/** A file's SHA-256 as lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function tooLarge(size: number): AppError {
  const megabytes = Math.ceil(size / 2 ** 20)
  return new AppError('file-too-large', `The file has ${megabytes} MB; at most 200 MB can be imported`, {
    advice: 'split the transcript into parts',
    params: { megabytes },
  })
}
