import { mkdirSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { z } from 'zod'
import { asWriteError } from '../store/file-errors'
import { syncFolder } from '../sync-folder'

/** Reads a small file of ours; `fallback` when it is missing, damaged or of another shape: nothing in it is precious. */
export async function readJsonFile<T extends z.ZodType>(
  path: string,
  schema: T,
  fallback: z.output<T>,
): Promise<z.output<T>> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    // Remembered sizes and choices: starting afresh beats refusing to start.
    return fallback
  }
}

/** Writes a small file of ours, whole or not at all, and makes its folder. Throws `disk-full` or `file-unwritable`. */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFileAtomic(path, toText(value), { mode: 0o600 })
    syncFolder(dirname(path))
  } catch (error) {
    throw asWriteError(error, basename(path))
  }
}

/** The same, done on return: for the moment in which a window closes. */
export function writeJsonFileSync(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileAtomic.sync(path, toText(value), { mode: 0o600 })
  syncFolder(dirname(path))
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
