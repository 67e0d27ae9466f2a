// The command line: becomes dist/cli.cjs, with everything it needs but better-sqlite3 inside.
import { constants } from 'node:os'
import { version } from '../../package.json'
import { runCli } from './cli/run-cli'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stop.abort()
    // Only serve runs on until it is asked to stop; what others have not written yet is not half written.
    if (process.argv[2] !== 'serve') process.exit(128 + constants.signals[signal])
  })
}

/** What better-sqlite3's binary is made for: an older Node would crash in it. */
const OLDEST_NODE = 22

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

async function main(): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    process.stderr.write(`verbatim: this is Node ${process.versions.node} — run it with Node ${OLDEST_NODE} or newer\n`)
    return 2
  }
  return runCli(process.argv.slice(2), {
    io: {
      out: (content) => process.stdout.write(content),
      err: (text) => process.stderr.write(text),
      cwd: process.cwd(),
      showsProgress: process.stderr.isTTY,
      stopped: stop.signal,
    },
    programFolder: import.meta.dirname,
    version,
  })
}

void main().then((status) => {
  process.exitCode = status
})
