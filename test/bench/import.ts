import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildParts } from '../../electron/build/build-parts.ts'
import { root } from '../../electron/build/tools.ts'
import type { BenchOptions, BenchResult } from './bench-row.ts'
import { generateSrt, generateSrtFiles } from './generate-transcripts.ts'

/** Imports many transcripts, and a very long one, with the built command line: what a user waits for, all of it. */
export async function benchImport({ quick, seed }: BenchOptions): Promise<BenchResult> {
  await buildParts(['cli'])
  const files = quick ? 50 : 1000
  const words = quick ? 100_000 : 1_000_000
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
  try {
    mkdirSync(join(folder, 'many'))
    for (const { name, text } of generateSrtFiles(files, 10_000)) writeFileSync(join(folder, 'many', name), text)
    writeFileSync(join(folder, 'long.srt'), generateSrt(words, seed))
    const rows = [
      { subject: 'verbatim', case: `${files} SRT files of 10000 words`, ...measure(folder, 'many') },
      { subject: 'verbatim', case: `one SRT file of ${words} words`, ...measure(folder, 'long.srt') },
    ]
    return { rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(folder: string, path: string): { readonly wallS: number; readonly peakMb: number } {
  const project = join(folder, `${path}.verbatim`)
  const memory = join(folder, 'memory')
  const verbatim = (...args: string[]) =>
    execFileSync(
      process.execPath,
      ['-r', join(import.meta.dirname, 'report-memory.cjs'), join(root, 'dist/cli.cjs'), ...args],
      {
        env: { ...process.env, VERBATIM_BENCH_MEMORY: memory },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  verbatim('new', project)
  const start = performance.now()
  verbatim('import', project, join(folder, path))
  const wallS = Math.round((performance.now() - start) / 10) / 100
  return { wallS, peakMb: Math.round(Number(readFileSync(memory, 'utf8')) / 1024) }
}
