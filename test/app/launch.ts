import { _electron, type Browser, type ElectronApplication, expect, type Page, test as base } from '@playwright/test'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..')

/** The app as a user has it before them, in either host. */
export interface RunningApp {
  readonly host: 'browser' | 'desktop'
  readonly page: Page
  /** An empty folder of this test's own, for projects and exports. */
  readonly folder: string
  /** Closes the app as a user does and opens it again, on a project file if one is given; gives the new page. */
  reopen(project?: string): Promise<Page>
  /** Ends the app's processes at once, as a power failure would; `reopen` starts it again. */
  kill(): Promise<void>
  /** From here on the page may report errors, for a test that provokes them. */
  expectErrors(): void
}

export interface BrowserApp extends RunningApp {
  readonly host: 'browser'
}

export interface DesktopApp extends RunningApp {
  readonly host: 'desktop'
  /** The running Electron; another one after `reopen`. */
  readonly electron: ElectronApplication
  /** Answers the next save dialogs with this path, the next open dialogs with these. */
  answerDialogs(answers: { save?: string; open?: readonly string[] }): Promise<void>
}

interface Fixtures {
  folder: string
  browserApp: BrowserApp
  desktopApp: DesktopApp
  /** The app in the host that this Playwright project tests. */
  app: BrowserApp | DesktopApp
}

interface WorkerFixtures {
  /** Opens a page in a context of its own. The browser starts with the first one: the desktop tests have none. */
  openPage: () => Promise<Page>
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  openPage: [
    async ({ playwright }, use) => {
      let browser: Promise<Browser> | undefined
      await use(async () => {
        browser ??= playwright.chromium.launch()
        const context = await (await browser).newContext()
        return context.newPage()
      })
      await (await browser)?.close()
    },
    { scope: 'worker' },
  ],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from the pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  browserApp: async ({ openPage, folder }, use) => {
    const app = await openInBrowser(await openPage(), folder)
    await use(app)
    await app.stop()
    app.expectNoErrors()
  },

  desktopApp: async ({ folder }, use) => {
    const app = await openOnDesktop(folder)
    await use(app)
    await app.stop()
    app.expectNoErrors()
  },

  app: async ({ openPage, folder }, use, testInfo) => {
    const onDesktop = testInfo.project.name === 'desktop'
    const app = onDesktop ? await openOnDesktop(folder) : await openInBrowser(await openPage(), folder)
    await use(app)
    await app.stop()
    app.expectNoErrors()
  },
})

export { expect }

/** What the fixtures need beside what a test sees. */
interface Stoppable {
  stop(): Promise<void>
  expectNoErrors(): void
}

async function openInBrowser(page: Page, folder: string): Promise<BrowserApp & Stoppable> {
  const errors = watchErrors(page)
  let server = await serve(folder)
  await page.goto(server.url)
  return {
    host: 'browser',
    page,
    folder,
    async reopen(project) {
      errors.pause()
      await page.goto('about:blank')
      await server.stop('SIGTERM')
      server = await serve(folder, project)
      await page.goto(server.url)
      errors.resume()
      return page
    },
    async kill() {
      errors.pause()
      await server.stop('SIGKILL')
    },
    expectErrors: errors.pause,
    expectNoErrors: errors.expectNone,
    async stop() {
      errors.pause()
      await page.context().close()
      await server.stop('SIGTERM')
    },
  }
}

/** Starts `verbatim serve`, whose first line is the URL. */
async function serve(
  folder: string,
  project?: string,
): Promise<{ url: string; stop(signal: NodeJS.Signals): Promise<void> }> {
  const cli = join(root, 'dist', 'cli.cjs')
  const args = ['serve', ...(project ? [project] : []), '--port', '0', '--no-open', '--projects', folder]
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...homeIn(folder) },
  })
  let isWanted = true
  child.once('exit', (code, signal) => {
    if (isWanted) console.error(`'verbatim serve' ended by itself (exit code ${code}, signal ${signal})`)
  })
  // The pipe stays open: a server that cannot print ends.
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    lines.once('close', () => {
      reject(new Error(`'verbatim serve' ended with exit code ${child.exitCode} before it printed its URL`))
    })
  })
  return {
    url,
    stop: (signal) => {
      isWanted = false
      return end(child, signal)
    },
  }
}

