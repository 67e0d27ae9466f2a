import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  root,
  define: { IMPORT_WORKER: JSON.stringify(join(import.meta.dirname, 'import-worker.mjs')) },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/app/**'],
    reporters: ['default', join(import.meta.dirname, 'run', 'vitest-summary.ts')],
    testTimeout: 20_000,
  },
})
