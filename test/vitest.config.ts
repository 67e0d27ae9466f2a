import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { root, workerFolder } from './run/worker-folder.ts'

export default defineConfig({
  root,
  define: { IMPORT_WORKER: JSON.stringify(join(workerFolder, 'import-worker.cjs')) },
  test: {
    globalSetup: [join(import.meta.dirname, 'run', 'build-worker.ts')],
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/app/**'],
    reporters: ['default', join(import.meta.dirname, 'run', 'vitest-summary.ts')],
    testTimeout: 20_000,
  },
})