/** Settings are each test's own: the program keeps them in the user's home. */
function homeIn(folder: string): Record<string, string> {
  const home = join(folder, '.home')
  return { HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: join(home, '.config'), APPDATA: join(home, 'AppData') }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

/** Milliseconds for a step of a start. One that hangs is to say at which step, before the test's own time is over. */
const START_LIMIT = 40_000

async function openOnDesktop(folder: string): Promise<DesktopApp & Stoppable> {
  const userData = join(folder, '.user-data')
  await mkdir(userData, { recursive: true })
  let errors: ReturnType<typeof watchErrors>
  let electron: ElectronApplication
  let main: ChildProcess
  let page: Page
  const open = async (project?: string) => {
    electron = await launchElectron(userData, project)
    // Playwright forgets it with the app.
    main = electron.process()
    page = await electron.firstWindow({ timeout: START_LIMIT })
    errors = watchErrors(page)
  }
  /** Closes the app as a user does, unless it has ended by itself. */
  const close = async () => {
    if (main.exitCode === null && main.signalCode === null) await electron.close()
  }
  await open()
  return {
    host: 'desktop',
    folder,
    get page() {
      return page
    },
    get electron() {
      return electron
    },
    async reopen(project) {
      await close()
      await open(project)
      return page
    },
    async kill() {
      errors.pause()
      const below = await descendants(main.pid)
      for (const pid of below) process.kill(pid, 'SIGKILL')
      await end(main, 'SIGKILL')
      await Promise.all(below.map(ended))
    },
    async answerDialogs({ save, open: paths }) {
      await electron.evaluate(
        ({ dialog }, answers) => {
          const { save: filePath, paths: filePaths } = answers
          if (filePath) dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
          if (filePaths) dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
        },
        { save, paths },
      )
    },
    expectErrors: () => errors.pause(),
    expectNoErrors: () => errors.expectNone(),
    async stop() {
      errors.pause()
      await close()
    },
  }
}

/** The processes below this one, on Linux: the core, the windows' pages and their helpers. */
async function descendants(pid: number | undefined): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  )
  const children = lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
  return [...(await Promise.all(children.map(descendants))).flat(), ...children]
}

/** Waits until a killed process that is no child of ours has ended; a zombie has. Nothing tells of it but /proc. */
async function ended(pid: number): Promise<void> {
  const isRunning = async () => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') X')
    return !/\) [ZX]/.test(stat)
  }
  while (await isRunning()) await new Promise((resolve) => setTimeout(resolve, 10))
}

async function launchElectron(userData: string, project?: string): Promise<ElectronApplication> {
  const executablePath = process.env.VERBATIM_TEST_APP
  if (!executablePath)
    throw new Error('VERBATIM_TEST_APP names no packaged app: run the tests with `npm run test:desktop`')
  return _electron.launch({
    executablePath,
    timeout: START_LIMIT,
    args: ['--disable-gpu', `--user-data-dir=${userData}`, ...(project ? [project] : [])],
    // What shapes the app from outside stays outside: the language is the test's to choose.
    env: { ...environment(), LANGUAGE: 'en', LC_ALL: 'en_US.UTF-8' },
  })
}

function environment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _runAsNode, ...rest } = process.env
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Collects what goes wrong in a page without anybody seeing it: uncaught errors and what the console calls errors. */
function watchErrors(page: Page) {
  const errors: string[] = []
  let paused = false
  page.on('pageerror', (error) => {
    if (!paused) errors.push(error.stack ?? error.message)
  })
  page.on('console', (message) => {
    if (!paused && message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  })
  return {
    pause: () => {
      paused = true
    },
    resume: () => {
      paused = false
    },
    expectNone: () => expect(errors, 'errors that the page reported').toEqual([]),
  }
}
