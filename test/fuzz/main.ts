// The program behind `npm run fuzz`: run.ts bundles it beside the import's worker.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzImports, readCorpus } from './fuzz-imports'
import { mutate, randomOf } from './mutate'

const [fixtures = '', kept = '', ...args] = process.argv.slice(2)
const { values } = parseArgs({
  args,
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string', default: '0' },
  },
})
const [count, seed, from] = [values.count, values.seed, values.from].map(Number) as [number, number, number]
if (![count, seed, from].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error('verbatim: npm run fuzz -- [--count N] [--seed N] [--from N]')
  process.exit(2)
}
async function main(): Promise<number> {
  const corpus = readCorpus(fixtures)
  console.log(
    `${count} mutations of ${corpus.length} files: npm run fuzz -- --count ${count} --seed ${seed} --from ${from}`,
  )
  const started = performance.now()
  const findings = await fuzzImports({
    corpus,
    seed,
    from,
    count,
    progress: (done, found) => {
      if (done % 1000 === 0 || done === count) console.log(`${done} tried, ${found.length} findings`)
    },
  })
  mkdirSync(kept, { recursive: true })
  for (const { index, file, problem } of findings) {
    console.log(`${file}: ${problem}`)
    if (index === null) continue
    const { name, bytes, steps } = mutate(corpus, randomOf(seed, index))
    writeFileSync(join(kept, `seed-${seed}-${index}-${name}`), bytes)
    console.log(`  made by ${steps.join(', ')}; again with --seed ${seed} --from ${index} --count 1`)
  }
  console.log(`${findings.length} findings in ${Math.round((performance.now() - started) / 1000)} s`)
  return findings.length === 0 ? 0 : 1
}

void main().then((code) => process.exit(code))
