import type { EncodingSample } from '../../../shared/domain/import-preview'
import { AppError } from '../../../shared/errors'
import { say } from '../../../shared/domain/messages/message'
import { countWords } from './count-words'
import { findDate } from './dates'
import { decodeText, type DecodedText } from './decode-text'
import { detectFormat, getFormat } from './detect-format'
import type { ParsedFile } from './formats/format'
import { guessLanguage } from './guess-language'
import { type Limits, refuseSize, refuseText, refuseTextSize, refuseTranscript } from './limits'
import { toNote } from './note-list'
import { recogniseBinary } from './other-formats'
import type { ParsedTranscript } from './parsed-transcript'

/** What the user may decide instead of letting it be found. */
export interface ParseOptions {
  /** A format's name, as in `formats`. */
  readonly format?: string | undefined
  /** A label of the Encoding Standard, such as `gb18030`. */
  readonly encoding?: string | undefined
  /** Other limits than the usual ones. */
  readonly limits?: Limits | undefined
}

/** A transcript and what a source needs to know about it. */
export interface ReadTranscript extends ParsedTranscript {
  /** Never empty: the file's own title, else its name. */
  readonly title: string
  readonly encoding: string
  /** Where the encoding is a guess that the user should confirm: every encoding that fits, likeliest first; else empty. */
  readonly encodings: readonly string[]
  /** How the first few of them read where they differ. */
  readonly encodingSamples: readonly EncodingSample[]
  /** BCP 47; `und` when it cannot be told. */
  readonly language: string
  /** Word-like segments of the text. */
  readonly words: number
}

/**
 * Reads the bytes of a text file as a transcript, whole or not at all. Throws an `AppError`: `file-too-large`,
 * `not-text`, `unknown-encoding`, `unknown-format`, `not-understood` or `no-turns`.
 */
export function parseTranscript(bytes: Uint8Array, fileName: string, options: ParseOptions = {}): ReadTranscript {
  const name = baseName(fileName)
  refuseSize(bytes.length, name, options.limits)
  refuseBinary(bytes)
  refuseTextSize(bytes, name, options.limits)
  const decoded = decodeText(bytes, options.encoding)
  const input = { text: decoded.text, fileName }
  const format = options.format === undefined ? detectFormat(input) : getFormat(options.format)
  if (!MARKUP.test(decoded.text.slice(0, 200)) || PROSE.has(format.name)) refuseText(decoded.text, name, options.limits)
  return completeTranscript(format.parse(input), fileName, decoded, options.limits)
}

/** How JSON, XML and HTML begin; in them a line may be as long as the file. */
const MARKUP = /^\s*[[{<]/
/** Formats that take what begins like that as text. */
const PROSE = new Set(['srt', 'vtt', 'sbv', 'lrc', 'ass', 'markdown', 'text'])

/** Adds what a source needs to know, and refuses what cannot be one. `decoded` is what it was parsed from. */
export function completeTranscript(
  { language: declared, ...parsed }: ParsedFile,
  fileName: string,
  { text, encoding, uncertain, candidates, samples }: DecodedText,
  limits?: Limits,
): ReadTranscript {
  if (parsed.turns.length === 0) {
    throw new AppError('no-turns', say('file-without-speech'), {
      advice: say('check-right-file'),
    })
  }
  refuseTranscript(parsed, baseName(fileName), limits)
  refuseUnstorable(parsed, text)
  const language = declared ?? guessLanguage(parsed.text)
  const guessed = toNote(say('encoding-guessed', { encoding }))
  return {
    ...parsed,
    notes: uncertain ? [guessed, ...parsed.notes] : parsed.notes,
    title: parsed.title ?? titleOf(fileName),
    date: parsed.date ?? findDate(baseName(fileName)),
    encoding,
    encodings: candidates,
    encodingSamples: samples,
    language,
    words: countWords(parsed.text, language),
  }
}

function refuseBinary(bytes: Uint8Array): void {
  const kind = recogniseBinary(bytes)
  if (kind === null) return
  throw new AppError('not-understood', say('file-is-kind', { kind }), {
    advice: say('save-as-text-formats'),
  })
}

/** JSON can spell NUL and half characters that no decoder lets through. */
function refuseUnstorable({ text, turns }: ParsedTranscript, file: string): void {
  const at = text.search(/[\0\p{Surrogate}]/u)
  const name = at < 0 ? turns.find(({ speaker }) => speaker !== null && /[\0\p{Surrogate}]/u.test(speaker)) : undefined
  if (at < 0 && !name) return
  const turn = name ? turns.indexOf(name) : turns.findIndex(({ end }) => end > at)
  const spelt = file.search(SPELT_UNSTORABLE)
  const line = spelt < 0 ? null : file.slice(0, spelt).split('\n').length
  const where = { turn: turn + 1 }
  const refusal = line === null ? say('turn-not-storable', where) : say('turn-not-storable-on-line', { ...where, line })
  throw new AppError('not-text', refusal, {
    advice: say('export-again'),
  })
}

/** NUL and half characters as JSON spells them. */
const SPELT_UNSTORABLE =
  /\\u0000|\\u[dD][89abAB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][\da-fA-F]{2})\\u[dD][c-fC-F]/

function baseName(fileName: string): string {
  return fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
}

/** A file's name without its extension and without a date before it. */
function titleOf(fileName: string): string {
  const name = baseName(fileName)
    .replace(/(?<=.)\.[^.]{1,10}$/, '')
    .replace(/(?<=.)\.(?:whisper|transcript)$/i, '')
  return name.replace(/^\d{4}-\d{2}-\d{2}[\s_-]+(?=\S)/, '') || name || fileName
}
