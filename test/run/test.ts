// `npm test`: check, unit, browser and desktop, all of them also when one fails; `npm test -- unit` runs one stage.
// What follows a stage's name goes to its runner: `npm run test:browser -- -g export`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildParts } from '../../electron/build/build-parts.ts'
import { root, runProgram, binOf } from '../../electron/build/tools.ts'
import { runChecks } from './checks.ts'
import { packageApp } from './package-app.ts'
import { prepareRuntime } from './runtime.ts'
import { type Summaries, SUMMARY_FILE_VARIABLE, type Summary } from './summary.ts'
import { findChromium, prepareSystem } from './system.ts'

const STAGES = ['check', 'unit', 'browser', 'desktop'] as const
type Stage = (typeof STAGES)[number]

/** What a stage came to. */
interface Ran extends Summary {
  readonly stage: Stage
  readonly seconds: number
}

const FAILURE: Summary = { passed: 0, failed: 1, triedAgain: [], skipped: [] }

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

const summaries: Ran[] = []
for (const stage of ['check', 'unit'] as const) {
  if (!stages.includes(stage)) continue
  console.log(`\n── ${stage} ──`)
  summaries.push(...(await timed([stage], () => runStage(stage))))
}
const windows = (['browser', 'desktop'] as const).filter((stage) => stages.includes(stage))
if (windows.length > 0) {
  console.log(`\n── ${windows.join(' and ')} ──`)
  summaries.push(...(await timed(windows, () => runWindows(windows))))
}
report()

function needsSystem(stage: Stage): boolean {
  return stage === 'browser' || stage === 'desktop'
}

/** Runs stages and takes the time; what goes wrong is a failure of each that has no results. */
async function timed(group: readonly Stage[], run: () => Promise<Summaries>): Promise<Ran[]> {
  const started = performance.now()
  const results = await run().catch((error: unknown): Summaries => {
    console.log(error instanceof Error ? error.message : String(error))
    return {}
  })
  const seconds = (performance.now() - started) / 1000
  return group.map((stage) => ({ stage, seconds, ...(results[stage] ?? FAILURE) }))
}

async function runStage(stage: 'check' | 'unit'): Promise<Summaries> {
  if (stage === 'check') return { check: await runChecks() }
  return runTests([stage], process.execPath, [binOf('vitest'), 'run', '--config', 'test/vitest.config.ts'])
}

/** What each host's tests run in. */
interface Prepared {
  readonly stage: Stage
  readonly env: NodeJS.ProcessEnv
}

/** Runs the tests that drive windows, of both hosts side by side: they wait more than they work. */
async function runWindows(group: readonly ('browser' | 'desktop')[]): Promise<Summaries> {
  await buildParts(group.includes('desktop') ? ['cli', 'electron', 'renderer'] : ['cli', 'renderer'])
  const results: Record<string, Summary> = {}
  const ready: Prepared[] = []
  for (const stage of group) {
    const prepared = await (stage === 'browser' ? prepareBrowser() : prepareDesktop()).catch((error: Error) => {
      console.log(error.message)
      return FAILURE
    })
    if ('env' in prepared) ready.push(prepared)
    else results[stage] = prepared
  }
  if (ready.length === 0) return results
  const env = Object.assign({}, ...ready.map((prepared) => prepared.env)) as NodeJS.ProcessEnv
  const names = ready.map(({ stage }) => stage)
  const args = [
    binOf('@playwright/test', 'playwright'),
    'test',
    '--config',
    'test/playwright.config.ts',
    // As one word: after two, Playwright takes the names of files that follow for further projects.
    ...names.map((name) => `--project=${name}`),
  ]
  const needsScreen = names.includes('desktop') && process.platform === 'linux'
  const ran = needsScreen
    ? await runTests(names, 'xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24', process.execPath, ...args], env)
    : await runTests(names, process.execPath, args, env)
  return { ...results, ...ran }
}

async function prepareBrowser(): Promise<Prepared> {
  const problem = await system
  const chromium = findChromium()
  if (chromium === null) throw new Error(problem ?? 'missing: a Chromium')
  return { stage: 'browser', env: { VERBATIM_TEST_CHROMIUM: chromium } }
}

async function prepareDesktop(): Promise<Prepared | Summary> {
  const prepared = await runtime
  if (prepared === null || prepared.kind === 'none') {
    const reason = prepared?.reason ?? 'no runtime was asked for'
    if (prepared?.isFailure !== false) throw new Error(reason)
    return { passed: 0, failed: 0, triedAgain: [], skipped: [{ title: 'all desktop tests', reason }] }
  }
  const app = await packageApp(prepared)
  console.log(`desktop tests run ${app} (${prepared.kind} Electron)`)
  return { stage: 'desktop', env: { VERBATIM_TEST_APP: app, VERBATIM_TEST_ELECTRON: prepared.kind } }
}

/** Runs a test runner and reads its summaries; a runner that fails without saying so counts as one failure. */
async function runTests(
  group: readonly Stage[],
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Summaries> {
  const file = join(root, 'node_modules', '.cache', `test-summary-${process.pid}-${group.join('-')}.json`)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const code = await runProgram(program, [...args, ...runnerArgs], { ...env, [SUMMARY_FILE_VARIABLE]: file })
  if (!existsSync(file)) throw new Error(`the test runner ended with exit code ${code} and no results`)
  const results = JSON.parse(readFileSync(file, 'utf8')) as Summaries
  rmSync(file)
  const saysSo = Object.values(results).some((summary) => (summary?.failed ?? 0) > 0)
  return code === 0 || saysSo ? results : {}
}

function report(): void {
  console.log('\n── summary ──')
  let [passed, failed, skipped] = [0, 0, 0]
  for (const { stage, seconds, ...summary } of summaries) {
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
