import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fuzzImports, readCorpus } from '../../fuzz/fuzz-imports'

it('imports mutated files whole or not at all, without a crash', async () => {
  const corpus = readCorpus(join(import.meta.dirname, '../../fixtures'))
  expect(await fuzzImports({ corpus, seed: 3, from: 0, count: 60 })).toEqual([])
}, 60_000)
