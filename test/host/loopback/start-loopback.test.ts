import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type LoopbackOptions, startLoopback } from '../../../electron/host/loopback/start-loopback'
import type { ImportReport, ProjectInfo } from '../../../shared/domain/project'
import type { ReviewSummary } from '../../../shared/domain/review'
import type { Source } from '../../../shared/domain/source'
import type { Download } from '../../../shared/loopback-messages'
import type { Answer, GivenFile } from '../../../shared/shell'
import { temporaryFolder } from '../../temporary-folder'

interface Reply {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

interface Sent {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

/** A request with exactly these headers: `fetch` would not let us lie about the host. */
function send(address: URL, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function aHost(options: Partial<LoopbackOptions> = {}) {
  const folder = temporaryFolder()
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), '<script nonce="__CSP_NONCE__">start()</script>')
  const projectsFolder = join(folder, 'projects')
  const settingsFile = join(folder, 'settings.json')
  const host = await startLoopback({ projectsFolder, rendererFolder, settingsFile, version: '1.2.3', ...options })
  onTestFinished(() => host.close())
  const url = new URL(host.url)
  const token = new URLSearchParams(url.hash.slice(1)).get('token') ?? ''
  const authorization = `Bearer ${token}`
  const at = (path: string) => new URL(path, url)
  const post = async <T>(path: string, body: string | Buffer, headers: Record<string, string> = {}) => {
    const reply = await send(at(path), { method: 'POST', headers: { authorization, ...headers }, body })
    return { status: reply.status, answer: JSON.parse(reply.text) as Answer<T> }
  }
  const value = async <T>(path: string, message: unknown): Promise<T> => {
    const { answer } = await post<T>(path, JSON.stringify(message))
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
    return answer.value
  }
  return {
    url,
    token,
    authorization,
    folder,
    projectsFolder,
    at,
    post,
    close: () => host.close(),
    invoke: <T>(name: string, input: unknown = {}) => value<T>('/api/invoke', { name, input }),
    shell: <T>(name: string, input?: unknown) => value<T>(`/api/shell/${name}`, { input }),
    upload: (name: string, body: string | Buffer) =>
      post<GivenFile>(`/api/upload?name=${encodeURIComponent(name)}`, body),
  }
}

const newProject = { title: 'World models', language: 'en', example: false }

describe('who the browser host answers', () => {
  it('gives the page to anybody on this machine, with a policy and a nonce of its own', async () => {
    const { at } = await aHost()
    const { status, headers, text } = await send(at('/'))
    expect(status).toBe(200)
    const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? ''
    expect(nonce).toHaveLength(24)
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`)
  })

  it.each([
    ['/api/invoke', 'POST'],
    ['/api/shell/listProjects', 'POST'],
    ['/api/upload?name=a.txt', 'POST'],
    ['/api/events', 'GET'],
  ])('asks for the token at %s', async (path, method) => {
    const { at, token } = await aHost()
    for (const headers of [{}, { authorization: `Bearer ${token.slice(1)}x` }, { cookie: `token=${token}` }]) {
      const { status, text } = await send(at(path), { method, headers })
      expect({ status, code: (JSON.parse(text) as { error: { code: string } }).error.code }).toEqual({
        status: 403,
        code: 'not-allowed',
      })
    }
  })

  it('refuses other host names, other origins and other sites, with the right token and for the page as well', async () => {
    const { at, authorization, url } = await aHost()
    const body = JSON.stringify({ name: 'project.find', input: {} })
    const statuses = async (headers: Record<string, string>) => [
      (await send(at('/'), { headers })).status,
      (await send(at('/api/invoke'), { method: 'POST', headers: { authorization, ...headers }, body })).status,
    ]
    expect(await statuses({ host: `evil.example:${url.port}` })).toEqual([403, 403])
    expect(await statuses({ origin: 'https://evil.example' })).toEqual([403, 403])
    expect(await statuses({ 'sec-fetch-site': 'cross-site' })).toEqual([403, 403])
    expect(await statuses({ origin: url.origin, 'sec-fetch-site': 'same-origin' })).toEqual([200, 200])
  })

  it('never tells another origin that it may read', async () => {
    const { at } = await aHost()
    const preflight = { origin: 'https://evil.example', 'access-control-request-headers': 'authorization' }
    const { status, headers } = await send(at('/api/invoke'), { method: 'OPTIONS', headers: preflight })
    expect(status).toBe(403)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('writes its token into no log, whatever is asked', async () => {
    const lines: string[] = []
    const { token, authorization, at, post } = await aHost({ log: (line) => lines.push(line) })
    await send(at(`/?token=${token}`))
    await send(at('/api/invoke'), { method: 'POST', headers: { authorization, origin: 'http://evil.example' } })
    await post('/api/invoke', `{"name":"${token}","input":{}}`)
    await post('/api/invoke', 'no JSON')
    await post('/api/shell/openProject', JSON.stringify({ input: { path: `../${token}` } }))
    await post('/api/nowhere', '{}')
    expect(lines.join('\n')).not.toContain(token)
  })

  it('answers nothing beyond this machine', async () => {
    const { url } = await aHost()
    expect(url.hostname).toBe('127.0.0.1')
    await expect(send(new URL(`http://127.0.0.2:${url.port}/`))).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe('who dawdles', () => {
  const limits = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 }

  it.each([
    ['headers that do not end', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
    ['a body that does not come', 'POST /api/invoke HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{'],
  ])('is cut off with %s, and others are answered meanwhile', async (_, sent) => {
    const { at, url } = await aHost({ limits })
    const socket = connect(Number(url.port), url.hostname)
    const closed = once(socket, 'close')
    socket.on('error', () => null)
    socket.resume()
    socket.write(sent)
    expect((await send(at('/'))).status).toBe(200)
    await closed
    expect(socket.destroyed).toBe(true)
    expect((await send(at('/'))).status).toBe(200)
  })
})

describe('what a page may do', () => {
  it('calls core, but not what only its host may', async () => {
    const { post, invoke } = await aHost()
    expect(await invoke('project.find')).toBeNull()
    const path = join(temporaryFolder(), 'a.verbatim')
    const call = { name: 'project.create', input: { path, title: 'A', language: 'en' } }
    expect((await post('/api/invoke', JSON.stringify(call))).answer).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    })
  })

  it.each(['', '[', '7', 'null', '{"name":["constructor"]}', '{"name":"constructor"}'])(
    'gets an error as plain data for %j',
    async (body) => {
      const { answer } = await (await aHost()).post('/api/invoke', body)
      expect(answer).toMatchObject({ ok: false, error: { message: expect.any(String), code: expect.any(String) } })
    },
  )

  it('cannot send a call of more than 16 MB', async () => {
    const { post } = await aHost()
    const { status, answer } = await post('/api/invoke', Buffer.alloc(16_000_001, ' '))
    expect({ status, answer }).toMatchObject({ status: 413, answer: { ok: false, error: { code: 'invalid-input' } } })
  })

  it('makes, lists and opens projects in the folder only', async () => {
    const { projectsFolder, folder, shell, post } = await aHost()
    const made = await shell<ProjectInfo>('newProject', { ...newProject, title: '../World: models' })
    expect(made).toMatchObject({ title: '../World: models', path: join(projectsFolder, 'World models.verbatim') })
    await shell('closeProject')
    expect(await shell('listProjects')).toMatchObject([{ name: 'World models', path: made.path }])
    expect(await shell('openProject', { path: 'World models.verbatim' })).toMatchObject({ path: made.path })
    for (const path of ['../elsewhere.verbatim', join(folder, 'elsewhere.verbatim'), 'settings.json']) {
      const { answer } = await post('/api/shell/openProject', JSON.stringify({ input: { path } }))
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    }
  })

  it('keeps its settings', async () => {
    const { shell } = await aHost()
    expect(await shell('settings')).toMatchObject({ language: null, theme: 'system' })
    await shell('saveSettings', { theme: 'dark' })
    expect(await shell('settings')).toMatchObject({ language: null, theme: 'dark' })
    expect(await shell('info')).toMatchObject({ host: 'browser', version: '1.2.3' })
  })

  it('hears what happens in core', async () => {
    const { at, authorization, shell, invoke } = await aHost()
    const response = await fetch(at('/api/events'), { headers: { authorization } })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hear = async (until: string) => {
      while (!heard.includes(until)) {
        const part = await reader?.read()
        if (!part || part.done) throw new Error(`the events ended with ${heard}`)
        heard += part.value
      }
    }
    await hear('connected')
    await shell('newProject', newProject)
    await hear('"kind":"project"')
    await invoke('project.update', { title: 'Renamed' })
    await hear('"action":"project.update"')
    const events = heard.split('\n').filter((line) => line.startsWith('data: '))
    expect(JSON.parse(events.at(-1)?.slice(6) ?? '')).toMatchObject({ kind: 'changed', project: { title: 'Renamed' } })
    await reader?.cancel()
  })
})

describe('transcripts and exports of a page', () => {
  const transcript = 'Ada: The engine weaves patterns.\n\nBob: It does not think.\n'

  it('are uploaded and imported under their names', async () => {
    const { shell, upload, invoke } = await aHost()
    await shell('newProject', newProject)
    const { answer } = await upload('访谈 1.txt', transcript)
    if (!answer.ok) throw new Error(answer.error.message)
    expect(answer.value.name).toBe('访谈 1.txt')
    const report = await shell<ImportReport>('importTranscripts', { files: [answer.value], job: 'a' })
    expect(report.outcomes).toMatchObject([{ kind: 'imported', file: '访谈 1.txt' }])
    expect(await invoke<Source[]>('source.list')).toMatchObject([{ file: '访谈 1.txt' }])
  })

  it('are only those that were uploaded', async () => {
    const { shell, folder } = await aHost()
    await shell('newProject', newProject)
    const file = join(folder, 'settings.json')
    await expect(shell('importTranscripts', { files: [{ token: file, name: file }], job: 'a' })).rejects.toThrow(
      'file-missing',
    )
  })

  it('are refused beyond the limit for one file, and the oldest go beyond the limit for all', async () => {
    const { shell, upload } = await aHost({ uploadLimits: { file: 100, all: 150 } })
    await shell('newProject', newProject)
    expect(await upload('large.txt', 'x'.repeat(101))).toMatchObject({
      status: 413,
      answer: { ok: false, error: { code: 'file-too-large' } },
    })
    const [first, second] = [await upload('first.txt', transcript.padEnd(90)), await upload('second.txt', transcript)]
    const third = await upload('third.txt', `${transcript}${transcript}`.slice(0, 80))
    const imported = async ({ answer }: typeof first) =>
      answer.ok && shell('importTranscripts', { files: [answer.value], job: 'a' })
    await expect(imported(first)).rejects.toThrow("The file 'first.txt' is no longer at hand")
    expect(await imported(second)).toMatchObject({ outcomes: [{ kind: 'imported' }] })
    expect(await imported(third)).toMatchObject({ outcomes: [{ file: 'third.txt' }] })
  })

  it('are downloaded once, under the name of the review, without a token in the address', async () => {
    const { shell, invoke, at, token } = await aHost()
    await shell('newProject', newProject)
    const review = await invoke<ReviewSummary>('review.create', { title: 'Thinking, or not?', language: 'en' })
    const made = await shell<Download>('exportReview', { reviewId: review.id, format: 'md', strict: false })
    expect(made.out).toBe('Thinking, or not.md')
    expect(made.download).not.toContain(token)
    const { status, headers, text } = await send(at(made.download))
    expect(status).toBe(200)
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''Thinking%2C%20or%20not.md")
    expect(text).toContain('# Thinking, or not?')
    expect(Buffer.byteLength(text)).toBe(made.bytes)
    expect((await send(at(made.download))).status).toBe(404)
  })

  it('leave nothing behind when the host closes', async () => {
    const temporary = temporaryFolder()
    vi.stubEnv('TMPDIR', temporary)
    onTestFinished(() => void vi.unstubAllEnvs())
    const { upload, shell, projectsFolder, close } = await aHost()
    await shell('newProject', newProject)
    await upload('a.txt', transcript)
    const [own, ...rest] = readdirSync(temporary).filter((name) => !name.startsWith('verbatim-test-'))
    expect({ own, rest }).toEqual({ own: expect.stringMatching(/^verbatim-/), rest: [] })
    await close()
    expect(readdirSync(temporary)).not.toContain(own)
    expect(readdirSync(projectsFolder)).toEqual(['World models.verbatim'])
  })
})

describe('a project that the host is started with', () => {
  it('is open at once, from any folder, and can be opened again', async () => {
    const first = await aHost()
    const { path } = await first.shell<ProjectInfo>('newProject', newProject)
    await first.close()
    const { invoke, shell } = await aHost({ project: path })
    expect(await invoke('project.find')).toMatchObject({ path, title: 'World models' })
    await shell('closeProject')
    expect(await shell('openProject', { path })).toMatchObject({ path })
  })

  it('that is missing keeps the host from starting', async () => {
    const project = join(temporaryFolder(), 'missing.verbatim')
    await expect(aHost({ project })).rejects.toMatchObject({ code: 'project-missing' })
  })
})
