import { join } from 'node:path'
import { binOf, captureProgram, root } from '../../electron/build/tools.ts'
import type { Summary } from './summary.ts'

/** What a commit must pass besides the tests; each step is a program that says what is wrong and exits with 1. */
const STEPS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['types', [binOf('typescript', 'tsc'), '--build', '--pretty', 'false']],
  ['lint', [binOf('oxlint'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives']],
  ['layers', [join(root, 'test', 'architecture', 'check-layers.ts')]],
  ['format', [binOf('oxfmt'), '--check', '.']],
  ['dead code', [binOf('knip')]],
]

/** Runs every step, also when one before it fails, and prints what each found. */
export async function runChecks(): Promise<Summary> {
  const outcomes = await Promise.all(
    STEPS.map(async ([name, args]) => {
      const started = performance.now()
      const { code, output } = await captureProgram(process.execPath, args)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      if (code !== 0) console.log(output.trimEnd())
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
      return code === 0
    }),
  )
  const passed = outcomes.filter(Boolean).length
  return { passed, failed: outcomes.length - passed, triedAgain: [], skipped: [] }
}
