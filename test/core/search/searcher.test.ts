import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CoreEvent, Input, Output } from '../../../shared/contract'
import { createCore, type Core } from '../../../electron/core/services'
import { inFolder, aProject, aSource } from '../../builders'

async function aCore(folder: string) {
  const project = aProject(folder)
  aSource(
    project,
    [
      ['Ada', '=The engine weaves patterns.'],
      ['Bob', `${'a'.repeat(60)}!`],
    ],
    { title: 'Engines' },
  )
  project.close()
  const events: CoreEvent[] = []
  const core = createCore()
  onTestFinished(() => core.close())
  core.subscribe((event) => events.push(event))
  await core.invoke('host', 'project.open', { path: project.path })
  return { core, events, path: project.path }
}

async function find(core: Core, input: Input<'search.find'>): Promise<Output<'search.find'>> {
  const answer = await core.invoke('window', 'search.find', input)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Output<'search.find'>
}

describe('a core that is searched', () => {
  it('finds in a thread of its own, and what was changed since the last search', () =>
    inFolder(async (folder) => {
      const { core } = await aCore(folder)
      expect(await find(core, { query: 'PATTERNS' })).toMatchObject({ kind: 'found', total: 1 })
      aSource(core.project()!, [['Cho', 'No patterns here.']], { title: 'Later' })
      await core.invoke('host', 'project.update', { title: 'Anew' })
      expect(await find(core, { query: 'patterns' })).toMatchObject({ total: 2, sources: 2 })
      expect(await find(core, { query: '/P\\w+s/' })).toMatchObject({ total: 2 })
      expect(await find(core, { query: 'patterns AND' })).toMatchObject({ kind: 'fault', fault: { start: 9, end: 12 } })
    }))

  it('supersedes a search that is still under way, and ends a pattern that takes for ever', () =>
    inFolder(async (folder) => {
      const { core } = await aCore(folder)
      const [slow, first, second] = await Promise.all([
        find(core, { query: '/(a+)+$/' }),
        find(core, { query: 'engine', job: 'typing' }),
        find(core, { query: 'engine weaves', job: 'typing' }),
      ])
      expect(slow).toEqual({ kind: 'slow', seconds: 5 })
      expect(first).toEqual({ kind: 'superseded' })
      expect(second).toMatchObject({ kind: 'found', total: 1 })
    }))

  it('writes its hits as a table in which nothing is a formula', () =>
    inFolder(async (folder) => {
      const { core } = await aCore(folder)
      const path = join(folder, 'hits.csv')
      expect(await core.invoke('host', 'search.export', { query: '=the engine', path })).toMatchObject({ ok: true })
      expect(readFileSync(path, 'utf8')).toBe(
        '\ufeffbefore,match,after,speaker,source,date,time,start,end,marked\r\n' +
          `,"'=The engine",weaves patterns. ${'a'.repeat(60)}!,Ada,Engines,,,0,11,no\r\n`,
      )
    }))
})
