import type { Command } from 'commander'
import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { verbatim } from '../../../../shared/domain/messages/message'
import { AppError } from '../../../../shared/errors'
import type { CommandContext } from '../io'
import { portNumber } from '../whole-number'
import { errorCode } from '../../../core/error-code'

interface ServeOptions {
  readonly port: number
  readonly open: boolean
  readonly projects?: string
}

/** `verbatim serve [PROJECT]` */
export function addServe(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('open the app in a browser, served to this machine only; prints its address as the first line')
    .argument('[project]', 'to open at once')
    .option('--port <port>', 'to listen on (by default any free one)', portNumber, 0)
    .option('--no-open', 'only print the address')
    .option(
      '--projects <folder>',
      'where projects are kept (by default the folder of the project, or Documents/Verbatim)',
    )
    .action(async (project: string | undefined, options: ServeOptions) => {
      const { io, programFolder, version } = context
      const { stopped } = io
      const { startLoopback } = await import('../../loopback/start-loopback')
      const path = project === undefined ? null : resolve(io.cwd, project)
      const folder = options.projects === undefined ? null : resolve(io.cwd, options.projects)
      const loopback = await startLoopback({
        projectsFolder: folder ?? (path === null ? join(homedir(), 'Documents', 'Verbatim') : dirname(path)),
        ...(path !== null && { project: path }),
        port: options.port,
        rendererFolder: join(programFolder, 'renderer'),
        version,
        log: (line) => io.err(`${line}\n`),
      }).catch((error: unknown) => {
        throw isPortError(error) ? portTaken(options.port, error) : error
      })
      io.out(`${loopback.url}\n`)
      if (options.open) openInBrowser(loopback.url)
      if (!stopped.aborted) await new Promise((done) => stopped.addEventListener('abort', done, { once: true }))
      await loopback.close()
    })
}

function isPortError(error: unknown): boolean {
  return ['EADDRINUSE', 'EACCES'].includes(errorCode(error))
}

function portTaken(port: number, cause: unknown): AppError {
  return new AppError('not-allowed', verbatim(`The port ${port} is in use or not allowed`), {
    advice: verbatim('choose another with --port, or leave it out for any free one'),
    cause,
  })
}

/** Asks the system to show an address; when it cannot, the printed address is there to be opened by hand. */
function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
