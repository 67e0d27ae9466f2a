import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCli } from '../../../electron/host/cli/run-cli'

/** How a command ended, and what it wrote. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** An empty folder, and the command line as it runs there; the folder is gone when the test ends. */
export function aShell(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  async function verbatim(...args: string[]): Promise<Ran> {
    let out = ''
    let err = ''
    const status = await runCli(args, {
      io: {
        out: (text) => {
          out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
        },
        err: (text) => {
          err += text
        },
        cwd: folder,
        showsProgress: false,
        stopped: new AbortController().signal,
      },
      programFolder: folder,
      version: '1.2.3',
    })
    return { status, out, err }
  }
  /** The one JSON document that a command printed. */
  async function json<T>(...args: string[]): Promise<T> {
    return JSON.parse((await verbatim(...args, '--json')).out) as T
  }
  return { folder, verbatim, json }
}

export const FOREST = `Ada: We traced the carbon from birch to fir.

Host: And back?

Ada: It went both ways. Nobody had seen that.
`

export const BUNDLE = JSON.stringify({
  format: 'verbatim-bundle',
  version: 1,
  sources: [
    { id: 'f', file: 'forest.txt', title: 'Forest Hour', speakers: [{ name: 'Ada Lund', affiliation: 'Institute' }] },
  ],
  passages: [
    {
      id: 'q1',
      source: 'f',
      fragments: ['traced the carbon', 'It went both ways.'],
      translation: { zh: '双向。' },
      tags: ['carbon'],
    },
  ],
  reviews: [
    {
      id: 'trees',
      title: 'Trees',
      language: 'en',
      updated: '2026-06-11',
      sections: [{ kind: 'camp', camp: { label: 'A' }, blocks: [{ type: 'quote', passage: 'q1' }] }],
    },
  ],
})

/** A folder with a project that holds one transcript, one passage and one review. */
export async function aShellWithProject() {
  const shell = aShell({ 'forest.txt': FOREST, 'bundle.json': BUNDLE })
  await shell.verbatim('new', 'p.verbatim')
  await shell.verbatim('import', 'p.verbatim', 'forest.txt')
  await shell.verbatim('apply', 'p.verbatim', 'bundle.json')
  return shell
}
