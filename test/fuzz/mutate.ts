import { deflateRawSync } from 'node:zlib'

/** A file to start from, or to be tried. */
export interface FuzzFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What came of mutating a file, and by which steps. */
interface MutatedFile extends FuzzFile {
  readonly steps: readonly string[]
}

/** Gives whole numbers from 0 up to, but not including, `below`. */
type Random = (below: number) => number

/** Mulberry32 from a seed and a case's number, so that each case can be made again alone. */
export function randomOf(seed: number, index: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** What readers of transcripts stumble over. */
const TOKENS = [
  '-->',
  '\n\n',
  '\r',
  '\r\n',
  '\0',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\ud83d',
  '<v ',
  '</v>',
  '<',
  '&',
  '&#0;',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<!--',
  '<![CDATA[',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\u0000',
  '\\ud800',
  '\\',
  'null',
  '1e999',
  '-1',
  '99999999999',
  '00:00:00,000 --> 99:99:99,999',
  '-00:00:12',
  '12:60 AM',
  'NaN',
  '[00:00]',
  '>> ',
  'Ana: ',
  'Q. ',
  '：',
  '**',
  '#',
  '---\n',
  'WEBVTT\n',
  'NOTE ',
  'STYLE\n',
  '\\par ',
  '\\bin99 ',
  '\\u-1?',
  '{\\rtf1',
  'PK\u0003\u0004',
  '%PDF-1.7\n',
  'endstream',
  'endobj',
  '/Length 99999999 ',
  '../',
  '\u200d',
  '😀',
  '中文',
  'é',
].map((token) => Buffer.from(token))

const EXTENSIONS = ['srt', 'vtt', 'txt', 'json', 'md', 'html', 'xml', 'ttml', 'docx', 'odt', 'rtf', 'pdf', 'zip', 'lrc']
const ENCODINGS = ['utf16le', 'latin1', 'utf8', 'hex'] as const

type Step = (bytes: Buffer, random: Random, corpus: readonly FuzzFile[]) => Buffer

const STEPS: Readonly<Record<string, Step>> = {
  flip: (bytes, random) => {
    const out = Buffer.from(bytes)
    for (let times = 1 + random(8); times > 0 && out.length > 0; times -= 1) out[random(out.length)]! ^= 1 << random(8)
    return out
  },
  byte: (bytes, random) => {
    const out = Buffer.from(bytes)
    if (out.length > 0) out[random(out.length)] = [0, 0xff, 0x7f, 0x80, 0x0a, 0x0d, 0x3c, random(256)][random(8)]!
    return out
  },
  cut: (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  behead: (bytes, random) => bytes.subarray(random(bytes.length + 1)),
  remove: (bytes, random) => {
    const at = random(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(200))])
  },
  repeat: (bytes, random) => {
    const at = random(bytes.length + 1)
    const piece = bytes.subarray(at, at + 1 + random(400))
    return Buffer.concat([
      bytes.subarray(0, at),
      ...Array.from({ length: 1 + random(30) }, () => piece),
      bytes.subarray(at),
    ])
  },
  insert: (bytes, random) => {
    const at = random(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), TOKENS[random(TOKENS.length)]!, bytes.subarray(at)])
  },
  splice: (bytes, random, corpus) => {
    const other = Buffer.from(corpus[random(corpus.length)]!.bytes)
    const from = random(other.length + 1)
    return Buffer.concat([bytes.subarray(0, random(bytes.length + 1)), other.subarray(from, from + random(4000))])
  },
  number: (bytes, random) => {
    const text = bytes.toString('latin1')
    const numbers = [...text.matchAll(/\d+/g)]
    if (numbers.length === 0) return bytes
    const { 0: found, index } = numbers[random(numbers.length)]!
    const other = ['0', '-1', '65536', '4294967295', '99999999999999999999', '0.5', ''][random(7)]!
    return Buffer.from(text.slice(0, index) + other + text.slice(index + found.length), 'latin1')
  },
  length: (bytes, random) => {
    const out = Buffer.from(bytes)
    // The places of sizes, offsets and names' lengths in the headers of a ZIP archive.
    const heads = [...out.toString('latin1').matchAll(/PK(?:\u0001\u0002|\u0003\u0004|\u0005\u0006)/g)]
    if (heads.length === 0) return out
    const at = heads[random(heads.length)]!.index + 4 + random(42)
    if (at + 4 <= out.length) out.writeUInt32LE([0, 1, 0xffff, 0x7fffffff, 0xffffffff, random(100_000)][random(6)]!, at)
    return out
  },
  encode: (bytes, random) => Buffer.from(bytes.toString('utf8'), ENCODINGS[random(ENCODINGS.length)]),
  swap: (bytes) => (bytes.length % 2 === 0 ? Buffer.from(bytes).swap16() : bytes),
  deflate: (bytes) => deflateRawSync(bytes),
}
const NAMES = Object.keys(STEPS)

/** A file of the corpus after one to four steps; some get another extension. */
export function mutate(corpus: readonly FuzzFile[], random: Random): MutatedFile {
  const { name, bytes } = corpus[random(corpus.length)]!
  let mutated = Buffer.from(bytes)
  const steps = [name]
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const step = NAMES[random(NAMES.length)]!
    mutated = Buffer.from(STEPS[step]!(mutated, random, corpus))
    steps.push(step)
  }
  const extension = random(6) === 0 ? EXTENSIONS[random(EXTENSIONS.length)]! : name.slice(name.lastIndexOf('.') + 1)
  return { name: `input.${extension}`, bytes: mutated, steps }
}
