// `npm run bench -- import [--quick] [--json]`: measures what is built and prints the figures with the machine's.
import { availableParallelism, cpus } from 'node:os'
import type { BenchRow } from './bench-row.ts'
import { benchImport } from './import.ts'

const BENCHES: Readonly<Record<string, (quick: boolean) => Promise<BenchRow[]>>> = { import: benchImport }

const [name = '', ...options] = process.argv.slice(2)
const bench = BENCHES[name]
if (bench && options.every((option) => option === '--quick' || option === '--json')) {
  const rows = await bench(options.includes('--quick'))
  const machine = { cores: availableParallelism(), node: process.version, browser: null }
  if (options.includes('--json')) console.log(JSON.stringify({ bench: name, machine, rows }, null, 2))
  else {
    console.log(`${machine.cores} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${machine.node}`)
    for (const { subject, case: what, ...figures } of rows) {
      const parts = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`)
      console.log(`${subject}  ${what}  ${parts.join('  ')}`)
    }
  }
} else {
  console.error(`verbatim: no such benchmark — npm run bench -- ${Object.keys(BENCHES).join('|')} [--quick] [--json]`)
  process.exitCode = 2
}
