/** Where the browser host answers. All but `download` want the header `Authorization: Bearer <token>`. */
export const LOOPBACK = {
  /** POST, JSON `{ name, input }`, with a `turn` where the order matters: a call of core. Answers with an `Answer`. */
  invoke: '/api/invoke',
  /** POST to `/api/shell/<name>`, JSON input: a call of `Shell`. Answers with an `Answer`. */
  shell: '/api/shell',
  /** POST with `?name=`, the file's bytes: answers with an `Answer<GivenFile>`. */
  upload: '/api/upload',
  /** GET, server-sent events: each one a `WindowEvent`. */
  events: '/api/events',
  /** GET of `/api/download/<secret>`, once: a file that a call of `Shell` made. */
  download: '/api/download',
} as const

/** Which of a page's calls of core one is, counted from 0: they are begun in that order. */
export interface Turn {
  readonly page: string
  readonly number: number
}

/** What calls that save a file answer in the browser host, beside what `Shell` says: where the page downloads it. */
export interface Download {
  /** The file's name. */
  readonly out: string
  readonly bytes: number
  /** The address, good for one request. */
  readonly download: string
}
