import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../crc32'

/** A file to be packed. */
export interface PackedFile {
  /** With `/` between folders. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** 1 January 1980, the first day that the format knows: an archive says nothing of when it was made. */
const DATE = 0x21
const DEFLATED = 8
/** Names are UTF-8. */
const FLAGS = 0x800
const VERSION = 20

/** Packs files in their order as a ZIP archive. The same files give the same bytes. */
export function writeZip(files: readonly PackedFile[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    const packed = deflateRawSync(bytes, { level: 9 })
    const path = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(22)
    facts.writeUInt16LE(FLAGS, 0)
    facts.writeUInt16LE(DEFLATED, 2)
    facts.writeUInt16LE(0, 4)
    facts.writeUInt16LE(DATE, 6)
    facts.writeUInt32LE(crc32(bytes), 8)
    facts.writeUInt32LE(packed.length, 12)
    facts.writeUInt32LE(bytes.length, 16)
    facts.writeUInt16LE(path.length, 20)
    const start = Buffer.alloc(6)
    start.writeUInt32LE(0x04034b50, 0)
    start.writeUInt16LE(VERSION, 4)
    parts.push(start, facts, Buffer.alloc(2), path, packed)
    const entry = Buffer.alloc(8)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(VERSION, 4)
    entry.writeUInt16LE(VERSION, 6)
    const place = Buffer.alloc(16)
    place.writeUInt32LE(offset, 12)
    directory.push(entry, facts, place, path)
    offset += start.length + facts.length + 2 + path.length + packed.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}
