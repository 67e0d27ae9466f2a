import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname, isAbsolute } from 'node:path'
import { Readable } from 'node:stream'
import type { Recording } from '../../../shared/domain/media'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { createNonce, pageHeaders } from './page-headers'

/** Recordings that a window may play, by their ending: the program reads no other file for it. */
const TYPES: Readonly<Record<string, string>> = {
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.flac': 'audio/flac',
  '.aac': 'audio/aac',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
}

/** The endings of recordings, without the dot, for dialogs. */
export const RECORDING_EXTENSIONS: readonly string[] = Object.keys(TYPES).map((extension) => extension.slice(1))

/** Where each host serves the recording that is open. */
export const RECORDING_ADDRESS = '/media/'

/** An answer to a request for a recording, for whichever server asks. */
export interface RecordingResponse {
  readonly status: 200 | 206 | 404 | 416
  readonly headers: Readonly<Record<string, string>>
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null
}

/** Serves one recording at a time, at an address that nobody can guess, in pieces as a player asks for them. */
export class Recordings {
  #open: { readonly secret: string; readonly path: string } | null = null

  /** Opens a recording for the window and closes the one before. `path` is what the project remembers. */
  async open(path: string | null): Promise<Recording> {
    this.#open = null
    if (path === null) return { kind: 'none' }
    const name = basename(path)
    if (!isPlayable(path) || !(await isFile(path))) return { kind: 'missing', name }
    const secret = randomBytes(24).toString('base64url')
    this.#open = { secret, path }
    const kind = typeOf(path)!.startsWith('video/') ? 'video' : 'audio'
    return { kind, name, address: RECORDING_ADDRESS + secret }
  }

  /** Answers a request for the open recording, whole or for one range of bytes (RFC 9110, section 14). */
  async respond(secret: string, range: string | null | undefined): Promise<RecordingResponse> {
    const open = this.#open
    const size = open?.secret === secret ? await sizeOf(open.path) : null
    const common = { ...pageHeaders(createNonce()), 'cache-control': 'no-store' }
    if (!open || size === null) {
      return { status: 404, headers: { ...common, 'content-type': 'text/plain; charset=utf-8' }, body: null }
    }
    const headers = { ...common, 'content-type': typeOf(open.path)!, 'accept-ranges': 'bytes' }
    const wanted = range ? rangeOf(range, size) : { start: 0, end: size - 1 }
    if (!wanted) return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` }, body: null }
    const { start, end } = wanted
    const length = { 'content-length': String(end - start + 1) }
    const body = size === 0 ? null : streamOf(open.path, start, end)
    if (!range) return { status: 200, headers: { ...headers, ...length }, body }
    return { status: 206, headers: { ...headers, ...length, 'content-range': `bytes ${start}-${end}/${size}` }, body }
  }
}

/** Throws `not-understood` for a file that a window could not play. */
export function requireRecording(path: string): void {
  if (isPlayable(path)) return
  throw new AppError('not-understood', say('recording-not-playable', { file: basename(path) }), {
    advice: say('choose-recording', { endings: RECORDING_EXTENSIONS.join(', ') }),
    recovery: { kind: 'retry' },
  })
}

function typeOf(path: string): string | undefined {
  return TYPES[extname(path).toLowerCase()]
}

/** Not on another machine: a project from somebody else must not make this one log in to theirs. */
function isPlayable(path: string): boolean {
  return isAbsolute(path) && !/^(?:\\\\|\/\/)/.test(path) && typeOf(path) !== undefined
}

async function isFile(path: string): Promise<boolean> {
  return (await sizeOf(path)) !== null
}

/** `null` where there is no such file. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch {
    // Gone, or not to be read: the window is told that it is missing.
    return null
  }
}

/** The first range that a header asks for, both ends included; `null` for one that cannot be given. */
function rangeOf(header: string, size: number): { readonly start: number; readonly end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? []
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start <= end && start < size ? { start, end } : null
}

function streamOf(path: string, start: number, end: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array<ArrayBuffer>>
}
