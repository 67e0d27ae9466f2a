import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../../electron/build/tools.ts'
import { searchBenchBundles } from '../../../electron/build/vite.ts'
import type { BenchOptions, BenchResult, BenchRow, BenchTarget } from '../bench-row.ts'
import { round, summarise } from '../editor/stats.ts'

/** What the measured program prints. */
interface Measured {
  readonly textMb: number
  readonly readS: number
  readonly indexS: number
  readonly indexMb: number
  readonly firstAnswerS: number
  readonly rows: readonly {
    readonly case: string
    readonly verbatim: readonly number[]
    readonly ripgrep: readonly number[]
    readonly like: readonly number[]
  }[]
  readonly check: { readonly compared: number; readonly different: number; readonly places: number } | null
}

const WORDS = 10_000
/** Milliseconds for the first hits and the exact total. */
const MOST_MS = 5
const MOST_IN_WORD_MS = 20
const TIMES_FASTER = 5
const WORDS_A_SECOND = 2_000_000

/** Searches a thousand transcripts, and compares with ripgrep over the same files and with `LIKE`. */
export async function benchSearch({ quick, seed }: BenchOptions): Promise<BenchResult> {
  const folder = join(root, 'node_modules', '.cache', 'verbatim-bench-search')
  mkdirSync(folder, { recursive: true })
  for (const config of searchBenchBundles(root, folder)) await build({ ...config, logLevel: 'error' })
  const texts = quick ? 100 : 1000
  const args = [texts, WORDS, seed, quick ? 40 : 200, quick ? 50 : 500].map(String)
  const output = execFileSync(process.execPath, [join(folder, 'search-bench.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e9,
  })
  const measured = JSON.parse(output.toString()) as Measured
  const { textMb, readS, indexS, indexMb, firstAnswerS, check } = measured
  const rows: BenchRow[] = [
    {
      subject: 'verbatim',
      case: `index of ${texts} texts of ${WORDS} words`,
      textMb: round(textMb),
      readS: round(readS),
      indexS: round(indexS),
      indexMb: round(indexMb),
      firstAnswerS: round(firstAnswerS),
    },
    ...measured.rows.flatMap((row) =>
      (['verbatim', 'ripgrep', 'like'] as const)
        .filter((subject) => row[subject].length > 0)
        .map((subject) => {
          const { p50, p95 } = summarise(row[subject])
          return { subject, case: row.case, queryP50Ms: p50, queryP95Ms: p95 }
        }),
    ),
  ]
  const notes = check
    ? [`${check.compared} pieces of text compared with ripgrep: ${check.different} differ, ${check.places} places`]
    : ['ripgrep is not installed: nothing was compared with it']
  return { rows, targets: judge(measured, texts), notes }
}

function judge({ rows, indexS, indexMb, textMb, check }: Measured, texts: number): BenchTarget[] {
  const speed = Math.round((texts * WORDS) / indexS)
  return [
    ...rows.flatMap(({ case: name, verbatim, ripgrep }) => {
      const isInWord = name.includes('in-word')
      const most = isInWord ? MOST_IN_WORD_MS : MOST_MS
      const { p50, p95 } = summarise(verbatim)
      const times = round(summarise(ripgrep).p50 / p50)
      return [
        { name: `${name}: p95 in ms`, value: p95, limit: `at most ${most}`, passed: p95 <= most },
        ...(ripgrep.length > 0 && !isInWord
          ? [
              {
                name: `${name}: times faster than ripgrep`,
                value: times,
                limit: `at least ${TIMES_FASTER}`,
                passed: times >= TIMES_FASTER,
              },
            ]
          : []),
      ]
    }),
    {
      name: 'words indexed a second',
      value: speed,
      limit: `at least ${WORDS_A_SECOND}`,
      passed: speed >= WORDS_A_SECOND,
    },
    { name: 'index to text', value: round(indexMb / textMb), limit: 'at most 1', passed: indexMb <= textMb },
    ...(check
      ? [{ name: 'pieces that differ from ripgrep', value: check.different, limit: '0', passed: check.different === 0 }]
      : []),
  ]
}
