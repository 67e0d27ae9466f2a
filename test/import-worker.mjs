// The import's worker from its TypeScript, which imports without extensions: tests run what is not built.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.')) return next(specifier, context)
    for (const ending of ['', '.ts', '/index.ts']) {
      try {
        return next(specifier + ending, context)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        if (!['ERR_MODULE_NOT_FOUND', 'ERR_UNSUPPORTED_DIR_IMPORT'].includes(code)) throw error
      }
    }
    return next(specifier, context)
  },
})

await import('../electron/core/import/import-worker.ts')
