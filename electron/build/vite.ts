// How Vite makes each file of dist/. The targets are those of the oldest Electron that tests run in.
import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig, Plugin } from 'vite'
import type { Part } from './parts.mjs'

/** The bundles of a part, each written into `outDir`. */
export function viteConfigs(root: string, part: Part, outDir: string): InlineConfig[] {
  const source = (path: string) => join(root, 'electron', path)
  switch (part) {
    case 'cli':
      return [nodeBundle(root, outDir, 'cli', source('host/cli.ts')), ...workerBundles(root, outDir)]
    case 'electron':
      return [
        nodeBundle(root, outDir, 'main', source('main/index.ts')),
        nodeBundle(root, outDir, 'preload', source('preload/index.ts')),
        nodeBundle(root, outDir, 'core', source('main/core-process.ts')),
        ...workerBundles(root, outDir),
      ]
    case 'renderer':
      return [rendererBundle(root, outDir)]
  }
}

/** The workers that parse and search transcripts, as every host and the tests start them. */
export function workerBundles(root: string, outDir: string): InlineConfig[] {
  const core = join(root, 'electron', 'core')
  return [
    nodeBundle(root, outDir, 'import-worker', join(core, 'import', 'import-worker.ts')),
    nodeBundle(root, outDir, 'search-worker', join(core, 'search', 'search-worker.ts')),
  ]
}

/** The program that imports mutated files, and its worker. */
export function fuzzBundles(root: string, outDir: string): InlineConfig[] {
  return [nodeBundle(root, outDir, 'fuzz', join(root, 'test', 'fuzz', 'main.ts')), ...workerBundles(root, outDir)]
}

/** The program whose searches are measured, and its worker. */
export function searchBenchBundles(root: string, outDir: string): InlineConfig[] {
  const subject = join(root, 'test', 'bench', 'search', 'subject.ts')
  return [nodeBundle(root, outDir, 'search-bench', subject), ...workerBundles(root, outDir)]
}

/** One CommonJS file: what Electron's main process, a sandboxed preload script and a worker all load. */
export function nodeBundle(root: string, outDir: string, name: string, entry: string): InlineConfig {
  return {
    ...common(root, outDir),
    plugins: [pdfJs(root)],
    define: {
      IMPORT_WORKER: JSON.stringify('import-worker.cjs'),
      SEARCH_WORKER: JSON.stringify('search-worker.cjs'),
    },
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

/** Puts pdf.js's tables of characters beside a program that reads PDF files, and keeps it from looking for a canvas to draw on. */
function pdfJs(root: string): Plugin {
  const isPdfJs = (id: string): boolean => id.includes('/pdfjs-dist/')
  return {
    name: 'pdf-js',
    transform(code, id) {
      return isPdfJs(id) ? code.replaceAll('require("@napi-rs/canvas")', '({})') : undefined
    },
    generateBundle(_, bundle) {
      const reads = Object.values(bundle).some((file) => file.type === 'chunk' && file.moduleIds.some(isPdfJs))
      if (!reads) return
      const folder = join(root, 'node_modules/pdfjs-dist/cmaps')
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.bcmap'))) {
        this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(join(folder, name)) })
      }
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
