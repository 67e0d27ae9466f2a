import { inflateRawSync } from 'node:zlib'
import { type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core.js'
import { type Message, say } from '../../../../shared/domain/messages/message'
import { AppError } from '../../../../shared/errors'
import { crc32 } from '../../crc32'
import { LIMITS } from '../limits'
import { type RawName, readEntryNames } from './entry-names'

/** A file inside an archive; nothing of it is unpacked before `read`. */
export interface ArchiveEntry {
  /** As the archive has it, numbered where another has the same: it may hold folders, and is never used as a path. */
  readonly name: string
  /** Bytes it says it unpacks to, held to when it is read. */
  readonly size: number
  readonly encrypted: boolean
  /** Its bytes. Throws `not-understood` where they are damaged, encrypted or not what the archive says of them. */
  readonly read: () => Promise<Uint8Array>
}

const STORED = 0
const DEFLATED = 8

/** Whether bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
}

/**
 * The files of an archive in its order, without folders. What the archive says of its entries is held against the limits
 * before anything is unpacked, and each entry against what was said of it. Throws `too-complex` and `not-understood`.
 */
export async function readZip(bytes: Uint8Array): Promise<ArchiveEntry[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    filenameValidation: 'tolerant',
    useWebWorkers: false,
  })
  const entries: FileEntry[] = []
  let count = 0
  let expanded = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1
      if (count > LIMITS.archiveEntries) {
        throw tooComplex(say('zip-too-many', { most: LIMITS.archiveEntries }))
      }
      if (entry.directory) continue
      expanded += entry.uncompressedSize
      refuseBomb(expanded, bytes.length)
      entries.push(entry)
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(say('zip-damaged'), error)
  }
  const names = readEntryNames(entries.map(toRawName))
  return entries.map((entry, index) => {
    const name = names[index]!
    return { name, size: entry.uncompressedSize, encrypted: entry.encrypted, read: () => readEntry(entry, name) }
  })
}

/** A name in Unicode beside the other counts only where its checksum says that it belongs to that. */
function toRawName({ rawFilename, filename, bitFlag, extraFieldUnicodePath }: FileEntry): RawName {
  const stated = bitFlag?.languageEncodingFlag === true || extraFieldUnicodePath?.valid === true
  return { raw: rawFilename, stated: stated ? filename : null }
}

function refuseBomb(expanded: number, packed: number): void {
  const tooMuch = expanded > LIMITS.expandedBytes
  const tooTight = expanded > LIMITS.ratioFreeBytes && expanded > packed * LIMITS.expandedRatio
  if (!tooMuch && !tooTight) return
  const megabytes = Math.ceil(expanded / 2 ** 20)
  throw tooComplex(
    tooMuch
      ? say('zip-too-large', { megabytes, most: LIMITS.expandedBytes / 2 ** 20 })
      : say('zip-too-tight', { megabytes, most: LIMITS.expandedRatio }),
  )
}

async function readEntry(entry: FileEntry, name: string): Promise<Uint8Array> {
  const { uncompressedSize: size, compressionMethod: method } = entry
  if (entry.encrypted) throw damaged(say('zip-entry-locked', { file: name }))
  if (method !== STORED && method !== DEFLATED) throw damaged(say('zip-entry-packing', { file: name }))
  const packed = await rawBytes(entry, name)
  const bytes = method === STORED ? packed : inflate(packed, size, name)
  if (bytes.length !== size)
    throw damaged(say('zip-entry-length', { file: name, bytes: bytes.length, announced: size }))
  if (crc32(bytes) !== (entry.signature ?? 0) >>> 0) throw damaged(say('zip-entry-checksum', { file: name }))
  return bytes
}

async function rawBytes(entry: FileEntry, name: string): Promise<Uint8Array> {
  try {
    return await entry.getData(new Uint8ArrayWriter(), { passThrough: true, checkOverlappingEntry: true })
  } catch (error) {
    throw damaged(say('zip-entry-unreadable', { file: name }), error)
  }
}

/** Stops at the announced size, so that a lying entry costs no more than it announced. */
function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    throw damaged(say('zip-entry-damaged', { file: name }), error)
  }
}

function tooComplex(text: Message): AppError {
  return new AppError('too-complex', text, {
    advice: say('unpack-yourself'),
  })
}

function damaged(text: Message, cause?: unknown): AppError {
  return new AppError('not-understood', text, {
    advice: say('save-or-download-again'),
    cause,
  })
}
