import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../../electron/build/tools.ts'
import type { Answer } from '../../../shared/shell.ts'
import { generateSrt } from '../generate-transcripts.ts'
import type { PeerPassage } from './peers/peer.ts'
import { bundleOf, generatePassages } from './talk.ts'

const cli = join(root, 'dist', 'cli.cjs')

/** A project file with one source, and what a peer needs to show the same. */
export interface BenchProject {
  readonly path: string
  readonly folder: string
  /** The source's file. */
  readonly file: string
  readonly text: string
  readonly passages: readonly PeerPassage[]
}

/** Imports a generated talk into a new project. */
export async function makeProject(folder: string, words: number, seed: number): Promise<BenchProject> {
  const path = join(folder, `talk-${words}.verbatim`)
  const file = `talk-${words}.srt`
  writeFileSync(join(folder, file), generateSrt(words, seed))
  verbatim('new', path)
  verbatim('import', path, join(folder, file))
  const server = await serve(folder, path)
  try {
    const [source] = await server.invoke<{ readonly id: string }[]>('source.list', {})
    const { text } = await server.invoke<{ readonly text: string }>('source.read', { id: source?.id })
    return { path, folder, file, text, passages: [] }
  } finally {
    await server.stop()
  }
}

/** A project of many talks, by file name `talk-000.srt` and so on; gives its path. */
export function makeLibrary(folder: string, sources: number, words: number, seed: number): string {
  const path = join(folder, 'library.verbatim')
  const talks = join(folder, 'talks')
  mkdirSync(talks)
  for (let talk = 0; talk < sources; talk += 1) {
    writeFileSync(join(talks, `talk-${String(talk).padStart(3, '0')}.srt`), generateSrt(words, seed + talk))
  }
  verbatim('new', path)
  verbatim('import', path, talks)
  return path
}

/** A copy of a project, with passages and a review that has them in its camps. */
export function withPassages(project: BenchProject, count: number, seed: number): BenchProject {
  const passages = generatePassages(project.text, count, seed)
  const path = project.path.replace('.verbatim', `-${count}.verbatim`)
  copyFileSync(project.path, path)
  const bundle = join(project.folder, 'bundle.json')
  writeFileSync(bundle, JSON.stringify(bundleOf(project.text, project.file, passages)))
  verbatim('apply', path, bundle)
  return { ...project, path, passages }
}

function verbatim(...args: string[]): void {
  execFileSync(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
}

export interface BenchServer {
  readonly url: string
  invoke<Output>(name: string, input: unknown): Promise<Output>
  stop(): Promise<void>
}

/** The browser host on a project, with settings of its own. */
export async function serve(folder: string, project: string): Promise<BenchServer> {
  const home = join(folder, 'home')
  const child = spawn(process.execPath, [cli, 'serve', project, '--port', '0', '--no-open', '--projects', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: home, APPDATA: home },
  })
  const url = await firstLine(child)
  const { origin, hash } = new URL(url)
  return {
    url,
    async invoke<Output>(name: string, input: unknown) {
      const response = await fetch(`${origin}/api/invoke`, {
        method: 'POST',
        headers: { authorization: `Bearer ${hash.replace('#token=', '')}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name, input }),
      })
      const answer = (await response.json()) as Answer<Output>
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
      return answer.value
    },
    async stop() {
      if (child.exitCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! })
  return new Promise((resolve, reject) => {
    lines.once('line', resolve)
    lines.once('close', () => reject(new Error("'verbatim serve' ended before it printed its address")))
  })
}
