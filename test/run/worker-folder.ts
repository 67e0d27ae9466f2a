import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** Where unit tests have core's workers from. */
export const workerFolder = join(root, 'node_modules', '.cache', 'verbatim-test-worker')
