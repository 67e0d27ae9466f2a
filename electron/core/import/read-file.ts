import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { type Message, say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { isOfficeFile } from './documents/docx'
import { listZipTranscripts } from './documents/list-zip-transcripts'
import { isOpenDocument } from './documents/odt'
import { type ArchiveEntry, isZip, readZip } from './documents/read-zip'
import { refuseSize } from './limits'
import type { ParseOptions } from './parse-transcript'
import { errorCode } from '../error-code'

/** A file to be read: on disk, in an archive on disk, or at hand. */
export interface FileToRead extends ParseOptions {
  /** What the user knows it by. */
  readonly name: string
  readonly path?: string
  /** The file inside the archive at `path`. */
  readonly entry?: string | undefined
  readonly bytes?: Uint8Array
}

/** What an archive holds for an import. */
export interface ArchiveListing {
  readonly entries: readonly string[]
  readonly skipped: readonly { readonly name: string; readonly reason: Message }[]
}

/** A file's bytes, alone in their buffer. Throws `file-missing`, `file-unreadable`, `file-too-large`, and for archives. */
export async function readBytes(file: FileToRead): Promise<Uint8Array<ArrayBuffer>> {
  if (file.bytes) return new Uint8Array(file.bytes)
  if (file.entry === undefined) return new Uint8Array(fromDisk(file))
  const entry = (await openArchive(file)).get(file.entry)
  if (entry) return new Uint8Array(await entry.read())
  throw new AppError('file-missing', say('file-none-in-archive', { file: file.name }), {
    advice: say('choose-archive-again'),
  })
}

/** What an archive holds for an import; `null` for a file that is none, such as a Word file, which looks like one. */
export async function listArchive(file: FileToRead): Promise<ArchiveListing | null> {
  const bytes = fromDisk(file)
  if (!isZip(bytes)) return null
  const parts = await readZip(bytes)
  if (isOfficeFile(parts) || isOpenDocument(parts)) return null
  const entries: string[] = []
  const skipped: { name: string; reason: Message }[] = []
  for await (const found of listZipTranscripts(bytes)) {
    if (found.kind === 'file') entries.push(found.name)
    else skipped.push({ name: found.name, reason: found.reason })
  }
  return { entries, skipped }
}

/** A file's SHA-256 as lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The archive that was read last: its files are asked for one after the other. */
let opened: { readonly key: string; readonly entries: ReadonlyMap<string, ArchiveEntry> } | null = null

async function openArchive(file: FileToRead): Promise<ReadonlyMap<string, ArchiveEntry>> {
  const { mtimeMs, size } = reading(file, (path) => statSync(path))
  const key = JSON.stringify([file.path, mtimeMs, size])
  if (opened?.key !== key) {
    const parts = await readZip(fromDisk(file))
    opened = { key, entries: new Map(parts.map((part) => [part.name, part])) }
  }
  return opened.entries
}

function fromDisk(file: FileToRead): Buffer {
  refuseSize(reading(file, (path) => statSync(path)).size, file.name)
  return reading(file, (path) => readFileSync(path))
}

function reading<T>({ path = '', name }: FileToRead, read: (path: string) => T): T {
  try {
    return read(path)
  } catch (cause) {
    const missing = errorCode(cause) === 'ENOENT'
    throw new AppError(
      missing ? 'file-missing' : 'file-unreadable',
      say(missing ? 'file-none' : 'file-not-readable', { file: name }),
      { advice: say('check-file'), cause },
    )
  }
}
