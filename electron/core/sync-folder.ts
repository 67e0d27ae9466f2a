import { closeSync, fsyncSync, openSync } from 'node:fs'
import { errorCode } from './error-code'

/**
 * Puts a folder's list of names on disk, so that a file that was just renamed into it is there after a power failure
 * (fsync(2): syncing a file does not sync the folder's entry for it). Windows has no such call and needs none.
 */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    // Some network file systems cannot sync a folder; the file itself is on disk.
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error))) throw error
  } finally {
    closeSync(descriptor)
  }
}
