import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import type { GivenFile } from '../../../shared/shell'

/** A file that the user gave, where it lies and under which name. */
export interface FileOnDisk {
  readonly path: string
  readonly name: string
  /** The file inside the archive at `path`. */
  readonly entry?: string | undefined
}

/**
 * The files that the user gave to a window, each behind a token that cannot be guessed. A window names files by token
 * only, so it can have nothing read that the user did not choose. Tokens last as long as the host, so that an import
 * can be repeated with another encoding.
 */
export class GivenFiles {
  readonly #files = new Map<string, FileOnDisk>()

  /** Lets the window use a file; `name` is what the user knows it by, `entry` where it lies in the archive at `path`. */
  give(path: string, name: string = basename(path), entry?: string): GivenFile {
    const token = randomUUID()
    this.#files.set(token, { path, name, entry })
    return { token, name }
  }

  /** The file behind a token; throws `file-missing` for a token that was not given. */
  get(file: GivenFile): FileOnDisk {
    const given = this.#files.get(file.token)
    if (given) return given
    throw new AppError('file-missing', say('file-not-at-hand', { file: file.name }), {
      advice: say('choose-again'),
      recovery: { kind: 'choose-transcripts' },
    })
  }

  /** Takes a token back. */
  forget(token: string): void {
    this.#files.delete(token)
  }
}
