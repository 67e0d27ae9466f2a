import type { FullConfig, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter'
import { writeFileSync } from 'node:fs'
import { type Summaries, SUMMARY_FILE_VARIABLE, type Summary } from './summary.ts'

/** Writes what ran as a `Summary` of each project. An error outside of every test counts as one failed test of each. */
export default class PlaywrightSummary implements Reporter {
  #suite: Suite | undefined
  #errors = 0

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite
  }

  onError(_error: TestError): void {
    this.#errors++
  }

  onEnd(): void {
    const file = process.env[SUMMARY_FILE_VARIABLE]
    if (!file) return
    // The suites of the first level are the projects.
    const projects = this.#suite?.suites ?? []
    const summaries: Summaries = Object.fromEntries(projects.map((suite) => [suite.title, this.#summaryOf(suite)]))
    writeFileSync(file, JSON.stringify(summaries))
  }

  #summaryOf(project: Suite): Summary {
    const tests = project.allTests()
    const skipped = tests.filter((test) => test.outcome() === 'skipped')
    const passed = tests.filter((test) => test.ok() && test.outcome() !== 'skipped')
    return {
      passed: passed.length,
      failed: tests.length - passed.length - skipped.length + this.#errors,
      triedAgain: passed.filter((test) => test.outcome() === 'flaky').map(titleOf),
      skipped: skipped.map((test) => ({
        title: titleOf(test),
        reason:
          test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given',
      })),
    }
  }
}

function titleOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(' › ')
}
