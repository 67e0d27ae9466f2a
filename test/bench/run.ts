// `npm run bench -- import|editor|search|review|soak [--quick] [--json] [--seed N] [--size WORDSxPASSAGES]`: measures what is built
// and prints the figures with the machine's, and beside them what is promised.
import { availableParallelism, cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { BenchOptions, BenchResult, BenchTarget } from './bench-row.ts'
import { benchEditor } from './editor/bench-editor.ts'
import { benchSoak } from './editor/soak.ts'
import { benchImport } from './import.ts'
import { benchReview } from './review/bench-review.ts'
import { benchSearch } from './search/bench-search.ts'

const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<BenchResult>>> = {
  import: benchImport,
  editor: benchEditor,
  search: benchSearch,
  review: benchReview,
  soak: benchSoak,
}

const USAGE = `npm run bench -- ${Object.keys(BENCHES).join('|')} [--quick] [--json] [--seed N] [--size WORDSxPASSAGES]`

const asked = readArguments()
if (asked === null) {
  console.error(`verbatim: no such benchmark — ${USAGE}`)
  process.exitCode = 2
} else {
  const { rows, targets = [], browser = null, notes = [] } = await asked.bench(asked.options)
  const machine = {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown processor',
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    browser,
  }
  if (asked.json) console.log(JSON.stringify({ bench: asked.name, machine, rows, targets, notes }, null, 2))
  else {
    const { cores, processor, memoryGb, node } = machine
    console.log(`${cores} × ${processor}, ${memoryGb} GB, Node ${node}${browser === null ? '' : `, ${browser}`}`)
    for (const { subject, case: what, ...figures } of rows) {
      const parts = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`)
      console.log(`${subject}  ${what}  ${parts.join('  ')}`)
    }
    for (const target of targets) console.log(lineOf(target))
    for (const note of notes) console.log(note)
  }
}

function lineOf({ name, value, limit, passed }: BenchTarget): string {
  return `${passed ? 'pass' : 'MISS'}  ${name}: ${value} (${limit})`
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        size: { type: 'string' },
      },
    })
    const [name = ''] = positionals
    const bench = BENCHES[name]
    const size = values.size === undefined ? null : /^(\d+)x(\d+)$/.exec(values.size)
    const seed = Number(values.seed)
    if (!bench || positionals.length > 1 || !Number.isInteger(seed) || (values.size !== undefined && !size)) return null
    const options = {
      quick: values.quick,
      seed,
      size: size && { words: Number(size[1]), passages: Number(size[2]) },
    }
    return { name, bench, json: values.json, options }
  } catch {
    return null
  }
}
