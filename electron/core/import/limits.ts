import { type Message, say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'

/**
 * How much an import reads before it says no. Real transcripts stay far below: 1,000,000 words are 6 MB of text, 11 MB
 * of SRT and up to 80 MB of JSON with a time for every word, and a Word file of 50,000 words unpacks to 10 MB.
 */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 200 * 1024 * 1024,
  /** Bytes of a file whose text stands in JSON, XML or HTML, and of an XML part of a Word or OpenDocument file. */
  markupBytes: 100 * 1024 * 1024,
  /** Bytes of any other file of text, and UTF-16 code units of the text that is read from any file. */
  textLength: 32 * 1024 * 1024,
  /** UTF-16 code units of one line of text, and of what is said without a break. */
  lineLength: 2_000_000,
  /** Turns of one transcript, and its cues. */
  turns: 500_000,
  cues: 1_000_000,
  /** Bytes that a part of an archive, or all that is read of an archive, may unpack to. */
  expandedBytes: 256 * 1024 * 1024,
  /** Bytes below which an archive may be packed as tightly as it likes. */
  ratioFreeBytes: 16 * 1024 * 1024,
  /** Times that an archive may unpack to its own size; text packs 3 to 60 times. */
  expandedRatio: 200,
  /** Entries of an archive. */
  archiveEntries: 20_000,
  /** Elements inside one another in XML, and groups in RTF. */
  depth: 256,
  /** Bytes that a stream of a PDF file which is no picture may unpack to; the text of a page has some kilobytes. */
  pdfStreamBytes: 64 * 1024 * 1024,
  /** Pages of a PDF file. */
  pages: 10_000,
  /** Milliseconds that one file may take. */
  fileMilliseconds: 60_000,
  /** Megabytes of memory that one file may take. */
  fileMegabytes: 1024,
} as const

/** The same limits with other figures. */
export type Limits = { readonly [Name in keyof typeof LIMITS]: number }

/** Throws `file-too-large` for a size in bytes that no file is read with. */
export function refuseSize(bytes: number, name: string, limits: Limits = LIMITS): void {
  if (bytes > limits.fileBytes) throw tooLarge(name, bytes, limits.fileBytes, 'file-too-many-bytes')
}

/** Throws `file-too-large` for a file of text that has more bytes than such a file is read with. */
export function refuseTextSize(bytes: Uint8Array, name: string, limits: Limits = LIMITS): void {
  const markup = startsAsMarkup(bytes)
  const most = markup ? limits.markupBytes : limits.textLength
  if (bytes.length > most)
    throw tooLarge(name, bytes.length, most, markup ? 'file-too-much-markup' : 'file-too-much-text')
}

/** Throws `file-too-large` for decoded text that is longer than what is read outside of JSON, XML and HTML, or has too long a line. */
export function refuseText(text: string, name: string, limits: Limits = LIMITS): void {
  if (text.length > limits.textLength) throw tooLarge(name, text.length, limits.textLength, 'file-too-much-text')
  for (let from = 0, line = 1; text.length - from > limits.lineLength; line += 1) {
    const end = text.indexOf('\n', from)
    const length = (end < 0 ? text.length : end) - from
    if (length > limits.lineLength) {
      throw new AppError(
        'file-too-large',
        say('line-too-long', { line, file: name, length, most: limits.lineLength }),
        { advice: say('break-line') },
      )
    }
    if (end < 0) return
    from = end + 1
  }
}

/** Throws `file-too-large` for a transcript with more text, turns or cues than can be stored, or an endless turn. */
export function refuseTranscript(
  {
    text,
    turns,
    cues,
  }: { readonly text: string; readonly turns: readonly Stretch[]; readonly cues: readonly Stretch[] | null },
  name: string,
  limits: Limits = LIMITS,
): void {
  if (text.length > limits.textLength) throw tooLarge(name, text.length, limits.textLength, 'file-too-much-text')
  if (turns.length > limits.turns)
    throw tooMany(say('file-too-many-turns', { file: name, turns: turns.length, most: limits.turns }))
  if (cues && cues.length > limits.cues)
    throw tooMany(say('file-too-many-cues', { file: name, cues: cues.length, most: limits.cues }))
  const long = turns.findIndex(({ start, end }) => end - start > limits.lineLength)
  if (long < 0) return
  const { start, end } = turns[long]!
  throw new AppError(
    'file-too-large',
    say('turn-too-long', { turn: long + 1, file: name, length: end - start, most: limits.lineLength }),
    { advice: say('check-transcript-or-format') },
  )
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function tooLarge(
  file: string,
  size: number,
  most: number,
  code: 'file-too-many-bytes' | 'file-too-much-markup' | 'file-too-much-text',
): AppError {
  return tooMany(say(code, { file, megabytes: Math.ceil(size / 2 ** 20), most: inMegabytes(most) }))
}

function tooMany(text: Message): AppError {
  return new AppError('file-too-large', text, { advice: say('split-and-import') })
}

function inMegabytes(size: number): number {
  return Math.floor((size / 2 ** 20) * 10) / 10
}

/** Whether the first character of a text, in whatever encoding, is one that JSON, XML and HTML begin with. */
function startsAsMarkup(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, 200).find((byte) => !UNSAID.has(byte))
  return first === 0x7b || first === 0x5b || first === 0x3c
}

/** White space, zeros of UTF-16 and UTF-32, and byte order marks. */
const UNSAID = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff])
