import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** The script behind an installed package's command, to be run with the Node that runs this. */
export function binOf(name: string, command = name.slice(name.indexOf('/') + 1)): string {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const script = typeof bin === 'string' ? bin : bin[command]
  if (script === undefined) throw new Error(`the package ${name} has no command ${command}`)
  return join(folder, script)
}

/** Runs an installed package's command in the project's folder, its output passed on, and gives its exit code. */
export function runTool(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runProgram(process.execPath, [binOf(name), ...args], env)
}

/** Runs a program in the project's folder, its output passed on, and gives its exit code. */
export function runProgram(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

export interface Outcome {
  readonly code: number
  /** What it wrote to standard output. */
  readonly stdout: string
  /** All that it wrote, in order. */
  readonly output: string
}

/** Runs a program in the project's folder and gives its exit code and output; `code` is 127 when it does not start. */
export function captureProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', (error) => resolve({ code: 127, stdout, output: output + error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }))
  })
}
