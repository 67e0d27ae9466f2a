import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { say } from '../../../shared/domain/messages/message'
import { AppError, toErrorData } from '../../../shared/errors'
import { LOOPBACK } from '../../../shared/loopback-messages'
import type { Answer } from '../../../shared/shell'
import { createCore } from '../../core/services'
import { GivenFiles } from '../../core/shell/given-files'
import { readPageFile } from '../../core/shell/page-files'
import { createNonce, pageHeaders } from '../../core/shell/page-headers'
import { RECORDING_ADDRESS, Recordings } from '../../core/shell/recordings'
import { readSettings } from '../../core/shell/settings-file'
import { answerShell, askingCore } from '../../core/shell/shell-calls'
import { checkOrigin, checkToken } from './access'
import { createBrowserShell, defaultSettingsFile } from './browser-shell'
import { Downloads } from './downloads'
import { eventStream } from './event-stream'
import { ProjectsFolder } from './projects-folder'
import { isTurn, Turns } from './turns'
import { Uploads } from './uploads'

/** A million characters of prose, each escaped in JSON, and some room. */
const MAX_CALL_BYTES = 16_000_000
const UPLOAD_LIMITS = { file: 256_000_000, all: 1_000_000_000 }
/** For whoever dawdles; Node looks for them only so often. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
}
const HOSTNAME = '127.0.0.1'

export interface LoopbackOptions {
  /** Where windows open and make projects; made when it is missing. */
  readonly projectsFolder: string
  /** A project to open at once, from any folder. */
  readonly project?: string
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** The built page. */
  readonly rendererFolder: string
  readonly version: string
  readonly settingsFile?: string
  /** In milliseconds. */
  readonly limits?: Partial<typeof LIMITS>
  readonly uploadLimits?: { readonly file: number; readonly all: number }
  /** Gets what a developer should see of unexpected failures. */
  readonly log?: (line: string) => void
}

export interface Loopback {
  /** The address to open in a browser, with its token. */
  readonly url: string
  /** Closes the project and ends all connections. */
  close(): Promise<void>
}

/** Serves the app to a browser on this machine; the README beside this file says who is answered. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const log = options.log ?? (() => {})
  const settingsFile = options.settingsFile ?? defaultSettingsFile()
  const core = createCore({ log, backupMinutes: async () => (await readSettings(settingsFile)).backupMinutes })
  const ask = askingCore((name, input) => core.invoke('host', name, input))
  const startedWith = options.project === undefined ? null : resolve(options.project)
  const token = randomBytes(32).toString('base64url')
  const projects = new ProjectsFolder(options.projectsFolder)
  await mkdir(projects.path, { recursive: true })
  const temporary = await mkdtemp(join(tmpdir(), 'verbatim-'))
  const given = new GivenFiles()
  const uploads = new Uploads(temporary, given, options.uploadLimits ?? UPLOAD_LIMITS)
  const downloads = new Downloads(temporary)
  const turns = new Turns()
  const recordings = new Recordings()
  const shell = createBrowserShell({
    ask,
    given,
    downloads,
    recordings,
    projects,
    settingsFile,
    version: options.version,
    startedWith,
  })

  const app = new Hono()
  app.onError((error, c) => {
    const data = toErrorData(error)
    if (data.code === 'internal') log(error.stack ?? error.message)
    return c.json({ ok: false, error: data } satisfies Answer<never>, data.code === 'not-allowed' ? 403 : 500)
  })
  app.use(async (c, next) => {
    checkOrigin((name) => c.req.header(name), port)
    await next()
  })

  // Its own secret takes the place of the token, since a download carries no header.
  app.get(`${LOOPBACK.download}/:secret`, async (c) => {
    const file = await downloads.take(c.req.param('secret'))
    if (!file) return c.text('This download is gone: export again.\n', 404)
    return c.body(file.bytes, 200, {
      ...pageHeaders(createNonce()),
      'cache-control': 'no-store',
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
    })
  })

  // A player carries no header either.
  app.get(`${RECORDING_ADDRESS}:secret`, async (c) => {
    const { status, headers, body } = await recordings.respond(c.req.param('secret'), c.req.header('range'))
    return new Response(body, { status, headers })
  })

  app.use('/api/*', async (c, next) => {
    checkToken((name) => c.req.header(name), token)
    await next()
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
  })
  app.post(LOOPBACK.upload, async (c) => {
    const name = c.req.query('name') ?? ''
    if (name === '' || name.length > 1000) throw new AppError('invalid-input', say('file-nameless'))
    try {
      return c.json({ ok: true, value: await uploads.receive(name, c.req.raw.body) } satisfies Answer<unknown>)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // The rest of the file is not read: the connection is of no more use.
      c.header('connection', 'close')
      return c.json({ ok: false, error: toErrorData(error) } satisfies Answer<never>, 413)
    }
  })
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: MAX_CALL_BYTES,
      onError: (c) => {
        const error = new AppError('invalid-input', say('call-too-large'), {
          advice: say('split-text'),
        })
        return c.json({ ok: false, error: toErrorData(error) } satisfies Answer<never>, 413)
      },
    }),
  )
  app.post(LOOPBACK.invoke, async (c) => {
    const { name, input, turn } = parseObject(await c.req.text())
    const call = () => core.invoke('window', String(name), input)
    return c.json(await (isTurn(turn) ? turns.run(turn, call) : call()))
  })
  app.post(`${LOOPBACK.shell}/:name`, async (c) => {
    const { input } = parseObject(await c.req.text())
    return c.json(await answerShell(shell, c.req.param('name'), input))
  })
  app.get(LOOPBACK.events, (c) => {
    const body = eventStream((listener) => core.subscribe(listener))
    return c.body(body, 200, { 'content-type': 'text/event-stream' })
  })
  app.all('/api/*', (c) => {
    const error = new AppError('unknown-method', say('no-such-address'))
    return c.json({ ok: false, error: toErrorData(error) } satisfies Answer<never>, 404)
  })
  app.get('*', async (c) => {
    const { status, headers, body } = await readPageFile(options.rendererFolder, new URL(c.req.url).pathname)
    return c.body(body as Uint8Array<ArrayBuffer>, status, { ...headers })
  })

  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: { ...LIMITS, ...options.limits },
  }) as Server
  server.maxConnections = 200
  const close = async () => {
    await new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
    core.close()
    await rm(temporary, { recursive: true, force: true })
  }
  let port = 0
  try {
    port = await listen(server, options.port ?? 0)
    if (startedWith !== null) await ask('project.open', { path: startedWith, readOnly: false })
  } catch (error) {
    await close()
    throw error
  }
  return { url: `http://${HOSTNAME}:${port}/#token=${token}`, close }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, HOSTNAME, () => {
      server.off('error', fail)
      done((server.address() as AddressInfo).port)
    })
  })
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Told below, as for JSON of another shape.
  }
  throw new AppError('invalid-input', say('call-not-json'))
}
