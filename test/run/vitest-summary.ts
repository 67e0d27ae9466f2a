import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { type Summaries, SUMMARY_FILE_VARIABLE } from './summary.ts'

/** Writes what ran as the `Summary` of unit tests. A file that could not be loaded counts as one failed test. */
export default class VitestSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env[SUMMARY_FILE_VARIABLE]
    if (!file) return
    let passed = 0
    let failed = unhandledErrors.length
    const skipped: { title: string; reason: string }[] = []
    for (const module of modules) {
      failed += module.errors().length
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') passed++
        else if (result.state === 'skipped')
          skipped.push({ title: test.fullName, reason: result.note ?? 'no reason given' })
        else failed++
      }
    }
    const summaries: Summaries = { unit: { passed, failed, triedAgain: [], skipped } }
    writeFileSync(file, JSON.stringify(summaries))
  }
}
