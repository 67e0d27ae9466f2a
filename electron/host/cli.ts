// The command line: becomes dist/cli.cjs, with everything it needs but better-sqlite3 inside.
import { version } from '../../package.json'
import { runCli } from './cli/run-cli'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stop.abort()
    // Once more, or in a command that does not wait for it, and the program ends at once.
    if (!process.argv.includes('serve')) process.exit(130)
  })
}

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

void runCli(process.argv.slice(2), {
  io: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    showsProgress: process.stderr.isTTY,
    stopped: stop.signal,
  },
  programFolder: import.meta.dirname,
  version,
}).then((status) => {
  process.exitCode = status
})
