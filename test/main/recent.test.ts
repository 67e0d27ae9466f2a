import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RecentProjects } from '../../electron/main/recent'
import { temporaryFolder } from '../temporary-folder'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))

describe('recent projects', () => {
  it('are newest first, each once, also after a restart', async () => {
    const file = join(temporaryFolder(), 'recent.json')
    const recent = await RecentProjects.read(file)
    await recent.add('/a.verbatim', 'Debate A', at(1))
    await recent.add('/b.verbatim', 'Debate B', at(2))
    await recent.add('/a.verbatim', 'Debate A, renamed', at(3))
    expect((await RecentProjects.read(file)).list()).toEqual([
      { path: '/a.verbatim', name: 'Debate A, renamed', openedAt: '2026-01-03T00:00:00.000Z' },
      { path: '/b.verbatim', name: 'Debate B', openedAt: '2026-01-02T00:00:00.000Z' },
    ])
  })

  it('are twenty at most', async () => {
    const recent = await RecentProjects.read(join(temporaryFolder(), 'recent.json'))
    for (let day = 1; day <= 25; day += 1) await recent.add(`/${day}.verbatim`, `${day}`, at(day))
    expect(recent.list().map((project) => project.name)).toEqual(
      Array.from({ length: 20 }, (_, index) => `${25 - index}`),
    )
    expect([recent.has('/6.verbatim'), recent.has('/5.verbatim')]).toEqual([true, false])
  })

  it('can be forgotten one by one or all', async () => {
    const file = join(temporaryFolder(), 'recent.json')
    const recent = await RecentProjects.read(file)
    for (const name of ['a', 'b', 'c']) await recent.add(`/${name}`, name, at(1))
    await recent.forget('/b')
    expect((await RecentProjects.read(file)).list().map((project) => project.name)).toEqual(['c', 'a'])
    await recent.clear()
    expect((await RecentProjects.read(file)).list()).toEqual([])
  })

  it('start afresh when their file is of no use', async () => {
    const file = join(temporaryFolder(), 'recent.json')
    writeFileSync(file, '[{"path":"/a.verbatim","name":5}]')
    expect((await RecentProjects.read(file)).list()).toEqual([])
  })
})
