// What the build makes, from which sources, and whether it is up to date. Built-in modules only, see run.mjs.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @typedef {'cli' | 'electron' | 'renderer'} Part */

/** Changes to these make every part stale. */
const COMMON = ['shared', 'assets', 'electron/build/vite.ts', 'electron/build/parts.mjs', 'package-lock.json']

/**
 * For each part: its sources, and the files in `dist` that show that it was built.
 * @type {Record<Part, { sources: readonly string[], outputs: readonly string[] }>}
 */
export const PARTS = {
  cli: { sources: ['electron/core', 'electron/host'], outputs: ['cli.cjs', 'import-worker.cjs', 'search-worker.cjs'] },
  electron: {
    sources: ['electron/core', 'electron/main', 'electron/preload'],
    outputs: ['main.cjs', 'preload.cjs', 'core.cjs', 'import-worker.cjs', 'search-worker.cjs'],
  },
  renderer: { sources: ['renderer'], outputs: ['renderer/index.html'] },
}

/**
 * The parts whose sources changed since they were built, or whose outputs are gone.
 * @param {string} root
 * @param {readonly Part[]} parts
 * @returns {Part[]}
 */
export function staleParts(root, parts) {
  return parts.filter((part) => {
    const stamp = stampFile(root, part)
    const built = [stamp, ...PARTS[part].outputs.map((output) => join(root, 'dist', output))]
    return !built.every((file) => existsSync(file)) || readFileSync(stamp, 'utf8') !== fingerprint(root, part)
  })
}

/**
 * Names the state of a part's sources by their paths, sizes and times: cheap enough to ask before every command.
 * @param {string} root
 * @param {Part} part
 */
export function fingerprint(root, part) {
  const hash = createHash('sha256')
  for (const path of [...PARTS[part].sources, ...COMMON]) addTo(hash, join(root, path), path)
  return hash.digest('hex')
}

/**
 * Records that a part was built from the sources that had this fingerprint.
 * @param {string} root
 * @param {Part} part
 * @param {string} print taken before the build, so that a change during it is not missed
 */
export function markBuilt(root, part, print) {
  mkdirSync(dirname(stampFile(root, part)), { recursive: true })
  writeFileSync(stampFile(root, part), print)
}

/**
 * @param {string} root
 * @param {Part} part
 */
const stampFile = (root, part) => join(root, 'dist', '.built', part)

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} file
 * @param {string} name
 */
function addTo(hash, file, name) {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return
  if (!stat.isDirectory()) {
    hash.update(`${name}\0${stat.size}\0${stat.mtimeMs}\n`)
    return
  }
  for (const entry of readdirSync(file).toSorted()) addTo(hash, join(file, entry), `${name}/${entry}`)
}
