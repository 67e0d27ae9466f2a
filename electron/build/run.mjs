#!/usr/bin/env node
// The one door behind every npm script: `node electron/build/run.mjs <command> [arguments]`. It installs what the
// lockfile says when that is not there yet, finds Node 24 among the installed packages, and runs the command with it.
// It runs on the system's Node (20.19 or newer) before anything is installed, so it uses built-in modules only.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { staleParts } from './parts.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(dirname(here))

/** @type {Record<string, string>} */
const SCRIPTS = {
  start: join(here, 'start.ts'),
  build: join(here, 'build.ts'),
  check: join(root, 'test', 'run', 'check.ts'),
  format: join(here, 'format.ts'),
  test: join(root, 'test', 'run', 'test.ts'),
  bench: join(root, 'test', 'bench', 'run.ts'),
  fuzz: join(root, 'test', 'fuzz', 'run.ts'),
  soak: join(root, 'test', 'soak', 'run.ts'),
  dist: join(here, 'dist.ts'),
}

/**
 * Runs a script with Node 24 and gives its exit code, or the signal that ended it.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} [stdio]
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function run(node, args, stdio = 'inherit') {
  return new Promise((resolve, reject) => {
    const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
    const child = spawn(node, args, { stdio, cwd: callersFolder(), env: { ...process.env, PATH: path } })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        // A terminal sends Ctrl-C to the child as well: once is enough.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      })
    }
    // npm passes a signal on to its shell, which dies of it without telling us.
    const parent = process.ppid
    const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      resolve({ code, signal })
    })
  })
}

/** Where the user stood: npm moves to the project's folder, but relative paths mean the user's. */
function callersFolder() {
  return (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd()
}

/**
 * The commands of `verbatim` itself: builds its bundle when a source changed, with all output on standard error.
 * @param {string} node
 * @param {readonly string[]} args
 */
async function verbatim(node, args) {
  const needed = staleParts(root, args.includes('serve') ? ['cli', 'renderer'] : ['cli'])
  if (needed.length > 0) {
    const built = await run(node, [join(here, 'build.ts'), ...needed], ['ignore', 2, 2])
    if (built.code !== 0) return built
  }
  return run(node, [join(root, 'dist', 'cli.cjs'), ...args])
}

async function main() {
  const [command = '', ...args] = process.argv.slice(2)
  const script = SCRIPTS[command]
  if (command !== 'verbatim' && (script === undefined || !existsSync(script))) {
    throw new Error(`unknown command '${command}'. Commands: verbatim, ${Object.keys(SCRIPTS).join(', ')}`)
  }
  const node = await install(root)
  const { code, signal } = script ? await run(node, [script, ...args]) : await verbatim(node, args)
  // As a shell tells it: 128 and the signal's number.
  process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1))
}

main().catch((error) => {
  console.error(`verbatim: ${error.message}`)
  process.exit(2)
})
