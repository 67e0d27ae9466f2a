import { build } from 'vite'
import { workerBundle } from '../../electron/build/vite.ts'
import { root, workerFolder } from './worker-folder.ts'

/** Builds the import's worker before the unit tests: a thread does not read TypeScript as Vitest does. */
export async function setup(): Promise<void> {
  await build({ ...workerBundle(root, workerFolder), logLevel: 'error' })
}
