// Makes the parts of dist/ that are out of date. All output goes to standard error.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, createLogger } from 'vite'
import { withLock } from './lock.mjs'
import { fingerprint, markBuilt, type Part, PARTS, staleParts } from './parts.mjs'
import { root } from './tools.ts'
import { viteConfigs } from './vite.ts'

const dist = join(root, 'dist')

/** Builds those of the parts that are stale, one process at a time; `force` builds them all. */
export async function buildParts(parts: readonly Part[], { force = false } = {}): Promise<void> {
  if (!force && staleParts(root, parts).length === 0) return
  await withLock(join(dist, '.lock'), async () => {
    for (const part of force ? parts : staleParts(root, parts)) await buildPart(part)
  })
}

async function buildPart(part: Part): Promise<void> {
  const started = performance.now()
  const print = fingerprint(root, part)
  const outDir = mkdtempSync(join(dist, '.building-'))
  try {
    for (const config of viteConfigs(root, part, outDir)) {
      await build({ ...config, customLogger: stderrLogger() })
    }
    publish(part, outDir)
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
  markBuilt(root, part, print)
  console.error(`verbatim: built ${part} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/**
 * Moves a finished build into place file by file, the entries last, so that a program that is running from the old
 * build never finds a file missing or half written. What the new build no longer has goes at the end.
 */
function publish(part: Part, outDir: string): void {
  const entries = new Set(PARTS[part].outputs)
  const files = listFiles(outDir).filter((file) => !file.startsWith('.vite'))
  for (const file of [...files.filter((one) => !entries.has(one)), ...files.filter((one) => entries.has(one))]) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    renameSync(join(outDir, file), join(dist, file))
  }
  if (part !== 'renderer') return
  const fresh = new Set(files)
  for (const file of listFiles(join(dist, 'renderer')).map((one) => `renderer/${one}`)) {
    if (!fresh.has(file)) rmSync(join(dist, file))
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/** Vite's warnings and errors, all on standard error: standard output belongs to the command being run. */
function stderrLogger() {
  const logger = createLogger('warn')
  const print = (message: string) => console.error(message)
  return { ...logger, info: () => undefined, warn: print, warnOnce: print, error: print }
}
