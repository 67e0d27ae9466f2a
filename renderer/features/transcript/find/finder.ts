import { Hits, type Wanted } from './find-in-text'
import type { FindAnswer, FindRequest } from './find-worker'

export type Found =
  | { readonly kind: 'found'; readonly hits: Hits }
  /** The pattern is none. */
  | { readonly kind: 'invalid' }
  /** It was stopped: some patterns would take years. */
  | { readonly kind: 'slow' }

/** How long a search may take. An ordinary one of a million words takes a fiftieth of a second. */
export const LONGEST_SECONDS = 3

/** Looks for things in a text, one at a time, beside the page, which never waits for it. */
export class Finder {
  #worker: Worker | null = null
  #text: string | null = null
  /** Ends the search that is under way. */
  #stop: (() => void) | null = null

  /** What `wanted` finds in `text`; `null` when another search took its place. */
  find(text: string, wanted: Wanted): Promise<Found | null> {
    if (this.#stop) this.#end()
    const worker = (this.#worker ??= new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' }))
    if (this.#text !== text) this.#post({ text })
    this.#text = text
    return new Promise((resolve, reject) => {
      const settle = (found: Found | null) => {
        clearTimeout(timer)
        this.#stop = null
        resolve(found)
      }
      const timer = setTimeout(() => {
        this.#stop = null
        this.#end()
        settle({ kind: 'slow' })
      }, LONGEST_SECONDS * 1000)
      this.#stop = () => settle(null)
      worker.onmessage = ({ data }: MessageEvent<FindAnswer>) =>
        settle(data.kind === 'found' ? { kind: 'found', hits: new Hits(data.edges) } : data)
      worker.onerror = (event) => {
        clearTimeout(timer)
        this.#stop = null
        this.#end()
        reject(new Error(event.message))
      }
      this.#post({ wanted })
    })
  }

  /** Stops what is under way. It can be used again. */
  close(): void {
    this.#end()
  }

  #post(request: FindRequest): void {
    this.#worker?.postMessage(request)
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#text = null
    this.#stop?.()
  }
}
