// `npm test`: check, unit, browser and desktop, all of them also when one fails; `npm test -- unit` runs one stage.
// What follows a stage's name goes to its runner: `npm run test:browser -- -g export`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildParts } from '../../electron/build/build-parts.ts'
import type { Part } from '../../electron/build/parts.mjs'
import { root, runProgram, binOf } from '../../electron/build/tools.ts'
import { runChecks } from './checks.ts'
import { packageApp } from './package-app.ts'
import { prepareRuntime } from './runtime.ts'
import { SUMMARY_FILE_VARIABLE, type Summary } from './summary.ts'
import { findChromium, prepareSystem } from './system.ts'

const STAGES = ['check', 'unit', 'browser', 'desktop'] as const
type Stage = (typeof STAGES)[number]

const [first, ...rest] = process.argv.slice(2)
const named = STAGES.find((stage) => stage === first)
const runnerArgs = named ? rest : process.argv.slice(2)
const stages = named ? [named] : STAGES

// In the background while check and unit run: it waits for the network and a compiler.
const system = stages.some(needsSystem) ? prepareSystem() : Promise.resolve(null)
const runtime = system.then(async (problem) => {
  if (!stages.includes('desktop')) return null
  return problem === null ? prepareRuntime() : ({ kind: 'none', reason: problem, isFailure: true } as const)
})
runtime.catch(() => undefined) // Reported by the stage that awaits it.

const summaries: [Stage, Summary, seconds: number][] = []
for (const group of [['check'], ['unit'], ['browser', 'desktop']] as const) {
  const wanted = group.filter((stage) => stages.includes(stage))
  if (wanted.length === 0) continue
  console.log(`\n── ${wanted.join(' and ')} ──`)
  summaries.push(...(await runTogether(wanted)))
}
report()

function needsSystem(stage: Stage): boolean {
  return stage === 'browser' || stage === 'desktop'
}

/** Runs stages side by side: the two that drive windows wait more than they work. */
async function runTogether(group: readonly Stage[]): Promise<[Stage, Summary, seconds: number][]> {
  const parts = group.flatMap(partsOf)
  const problem = parts.length > 0 ? await build([...new Set(parts)]) : null
  return Promise.all(
    group.map(async (stage): Promise<[Stage, Summary, number]> => {
      const started = performance.now()
      const summary = await (problem ? Promise.reject(problem) : runStage(stage)).catch((error: unknown): Summary => {
        console.log(error instanceof Error ? error.message : String(error))
        return { passed: 0, failed: 1, triedAgain: [], skipped: [] }
      })
      return [stage, summary, (performance.now() - started) / 1000]
    }),
  )
}

/** What a stage runs of the build; built once for all that run side by side. */
function partsOf(stage: Stage): readonly Part[] {
  switch (stage) {
    case 'check':
    case 'unit':
      return []
    case 'browser':
      return ['cli', 'renderer']
    case 'desktop':
      return ['electron', 'renderer']
  }
}

function runStage(stage: Stage): Promise<Summary> {
  switch (stage) {
    case 'check':
      return runChecks()
    case 'unit':
      return runTests('unit', [binOf('vitest'), 'run', '--config', 'test/vitest.config.ts'])
    case 'browser':
      return runBrowser()
    case 'desktop':
      return runDesktop()
  }
}

async function runBrowser(): Promise<Summary> {
  const problem = await system
  const chromium = findChromium()
  if (chromium === null) throw new Error(problem ?? 'missing: a Chromium')
  return runTests('browser', playwright('browser'), { VERBATIM_TEST_CHROMIUM: chromium })
}

async function runDesktop(): Promise<Summary> {
  const prepared = await runtime
  if (prepared === null || prepared.kind === 'none') {
    const reason = prepared?.reason ?? 'no runtime was asked for'
    if (prepared?.isFailure !== false) throw new Error(reason)
    return { passed: 0, failed: 0, triedAgain: [], skipped: [{ title: 'all desktop tests', reason }] }
  }
  const app = await packageApp(prepared)
  console.log(`desktop tests run ${app} (${prepared.kind} Electron)`)
  const env = { VERBATIM_TEST_APP: app, VERBATIM_TEST_ELECTRON: prepared.kind }
  if (process.platform !== 'linux') return runTests('desktop', playwright('desktop'), env)
  const onItsOwnScreen = ['-a', '-s', '-screen 0 1920x1080x24', process.execPath, ...playwright('desktop')]
  return runTests('desktop', onItsOwnScreen, env, 'xvfb-run')
}

/** Builds, and gives what went wrong: each stage that needed it then fails with that. */
async function build(parts: readonly Part[]): Promise<Error | null> {
  return buildParts(parts).then(
    () => null,
    (error: Error) => new Error(`the build failed: ${error.message}`),
  )
}

function playwright(project: string): string[] {
  // As one word: after two, Playwright takes the names of files that follow for further projects.
  return [
    binOf('@playwright/test', 'playwright'),
    'test',
    '--config',
    'test/playwright.config.ts',
    `--project=${project}`,
  ]
}

/** Runs a test runner and reads its summary; a runner that fails without saying so counts as one failure. */
async function runTests(
  stage: Stage,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  program = process.execPath,
): Promise<Summary> {
  const file = join(root, 'node_modules', '.cache', `test-summary-${process.pid}-${stage}.json`)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const code = await runProgram(program, [...args, ...runnerArgs], { ...env, [SUMMARY_FILE_VARIABLE]: file })
  if (!existsSync(file)) throw new Error(`the test runner ended with exit code ${code} and no results`)
  const summary = JSON.parse(readFileSync(file, 'utf8')) as Summary
  rmSync(file)
  if (code !== 0 && summary.failed === 0) return { ...summary, failed: 1 }
  return summary
}

function report(): void {
  console.log('\n── summary ──')
  let [passed, failed, skipped] = [0, 0, 0]
  for (const [stage, summary, seconds] of summaries) {
    // A stage in which nothing ran proves nothing.
    const ranNothing = summary.passed + summary.failed + summary.skipped.length === 0
    const stageFailed = summary.failed + (ranNothing ? 1 : 0)
    const note = ranNothing ? ' (no tests were found)' : ''
    console.log(
      `${stage}: ${summary.passed} passed, ${stageFailed} failed${note}, ${summary.skipped.length} skipped in ${seconds.toFixed(0)} s`,
    )
    for (const title of summary.triedAgain) console.log(`  passed at the second try: ${title}`)
    for (const { title, reason } of summary.skipped) console.log(`  skipped: ${title}: ${reason}`)
    passed += summary.passed
    failed += stageFailed
    skipped += summary.skipped.length
  }
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed === 0 ? 0 : 1
}
