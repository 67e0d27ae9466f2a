import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'

/** Writes a file beside its place and renames it, so that there is all of it or the old one; gives its size in bytes. */
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
    return bytes.length
  } catch (error) {
    rmSync(partial, { force: true })
    throw new AppError('file-unwritable', say('file-not-writable', { file: basename(path) }), {
      advice: say('check-folder-write'),
      cause: error,
    })
  }
}
