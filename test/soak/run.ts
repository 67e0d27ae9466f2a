// `npm run soak -- kill [--count N] [--seed N]`: tests that take too long for `npm test`. Prints what was done and
// what broke; the exit code is 1 when anything did.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { buildKillChild } from './kill/build-child.ts'
import type * as RunKills from './kill/run-kills.ts'

interface SoakOptions {
  readonly count: number | null
  readonly seed: number
}

/** Each gives the lines to print and what broke. */
type Soak = (
  options: SoakOptions,
) => Promise<{ readonly lines: readonly string[]; readonly failures: readonly string[] }>

const SOAKS: Readonly<Record<string, Soak>> = { kill: soakKill }

const USAGE = `npm run soak -- ${Object.keys(SOAKS).join('|')} [--count N] [--seed N]`

const asked = readArguments()
if (asked === null) {
  console.error(`verbatim: no such soak test — ${USAGE}`)
  process.exitCode = 2
} else {
  const started = performance.now()
  const { lines, failures } = await asked.soak(asked.options)
  for (const line of [...lines, ...failures]) console.log(line)
  console.log(`${failures.length} failures in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  process.exitCode = failures.length === 0 ? 0 : 1
}

async function soakKill({ count, seed }: SoakOptions): ReturnType<Soak> {
  const child = await buildKillChild()
  const { module } = await runnerImport<typeof RunKills>(join(import.meta.dirname, 'kill', 'run-kills.ts'))
  const report = await module.runKills({ count: count ?? 1000, seed, child })
  const during = Object.entries(report.during).map(([what, times]) => `  ${what} ${times}`)
  return {
    lines: [
      `${report.kills} kills, ${report.acknowledged} acknowledged actions, ${report.extra} whole but not acknowledged`,
      ...during,
    ],
    failures: report.failures,
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { count: { type: 'string' }, seed: { type: 'string', default: '1' } },
    })
    const [name = ''] = positionals
    const soak = Object.hasOwn(SOAKS, name) ? SOAKS[name] : undefined
    const count = values.count === undefined ? null : Number(values.count)
    const seed = Number(values.seed)
    if (!soak || positionals.length > 1 || !Number.isInteger(seed)) return null
    if (count !== null && !(Number.isInteger(count) && count > 0)) return null
    return { soak, options: { count, seed } }
  } catch {
    return null
  }
}
