import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fuzzProjects, readProjects } from '../../fuzz/fuzz-projects'

it('refuses or reads harmed projects, and salvages what is damaged', async () => {
  const corpus = readProjects(join(import.meta.dirname, '../../fixtures'))
  expect(await fuzzProjects({ corpus, seed: 5, from: 0, count: 40 })).toEqual([])
}, 60_000)
