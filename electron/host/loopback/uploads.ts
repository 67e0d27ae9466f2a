import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import type { GivenFile } from '../../../shared/shell'
import type { GivenFiles } from '../../core/shell/given-files'

export interface UploadLimits {
  /** Bytes of one file. */
  readonly file: number
  /** Bytes of all files kept; the oldest go first. */
  readonly all: number
}

/** Files that a page sent. They are kept for a while, so that an import can be repeated with another encoding. */
export class Uploads {
  readonly #folder: string
  readonly #given: GivenFiles
  readonly #limits: UploadLimits
  readonly #kept: { readonly token: string; readonly path: string; readonly bytes: number }[] = []

  constructor(folder: string, given: GivenFiles, limits: UploadLimits) {
    this.#folder = folder
    this.#given = given
    this.#limits = limits
  }

  /** Writes what comes to a file of ours, and lets the page use it; throws `file-too-large` beyond the limit. */
  async receive(name: string, body: AsyncIterable<Uint8Array> | null): Promise<GivenFile> {
    const ending = extname(name)
    const path = join(this.#folder, randomUUID() + (/^\.\w{1,10}$/.test(ending) ? ending : ''))
    const meter = this.#meter(name)
    try {
      const source = Readable.from(body ?? [])
      await pipeline(source, meter.stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    const file = this.#given.give(path, name)
    this.#kept.push({ token: file.token, path, bytes: meter.bytes() })
    await this.#dropOldest()
    return file
  }

  #meter(name: string) {
    const limit = this.#limits.file
    let bytes = 0
    const stream = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        bytes += chunk.length
        if (bytes <= limit) done(null, chunk)
        else done(tooLarge(name, limit))
      },
    })
    return { stream, bytes: () => bytes }
  }

  async #dropOldest(): Promise<void> {
    let all = this.#kept.reduce((sum, { bytes }) => sum + bytes, 0)
    while (all > this.#limits.all && this.#kept.length > 1) {
      const oldest = this.#kept.shift()
      if (!oldest) return
      all -= oldest.bytes
      this.#given.forget(oldest.token)
      await rm(oldest.path, { force: true })
    }
  }
}

function tooLarge(name: string, limit: number): AppError {
  const megabytes = Math.floor(limit / 1e6)
  return new AppError('file-too-large', say('file-over-limit', { file: name, megabytes }), {
    advice: say('split-or-command-line'),
  })
}
