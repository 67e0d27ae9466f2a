import { join } from 'node:path'
import { build } from 'vite'
import { nodeBundle, workerBundles } from '../../../electron/build/vite.ts'
import { root, workerFolder } from '../../run/worker-folder.ts'

/** Builds the process that is to be killed, with the import's worker beside it; gives the file to run. */
export async function buildKillChild(): Promise<string> {
  const entry = join(import.meta.dirname, 'kill-child.ts')
  await build({ ...nodeBundle(root, workerFolder, 'kill-child', entry), logLevel: 'error' })
  for (const config of workerBundles(root, workerFolder)) await build({ ...config, logLevel: 'error' })
  return join(workerFolder, 'kill-child.cjs')
}
