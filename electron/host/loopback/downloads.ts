import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Download, LOOPBACK } from '../../../shared/loopback-messages'

/** Files that were made for the page to download, each once. */
export class Downloads {
  readonly #folder: string
  readonly #files = new Map<string, { readonly path: string; readonly name: string }>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Has a file written under a path of ours, and offers it to the page under its name. */
  async offer(name: string, write: (path: string) => Promise<{ bytes: number }>): Promise<Download> {
    // A folder of its own: the file may be known by its name.
    const path = join(this.#folder, randomUUID(), name)
    await mkdir(dirname(path))
    try {
      const { bytes } = await write(path)
      const secret = randomBytes(32).toString('base64url')
      this.#files.set(secret, { path, name })
      return { out: name, bytes, download: `${LOOPBACK.download}/${secret}` }
    } catch (error) {
      await rm(dirname(path), { recursive: true, force: true })
      throw error
    }
  }

  /** The file behind an address, which is gone with that; `null` when there is none. */
  async take(secret: string): Promise<{ readonly name: string; readonly bytes: Buffer<ArrayBuffer> } | null> {
    const file = this.#files.get(secret)
    if (!file) return null
    this.#files.delete(secret)
    const bytes = await readFile(file.path)
    await rm(dirname(file.path), { recursive: true, force: true })
    return { name: file.name, bytes }
  }
}
