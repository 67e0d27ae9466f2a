// `npm start [-- PROJECT] [--browser | --electron]`: opens the app in Electron, or where that cannot be in the browser.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildParts } from './build-parts.ts'
import { bringElectron } from './electron-binary.ts'
import { root } from './tools.ts'

/** What main writes to standard output, on a line of its own, once its window can be used. */
const READY_LINE = 'verbatim: ready'
const READY_LIMIT_MS = 10_000
const DOWNLOAD_LIMIT_MS = 45_000

const args = process.argv.slice(2)
const passedOn = args.filter((arg) => arg !== '--browser' && arg !== '--electron')
const forceElectron = args.includes('--electron')
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

try {
  const reason = args.includes('--browser') ? 'as asked' : await openElectron()
  if (reason !== null && forceElectron) throw new Error(`Electron cannot be used: ${reason}`)
  if (reason !== null) await openBrowserHost(reason)
} catch (error) {
  console.error(`verbatim: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}

/** Opens the desktop app and waits until it is closed; gives one line that says why not when it did not open. */
async function openElectron(): Promise<string | null> {
  if (!hasDisplay && !forceElectron) return 'there is no display'
  const [electron] = await Promise.all([bringElectron(DOWNLOAD_LIMIT_MS), buildParts(['electron', 'renderer'])])
  if ('reason' in electron) return electron.reason
  return runElectron(electron.binary)
}

function runElectron(binary: string): Promise<string | null> {
  return new Promise((resolve) => {
    const env: NodeJS.ProcessEnv = { ...process.env, VERBATIM_LAUNCHER: '1' }
    delete env.ELECTRON_RUN_AS_NODE
    const child = spawn(binary, [root, ...passedOn], { cwd: process.cwd(), env, stdio: ['inherit', 'pipe', 'pipe'] })
    let ready = false
    let output = ''
    let errors = ''
    const fail = (reason: string) => {
      clearTimeout(limit)
      child.removeAllListeners('exit')
      child.kill('SIGKILL')
      resolve(reason)
    }
    const limit = setTimeout(() => fail(`no window within ${READY_LIMIT_MS / 1000} s`), READY_LIMIT_MS)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (ready) return process.stdout.write(text)
      output += text
      ready = output.split(/\r?\n/).includes(READY_LINE)
      if (ready) clearTimeout(limit)
      return undefined
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (ready) process.stderr.write(withoutChromiumsLog(text))
      else errors += text
    })
    child.on('error', (error) => fail(error.message))
    child.on('exit', (code, signal) => {
      clearTimeout(limit)
      // Ended well before it was ready: the app was open already, and that window came to the front.
      if (!ready && code !== 0) return resolve(tellingLine(errors) ?? `it ended with ${signal ?? `exit code ${code}`}`)
      process.exitCode = code ?? 1
      return resolve(null)
    })
    for (const stop of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(stop, () => child.kill(stop))
  })
}

/** The line that says why Electron ended, from what it wrote. */
function tellingLine(errors: string): string | null {
  const lines = errors
    .split('\n')
    .filter((line) => !line.includes('bus.cc'))
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
  return (
    lines.find((line) => /Missing X server|sandbox|error while loading|Error:/.test(line)) ??
    lines.find(Boolean) ??
    null
  )
}

/** Without lines such as `[123:0131/120000.1:ERROR:bus.cc(399)] ...`, which tell a user nothing. */
function withoutChromiumsLog(text: string): string {
  return text.replace(/^\[\d+:[^\]]*:(?:ERROR|WARNING|INFO):[^\]]*\].*\n?/gm, '')
}

async function openBrowserHost(reason: string): Promise<void> {
  console.error(`verbatim: in the browser instead of Electron: ${reason}`)
  await buildParts(['cli', 'renderer'])
  const open = hasDisplay ? [] : ['--no-open']
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.cjs'), 'serve', ...passedOn, ...open], {
    stdio: 'inherit',
  })
  for (const stop of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(stop, () => child.kill(stop))
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      process.exitCode = code ?? 0
      resolve()
    })
  })
}
