import { chardet } from 'jschardet'
import { type Message, say } from '../../../shared/domain/messages/message'
import type { EncodingSample } from '../../../shared/domain/import-preview'
import { AppError } from '../../../shared/errors'
import { sampleEncodings } from './sample-encodings'

/** A file's text with LF line ends and without a byte order mark, and the encoding it was read in. */
export interface DecodedText {
  readonly text: string
  /** A label of the Encoding Standard in lower case, or `utf-32le`, `utf-32be`. */
  readonly encoding: string
  /** True where the bytes fit several encodings and statistics chose among them with little to go on. */
  readonly uncertain: boolean
  /** Where it is uncertain, every encoding that the bytes fit, the likeliest first; else empty. */
  readonly candidates: readonly string[]
  /** How the likeliest of them read. */
  readonly samples: readonly EncodingSample[]
}

/** How many bytes statistics look at. */
const SAMPLE = 64 * 1024
/** Below this confidence a single-byte guess is called uncertain. */
const CONFIDENT = 0.2

/** Names of the detector, as `TextDecoder` calls them; only these are ever guessed. */
const GUESSES: Readonly<Record<string, string>> = {
  gb18030: 'gb18030',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  big5: 'big5',
  shift_jis: 'shift_jis',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
  'euc-kr': 'euc-kr',
  cp949: 'euc-kr',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'koi8-r': 'koi8-r',
}
/** Languages' own encodings, to offer where statistics are in doubt. */
const OFFERED = [...new Set(Object.values(GUESSES))]
const MULTI_BYTE = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'euc-kr'])

/**
 * Decodes a transcript's bytes: by byte order mark, as UTF-16 or UTF-32 without one, as strict UTF-8, then by
 * statistics; or in the encoding asked for, whatever its label in the Encoding Standard. Nothing but line ends is
 * changed. Throws `not-text` for what is not text, naming the place, and `unknown-encoding` for a label nobody knows
 * or an encoding that the bytes are not in.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  const decoded = encoding === undefined ? detect(bytes) : decodeAs(bytes, encoding)
  refuseNul(decoded.text, decoded.encoding)
  return { ...decoded, text: withLineFeeds(decoded.text) }
}

function detect(bytes: Uint8Array): DecodedText {
  const certain = (label: string, from: Uint8Array = bytes): DecodedText | null => {
    const text = tryDecode(from, label)
    return text === null ? null : { text, encoding: label, uncertain: false, candidates: [], samples: [] }
  }
  const mark = markOf(bytes)
  if (mark) {
    const body = bytes.subarray(mark.length)
    const marked = certain(mark.encoding, body)
    if (marked) return marked
    const { encoding } = mark
    const place = brokenPlace(body, encoding)
    throw notText(place ? say('bytes-begin-as-but', { encoding, place }) : say('bytes-begin-as', { encoding }))
  }
  for (const wide of wideGuesses(bytes)) {
    const found = certain(wide)
    if (found && !hasControls(found.text)) return found
    const place = found ? null : brokenPlace(bytes, wide)
    if (place) throw notText(say('bytes-look-like', { encoding: wide, place }))
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw notText(say('bytes-hold-nul', { byte: nul + 1, line: lineOfByte(bytes, nul) }))
  const utf8 = certain('utf-8')
  if (utf8) return utf8
  const declared = declaredEncoding(bytes)
  const asDeclared = declared === null ? null : certain(declared)
  if (asDeclared && !hasControls(asDeclared.text)) return asDeclared
  refuseBrokenUtf8(bytes)
  return guess(bytes)
}

/** What an XML declaration or an HTML page says about its bytes, where a decoder knows the name. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (!head.trimStart().startsWith('<')) return null
  const name = /(?:encoding|charset)\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i.exec(head)?.[1]
  try {
    return name === undefined ? null : new TextDecoder(name).encoding
  } catch {
    // A name that nobody knows says nothing; statistics then decide.
    return null
  }
}

/** UTF-8 with a few broken bytes is refused: as any other encoding all its letters beyond ASCII would be garbled. */
function refuseBrokenUtf8(bytes: Uint8Array): void {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let whole = 0
  for (const { 0: found } of text.matchAll(/\ufffd|[\u0080-\u{10ffff}]/gu)) {
    if (found === '\ufffd') broken += 1
    else whole += 1
  }
  const place = whole >= 3 && whole > broken * 10 ? brokenPlace(bytes, 'utf-8') : null
  if (place) throw notText(say('bytes-look-like', { encoding: 'utf-8', place }))
}

/** Where the bytes stop being in an encoding. */
function brokenPlace(bytes: Uint8Array, encoding: string): Message | null {
  if (encoding.startsWith('utf-32')) return say('place-not-unicode')
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const at = text.indexOf('\ufffd')
  return at < 0 ? null : say('place-broken-on-line', { line: lineAt(text, at) })
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n?|\n/).length
}

function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let index = 0; index < at; index += 1) if (bytes[index] === 0x0a) line += 1
  return line
}

function guess(bytes: Uint8Array): DecodedText {
  const answers = chardet.detectAll(bytes.subarray(0, SAMPLE), {
    includeEncodings: Object.keys(GUESSES),
    ignoreThreshold: true,
  })
  for (const { encoding, confidence } of answers) {
    const label = GUESSES[encoding?.toLowerCase() ?? '']
    const text = label === undefined ? null : tryDecode(bytes, label)
    if (label === undefined || text === null || hasControls(text)) continue
    const uncertain = confidence < CONFIDENT || (!MULTI_BYTE.has(label) && answers.length > 1 && confidence < 0.5)
    const likely = answers.flatMap((answer) => GUESSES[answer.encoding?.toLowerCase() ?? ''] ?? [])
    const candidates = uncertain ? fitting(bytes, [label, ...likely]) : []
    return { text, encoding: label, uncertain, candidates, samples: sampleEncodings(bytes, candidates) }
  }
  throw notText(say('bytes-in-no-encoding'))
}

