// How Vite makes each file of dist/. The targets are those of the oldest Electron that tests run in.
import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import type { Part } from './parts.mjs'

/** The bundles of a part, each written into `outDir`. */
export function viteConfigs(root: string, part: Part, outDir: string): InlineConfig[] {
  const source = (path: string) => join(root, 'electron', path)
  switch (part) {
    case 'cli':
      return [nodeBundle(root, outDir, 'cli', source('host/cli.ts'))]
    case 'electron':
      return [
        nodeBundle(root, outDir, 'main', source('main/index.ts')),
        nodeBundle(root, outDir, 'preload', source('preload/index.ts')),
        nodeBundle(root, outDir, 'core', source('main/core-process.ts')),
      ]
    case 'renderer':
      return [rendererBundle(root, outDir)]
  }
}

/** One CommonJS file: what Electron's main process, a sandboxed preload script and a worker all load. */
function nodeBundle(root: string, outDir: string, name: string, entry: string): InlineConfig {
  return {
    ...common(root, outDir),
    ssr: { target: 'node', noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node18',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['better-sqlite3', 'electron'],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  }
}

function rendererBundle(root: string, outDir: string): InlineConfig {
  return {
    ...common(join(root, 'renderer'), outDir),
    plugins: [react()],
    // Relative addresses: the page is served by app:// and by the browser host alike.
    base: './',
    build: {
      outDir: join(outDir, 'renderer'),
      emptyOutDir: false,
      target: 'chrome114',
      // Inlined files would be data: addresses, which the content security policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
    },
  }
}

function common(root: string, outDir: string): InlineConfig {
  return {
    root,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    cacheDir: join(outDir, '.vite'),
    mode: 'production',
  }
}
