import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createNonce, NONCE_PLACEHOLDER, pageHeaders } from './page-headers'
import { errorCode } from '../error-code'

/** What a page is made of: anything else in its folder is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** An answer to a request for a file of the page, for whichever server asks. */
export interface PageResponse {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * Reads a file of the built page by its address: only what lies in `folder`, never above it, and only the kinds of
 * file a page has. `/` is index.html, with a fresh nonce in it.
 * @param pathname as in a URL: percent-encoded, starting with `/`
 */
export async function readPageFile(folder: string, pathname: string): Promise<PageResponse> {
  const nonce = createNonce()
  const parts = safeParts(pathname)
  const type = parts && CONTENT_TYPES[extname(parts.at(-1) ?? '')]
  if (!parts || !type) return notFound(nonce)
  try {
    const bytes = await readFile(join(folder, ...parts))
    const isHtml = type.startsWith('text/html')
    const body = isHtml ? Buffer.from(bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)) : bytes
    // The build names all files but index.html by their content.
    const caching = isHtml ? 'no-store' : 'private, max-age=31536000, immutable'
    return { status: 200, headers: { ...pageHeaders(nonce), 'content-type': type, 'cache-control': caching }, body }
  } catch (error) {
    if (isMissing(error)) return notFound(nonce)
    throw error
  }
}

function safeParts(pathname: string): string[] | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    // A stray percent sign: no file of ours is asked for like that.
    return null
  }
  if (decoded === '/') return ['index.html']
  const parts = decoded.split('/').slice(1)
  return decoded.startsWith('/') && parts.every((part) => /^[\w-][\w.@ -]*$/.test(part)) ? parts : null
}

function notFound(nonce: string): PageResponse {
  return {
    status: 404,
    headers: { ...pageHeaders(nonce), 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from('There is no such file.\n'),
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(errorCode(error))
}
