import { inflateSync } from 'node:zlib'
import { say } from '../../../../../shared/domain/messages/message'
import { AppError } from '../../../../../shared/errors'
import { LIMITS } from '../../limits'

/** Nothing is packed more tightly than this by the packing of PDF. */
const TIGHTEST = 1032
/** How far before a stream what is said of it may begin, in bytes. */
const DICTIONARY = 400

/**
 * Throws `too-complex` for a PDF file one of whose streams of text or drawing unpacks to more than any page has: its
 * reader unpacks such a stream whole, whatever memory that takes. Pictures, which are not unpacked, may be of any size.
 */
export function refuseBombs(bytes: Uint8Array, most: number = LIMITS.pdfStreamBytes): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at)
    const dictionary = before.slice(Math.max(before.lastIndexOf(' obj'), 0))
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    if (layers === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1)
    const end = file.indexOf('endstream', start)
    refuseStream(file.subarray(start, end < 0 ? file.length : end), layers, most)
  }
}

function refuseStream(packed: Buffer, layers: number, most: number): void {
  let unpacked = packed
  for (let layer = 0; layer < layers; layer += 1) {
    // Too little to unpack to so much in the layers that are left.
    if (unpacked.length * TIGHTEST ** (layers - layer) <= most) return
    try {
      unpacked = inflateSync(unpacked, { maxOutputLength: most })
    } catch (error) {
      if (!(error instanceof RangeError)) return
      throw new AppError('too-complex', say('file-too-hungry'), { advice: say('split-or-simpler'), cause: error })
    }
  }
}
