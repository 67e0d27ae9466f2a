import { inflateRawSync } from 'node:zlib'
import { type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core.js'
import { AppError } from '../../../../shared/errors'
import { crc32 } from '../../crc32'
import { LIMITS } from '../limits'

/** A file inside an archive; nothing of it is unpacked before `read`. */
export interface ArchiveEntry {
  /** As the archive has it: it may hold folders, and is never used as a path. */
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
  const entries: ArchiveEntry[] = []
  let count = 0
  let expanded = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1
      if (count > LIMITS.archiveEntries) {
        throw tooComplex(`it has more than ${LIMITS.archiveEntries} entries`, { entries: LIMITS.archiveEntries })
      }
      if (entry.directory) continue
      expanded += entry.uncompressedSize
      refuseBomb(expanded, bytes.length)
      entries.push({
        name: entry.filename,
        size: entry.uncompressedSize,
        encrypted: entry.encrypted,
        read: () => readEntry(entry),
      })
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged('it is cut off or not a ZIP archive throughout', error)
  }
  return entries
}

function refuseBomb(expanded: number, packed: number): void {
  const tooMuch = expanded > LIMITS.expandedBytes
  const tooTight = expanded > LIMITS.ratioFreeBytes && expanded > packed * LIMITS.expandedRatio
  if (!tooMuch && !tooTight) return
  const megabytes = Math.ceil(expanded / 2 ** 20)
  throw tooComplex(
    tooMuch
      ? `it unpacks to ${megabytes} MB, and at most ${LIMITS.expandedBytes / 2 ** 20} MB are read`
      : `it unpacks to ${megabytes} MB, more than ${LIMITS.expandedRatio} times its size`,
    { megabytes },
  )
}

async function readEntry(entry: FileEntry): Promise<Uint8Array> {
  const { filename: name, uncompressedSize: size, compressionMethod: method } = entry
  if (entry.encrypted) throw damaged(`${name} is protected by a password`)
  if (method !== STORED && method !== DEFLATED) throw damaged(`${name} is packed in a way that is not known`)
  const packed = await rawBytes(entry)
  const bytes = method === STORED ? packed : inflate(packed, size, name)
  if (bytes.length !== size) throw damaged(`${name} has ${bytes.length} bytes where ${size} were announced`)
  if (crc32(bytes) !== (entry.signature ?? 0) >>> 0) throw damaged(`${name} does not match its checksum`)
  return bytes
}

async function rawBytes(entry: FileEntry): Promise<Uint8Array> {
  try {
    return await entry.getData(new Uint8ArrayWriter(), { passThrough: true, checkOverlappingEntry: true })
  } catch (error) {
    throw damaged(`${entry.filename} cannot be read`, error)
  }
}

/** Stops at the announced size, so that a lying entry costs no more than it announced. */
function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    throw damaged(`${name} is damaged, or longer than announced`, error)
  }
}

function tooComplex(why: string, params: Readonly<Record<string, number>>): AppError {
  return new AppError('too-complex', `The archive is not unpacked: ${why}`, {
    advice: 'unpack it yourself and import what you need',
    params,
  })
}

function damaged(why: string, cause?: unknown): AppError {
  return new AppError('not-understood', `The archive cannot be read: ${why}`, {
    advice: 'save or download the file again',
    params: { kind: 'zip' },
    cause,
  })
}
