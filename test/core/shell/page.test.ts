import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPageFile } from '../../../electron/core/shell/page-files'
import { contentSecurityPolicy } from '../../../electron/core/shell/page-headers'
import { temporaryFolder } from '../../temporary-folder'

describe('the content security policy', () => {
  it('lets a page use its own files and inline code with the nonce, and nothing else', () => {
    expect(contentSecurityPolicy('abc').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'nonce-abc'",
      "style-src 'self' 'nonce-abc'",
      "img-src 'self' data:",
      "font-src 'self'",
      "media-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
  })
})

describe('the files of the page', () => {
  function aPage() {
    const outer = temporaryFolder()
    const folder = join(outer, 'renderer')
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(outer, 'secret.json'), '{}')
    writeFileSync(join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>')
    writeFileSync(join(folder, 'assets', 'index-B1x_y.js'), 'start()')
    writeFileSync(join(folder, 'notes.exe'), 'no')
    return folder
  }
  const text = (body: Uint8Array) => Buffer.from(body).toString()

  it('puts a fresh nonce into index.html and allows the same one in the header', async () => {
    const folder = aPage()
    const [first, second] = [await readPageFile(folder, '/'), await readPageFile(folder, '/index.html')]
    const nonce = /nonce-([^']+)'/.exec(first.headers['content-security-policy'] ?? '')?.[1] ?? ''
    expect(nonce).toMatch(/^[\w+/]{24}$/)
    expect(text(first.body)).toBe(`<meta nonce="${nonce}"><script nonce="${nonce}"></script>`)
    expect(text(second.body)).not.toBe(text(first.body))
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  it('serves the other files by their kind', async () => {
    const { status, headers, body } = await readPageFile(aPage(), '/assets/index-B1x_y.js')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(text(body)).toBe('start()')
  })

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5c..%5csecret.json',
    '/assets//../../secret.json',
    '/secret.json%00.html',
    '/assets',
    '/assets/',
    '/notes.exe',
    '/missing.js',
    '/%',
    '',
    'index.html',
  ])('serves nothing at %j', async (pathname) => {
    const { status, body } = await readPageFile(aPage(), pathname)
    expect({ status, body: text(body) }).toEqual({ status: 404, body: 'There is no such file.\n' })
  })
})
