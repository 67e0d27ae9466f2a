// The program behind `npm run fuzz`: run.ts bundles it beside the import's worker.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzImports, readCorpus } from './fuzz-imports'
import { fuzzProjects, harmProject, readProjects } from './fuzz-projects'
import { mutate, randomOf } from './mutate'

const [fixtures = '', kept = '', ...args] = process.argv.slice(2)
const { values } = parseArgs({
  args,
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
  },
})
const [count, seed, from] = [values.count, values.seed, values.from].map(Number) as [number, number, number]
if (
  ![count, seed, from].every((number) => Number.isSafeInteger(number) && number >= 0) ||
  !['', 'imports', 'projects'].includes(values.only)
) {
  console.error('verbatim: npm run fuzz -- [--count N] [--seed N] [--from N] [--only imports|projects]')
  process.exit(2)
}
/** A project is read through and through: one in so many cases is enough. */
const IMPORTS_A_PROJECT = 10

async function main(): Promise<number> {
  mkdirSync(kept, { recursive: true })
  const imports = values.only === 'projects' ? 0 : await mutateImports()
  const projects = values.only === 'imports' ? 0 : await harmProjects()
  return imports + projects === 0 ? 0 : 1
}

async function harmProjects(): Promise<number> {
  const corpus = readProjects(fixtures)
  const cases = values.only === 'projects' ? count : Math.ceil(count / IMPORTS_A_PROJECT)
  console.log(
    `${cases} harmed projects: npm run fuzz -- --only projects --count ${cases} --seed ${seed} --from ${from}`,
  )
  const started = performance.now()
  const findings = await fuzzProjects({ corpus, seed, from, count: cases })
  for (const { index, steps, problem } of findings) {
    console.log(
      `${problem}\n  made by ${steps.join(', ')}; again with --only projects --seed ${seed} --from ${index} --count 1`,
    )
    writeFileSync(join(kept, `seed-${seed}-${index}.verbatim`), harmProject(corpus, randomOf(seed, index)).bytes)
  }
  console.log(`${findings.length} findings in ${Math.round((performance.now() - started) / 1000)} s`)
  return findings.length
}

async function mutateImports(): Promise<number> {
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
  for (const { index, file, problem } of findings) {
    console.log(`${file}: ${problem}`)
    if (index === null) continue
    const { name, bytes, steps } = mutate(corpus, randomOf(seed, index))
    writeFileSync(join(kept, `seed-${seed}-${index}-${name}`), bytes)
    console.log(`  made by ${steps.join(', ')}; again with --seed ${seed} --from ${index} --count 1`)
  }
  console.log(`${findings.length} findings in ${Math.round((performance.now() - started) / 1000)} s`)
  return findings.length
}

void main().then((code) => process.exit(code))
