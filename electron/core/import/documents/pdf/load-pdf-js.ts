import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as pdfJs from 'pdfjs-dist/legacy/build/pdf.mjs'

/** pdf.js, as its module exports it. */
export type PdfJs = typeof pdfJs

let loaded: Promise<PdfJs> | null = null

/** Loads pdf.js with its worker in this thread: an import runs in a worker of its own. */
export function loadPdfJs(): Promise<PdfJs> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<PdfJs> {
  prepareRuntime()
  // Says where its handler is on `globalThis`, so that pdf.js starts no worker of its own.
  // @ts-expect-error -- it comes without types, and nothing of it is used here
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** Gives pdf.js what it expects of Node 22, and of a browser to draw in; reading text draws nothing. */
function prepareRuntime(): void {
  const global = globalThis as { DOMMatrix?: unknown; Path2D?: unknown }
  global.DOMMatrix ??= Object
  global.Path2D ??= Object
  const promise = Promise as { withResolvers?: unknown }
  promise.withResolvers ??= () => {
    let settle: object = {}
    const made = new Promise((resolve, reject) => (settle = { resolve, reject }))
    return { ...settle, promise: made }
  }
  const host = process as { getBuiltinModule?: unknown }
  const require = createRequire(join(process.cwd(), 'pdf.js'))
  host.getBuiltinModule ??= (name: string) => require(`node:${name}`) as unknown
}

/** Reads the tables of characters that Chinese, Japanese and Korean files refer to by name. */
export class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`pdf.js asked for ${kind} ${filename}`)
    return new Uint8Array(await readFile(join(characterMapFolder(), filename)))
  }
}

/** Beside the program where it is built, in the package where it runs from its sources. */
function characterMapFolder(): string {
  const beside = join(import.meta.dirname, 'cmaps')
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../../../../node_modules/pdfjs-dist/cmaps')
}
