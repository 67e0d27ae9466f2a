import { spawn, type ChildProcess } from 'node:child_process'
import { dirname, join } from 'node:path'
import type { KillLine, KillTask } from './talk'

/** A process that is to be killed, and what it said. */
export interface Child {
  readonly process: ChildProcess
  readonly lines: KillLine[]
  errors: string
  /** Resolves at the n-th line of this kind, and when the process ends without one. */
  saw(kind: KillLine['kind'], times?: number): Promise<void>
  readonly ended: Promise<void>
}

/** Starts the built kill-child.ts; it says that it is ready and waits for its task. */
export function startChild(script: string): Child {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(script), 'compiled') }
  const started = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'], env })
  const lines: KillLine[] = []
  const waiting: { readonly isOver: () => boolean; readonly resolve: () => void }[] = []
  let rest = ''
  const child: Child = {
    process: started,
    lines,
    errors: '',
    saw: (kind, times = 1) =>
      new Promise((resolve) => {
        const isOver = () => lines.filter((line) => line.kind === kind).length >= times
        if (isOver() || started.exitCode !== null) resolve()
        else waiting.push({ isOver, resolve })
      }),
    ended: new Promise((resolve) => {
      started.on('close', () => {
        for (const one of waiting) one.resolve()
        resolve()
      })
    }),
  }
  started.stdin.on('error', () => undefined)
  started.stderr.setEncoding('utf8').on('data', (text: string) => (child.errors += text))
  started.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) lines.push(JSON.parse(part) as KillLine)
    for (const one of waiting) if (one.isOver()) one.resolve()
  })
  return child
}

/** Gives a process its task. */
export function tell(child: Child, task: KillTask): void {
  child.process.stdin?.write(`${JSON.stringify(task)}\n`)
}

export function waitFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
