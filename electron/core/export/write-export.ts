import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { asWriteError } from '../store/file-errors'
import { isRunning } from '../store/lock'
import { syncFolder } from '../sync-folder'

/**
 * Writes a file beside its place, syncs it and renames it, so that there is all of it or the old one, whatever
 * happens; gives its size in bytes. What an interrupted export of the same file left is taken away.
 */
export function writeExport(path: string, content: string | Uint8Array): number {
  const partial = `${path}.partial-${process.pid}`
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  try {
    const descriptor = openSync(partial, 'w')
    try {
      let written = 0
      while (written < bytes.length) written += writeSync(descriptor, bytes, written)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(partial, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(partial, { force: true })
    throw asWriteError(error, basename(path))
  }
  removeLeftovers(path)
  return bytes.length
}

function removeLeftovers(path: string): void {
  const start = `${basename(path)}.partial-`
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(start)) continue
    const pid = name.slice(start.length)
    if (/^\d+$/.test(pid) && !isRunning(Number(pid))) rmSync(join(dirname(path), name), { force: true })
  }
}
