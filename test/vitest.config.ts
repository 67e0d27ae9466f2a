import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { root, workerFolder } from './run/worker-folder.ts'

export default defineConfig({
  root,
  define: {
    IMPORT_WORKER: JSON.stringify(join(workerFolder, 'import-worker.cjs')),
    SEARCH_WORKER: JSON.stringify(join(workerFolder, 'search-worker.cjs')),
  },
  test: {
    globalSetup: [join(import.meta.dirname, 'run', 'build-worker.ts')],
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/app/**'],
    reporters: ['default', join(import.meta.dirname, 'run', 'vitest-summary.ts')],
    testTimeout: 20_000,
    // A worker for each core runs file after file: a worker for each file took half of the time to load modules again.
    isolate: false,
    // Of its own accord it leaves one core unused.
    maxWorkers: availableParallelism(),
  },
})
