import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')

/** Compiles a folder of the project with one more file, and gives those of its lines that the compiler refuses. */
async function refusedLines(folder: string, lines: readonly string[]): Promise<string[]> {
  const planted = await mkdtemp(join(root, 'node_modules', '.cache', 'planted-'))
  try {
    await writeFile(join(planted, 'planted.ts'), lines.join('\n'))
    const config = {
      extends: join(root, folder, 'tsconfig.json'),
      compilerOptions: { incremental: false, tsBuildInfoFile: null },
      include: [join(planted, 'planted.ts'), join(root, folder, '**/*')],
    }
    await writeFile(join(planted, 'tsconfig.json'), JSON.stringify(config))
    const output = await compile(planted)
    const numbers = [...output.matchAll(/planted\.ts\((\d+),/g)].map((match) => Number(match[1]))
    return lines.filter((_, index) => numbers.includes(index + 1))
  } finally {
    await rm(planted, { recursive: true })
  }
}

function compile(project: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '--project', project, '--pretty', 'false'], (_error, stdout) => resolve(stdout))
  })
}

const PLAIN = `export const one: number = [1].at(0) ?? 0`
const DOM = `export const title = document.title`
const NODE = `export const home = process.env`
const NODE_MODULE = `export { readFileSync } from 'node:fs'`
/** Node 18 and Chromium 114, in which the desktop tests may run, do not have it. */
const ES2024 = `export const groups = Object.groupBy([1], String)`

describe('the compiler', () => {
  it.concurrent.each<{ folder: string; refused: string[] }>([
    { folder: 'shared', refused: [DOM, NODE, NODE_MODULE, ES2024] },
    { folder: 'electron/core', refused: [DOM, ES2024] },
    { folder: 'electron/main', refused: [DOM, ES2024] },
    { folder: 'electron/host', refused: [DOM, ES2024] },
    { folder: 'renderer', refused: [NODE, NODE_MODULE, ES2024] },
  ])('in $folder refuses what the folder may not use', { timeout: 120_000 }, async ({ folder, refused }) => {
    expect(await refusedLines(folder, [PLAIN, ...refused])).toEqual(refused)
  })
})
