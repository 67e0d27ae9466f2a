import { readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/** Recordings that a browser can play, the likeliest first. */
const MEDIA = ['.m4a', '.mp3', '.mp4', '.wav', '.webm', '.ogg', '.opus', '.flac', '.aac', '.m4v', '.mov', '.mkv']

/**
 * Finds the recording that lies beside a transcript under the same name; `talk.en.srt` and `talk.mp3.json` go with
 * `talk.mp3` too. `null` where there is none, or the folder cannot be read.
 */
export class MediaFinder {
  readonly #folders = new Map<string, ReadonlyMap<string, string>>()

  find(path: string): string | null {
    const media = this.#mediaIn(dirname(path))
    if (media.size === 0) return null
    let stem = basename(path)
    for (let parts = 0; parts < 3; parts += 1) {
      const exact = media.get(stem.toLowerCase())
      if (exact !== undefined) return exact
      const found = MEDIA.map((ending) => media.get(stem.toLowerCase() + ending)).find((one) => one !== undefined)
      if (found !== undefined) return found
      const shorter = stem.slice(0, stem.length - extname(stem).length)
      if (shorter === stem) return null
      stem = shorter
    }
    return null
  }

  /** The recordings in a folder, by their names in lower case. */
  #mediaIn(folder: string): ReadonlyMap<string, string> {
    const known = this.#folders.get(folder)
    if (known) return known
    const found = new Map<string, string>()
    for (const name of namesIn(folder)) {
      if (MEDIA.includes(extname(name).toLowerCase())) found.set(name.toLowerCase(), join(folder, name))
    }
    this.#folders.set(folder, found)
    return found
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // The transcript itself will be told of; that its recording is not found is no failure.
    return []
  }
}
