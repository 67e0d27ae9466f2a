import { build } from 'vite'
import { workerBundles } from '../../electron/build/vite.ts'
import { root, workerFolder } from './worker-folder.ts'

/** Builds core's workers before the unit tests: a thread does not read TypeScript as Vitest does. */
export async function setup(): Promise<void> {
  for (const config of workerBundles(root, workerFolder)) await build({ ...config, logLevel: 'error' })
}