/** The encodings that the first bytes are in, those of `likely` first. */
function fitting(bytes: Uint8Array, likely: readonly string[]): string[] {
  const sample = bytes.subarray(0, SAMPLE)
  return [...new Set([...likely, ...OFFERED])].filter((label) => {
    try {
      // A character cut at the end of the sample is no objection.
      return !hasControls(
        new TextDecoder(label, { fatal: true }).decode(sample, { stream: sample.length < bytes.length }),
      )
    } catch (error) {
      if (error instanceof TypeError) return false
      throw error
    }
  })
}

function decodeAs(bytes: Uint8Array, asked: string): DecodedText {
  const encoding = labelOf(asked)
  const mark = markOf(bytes)
  const body = mark && mark.encoding === encoding ? bytes.subarray(mark.length) : bytes
  const text = tryDecode(body, encoding)
  if (text === null) {
    throw new AppError('unknown-encoding', say('not-in-encoding', { encoding: asked }), {
      advice: say('choose-encoding'),
    })
  }
  return { text, encoding, uncertain: false, candidates: [], samples: [] }
}

/** The decoder's own name of an encoding; `gbk` and `gb2312` are read as the GB18030 they are parts of. */
function labelOf(asked: string): string {
  const label = asked
    .trim()
    .toLowerCase()
    .replace(/^(?:cp|ms)-?(125\d|932|949)$/, '$1')
  const mapped =
    { 932: 'shift_jis', 949: 'euc-kr', gbk: 'gb18030', gb2312: 'gb18030', 'utf-8-sig': 'utf-8' }[label] ?? label
  const utf32 = /^utf-?32(le|be)?$/.exec(mapped)
  if (utf32) return `utf-32${utf32[1] ?? 'le'}`
  try {
    return new TextDecoder(/^125\d$/.test(mapped) ? `windows-${mapped}` : mapped).encoding
  } catch (cause) {
    throw new AppError('unknown-encoding', say('no-such-encoding', { encoding: asked }), {
      advice: say('use-encoding-name'),
      cause,
    })
  }
}

function markOf(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0)
    return { encoding: 'utf-32le', length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

/** UTF-32 and UTF-16 without a mark show by where their zero bytes stand: line ends, spaces and digits have them in any language. */
function wideGuesses(bytes: Uint8Array): string[] {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return []
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0, 0, 0]
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) zeros[at % 4]! += 1
  const quads = Math.floor(sample.length / 4)
  const guesses: string[] = []
  if (bytes.length % 4 === 0 && zeros[3] === quads && zeros[2]! > quads * 0.9) guesses.push('utf-32le')
  if (bytes.length % 4 === 0 && zeros[0] === quads && zeros[1]! > quads * 0.9) guesses.push('utf-32be')
  const even = zeros[0]! + zeros[2]!
  const odd = zeros[1]! + zeros[3]!
  const most = Math.max(even, odd)
  const oneSided = most >= 3 && most > Math.min(even, odd) * 20 && most * 100 > sample.length
  if (oneSided && (most * 8 > sample.length || !isAsciiBesidesZeros(sample)))
    guesses.push(odd > even ? 'utf-16le' : 'utf-16be')
  if (guesses.length === 0 && zeros.some((count) => count > 0)) guesses.push(...byCommonCharacters(sample))
  return guesses
}

/** Chinese has few zero bytes in UTF-16, and some on either side: there the commonest characters tell the byte order. */
function byCommonCharacters(sample: Uint8Array): string[] {
  let little = 0
  let big = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (COMMON.has(sample[at]! | (sample[at + 1]! << 8))) little += 1
    if (COMMON.has((sample[at]! << 8) | sample[at + 1]!)) big += 1
  }
  const most = Math.max(little, big)
  if (most < 3 || most < Math.min(little, big) * 10 || most * 100 < sample.length) return []
  return [little > big ? 'utf-16le' : 'utf-16be']
}

/** Line ends, spaces, and the commonest punctuation and characters of Chinese and Japanese. */
const COMMON = new Set(Array.from('\n\r 。，、：？「」的是不我有', (character) => character.codePointAt(0)!))

/** Whether nearly all bytes but the zeros are ASCII: then it is a text with NUL in it rather than UTF-16. */
function isAsciiBesidesZeros(sample: Uint8Array): boolean {
  const ascii = sample.filter((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d).length
  const zeros = sample.filter((byte) => byte === 0).length
  return ascii > (sample.length - zeros) * 0.9
}

/** The text, or `null` where the bytes are not in the encoding; half characters are never let through. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le')
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string | null {
  if (bytes.length % 4 !== 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian)
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null
    parts.push(String.fromCodePoint(code))
  }
  return parts.join('')
}

/** Whether the text has a control character that no transcript has: a sign of a wrong guess or of a program's data. */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u0080-\u0084\u0086-\u009f]/.test(text)
}

function refuseNul(text: string, encoding: string): void {
  const at = text.indexOf('\0')
  if (at < 0) return
  const line = lineAt(text, at)
  throw new AppError('not-text', say('text-holds-nul', { encoding, line }), {
    advice: say('choose-transcript-encoding'),
  })
}

function notText(text: Message): AppError {
  return new AppError('not-text', text, {
    advice: say('choose-transcript-name-encoding'),
  })
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
