import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ProjectsFolder } from '../../../electron/host/loopback/projects-folder'
import { temporaryFolder } from '../../temporary-folder'

describe('the folder of projects', () => {
  it('lists its projects, last changed first, and nothing else', async () => {
    const folder = temporaryFolder()
    for (const [name, day] of [
      ['old', 1],
      ['new', 2],
    ] as const) {
      const path = join(folder, `${name}.verbatim`)
      writeFileSync(path, '')
      utimesSync(path, new Date(Date.UTC(2026, 0, day)), new Date(Date.UTC(2026, 0, day)))
    }
    writeFileSync(join(folder, 'new.verbatim.lock'), '')
    mkdirSync(join(folder, 'folder.verbatim'))
    expect(await new ProjectsFolder(folder).list()).toEqual([
      { path: join(folder, 'new.verbatim'), name: 'new', openedAt: '2026-01-02T00:00:00.000Z' },
      { path: join(folder, 'old.verbatim'), name: 'old', openedAt: '2026-01-01T00:00:00.000Z' },
    ])
  })

  it('takes a project by its name or its path', () => {
    const folder = temporaryFolder()
    const projects = new ProjectsFolder(folder)
    expect(projects.resolve('a.verbatim')).toBe(join(folder, 'a.verbatim'))
    expect(projects.resolve(join(folder, 'a.verbatim'))).toBe(join(folder, 'a.verbatim'))
  })

  it.each([
    '../a.verbatim',
    'sub/a.verbatim',
    'sub/../../a.verbatim',
    '/etc/a.verbatim',
    'a.txt',
    '',
    '..',
    'x\0.verbatim',
  ])('refuses %j', (name) => {
    expect(() => new ProjectsFolder(temporaryFolder()).resolve(name)).toThrow(
      expect.objectContaining({ code: 'not-allowed' }),
    )
  })

  it('numbers a new project whose name is taken, whatever its case', async () => {
    const folder = temporaryFolder()
    const projects = new ProjectsFolder(folder)
    expect(await projects.newPath('Debate')).toBe(join(folder, 'Debate.verbatim'))
    writeFileSync(join(folder, 'debate.verbatim'), '')
    writeFileSync(join(folder, 'Debate 2.verbatim'), '')
    expect(await projects.newPath('Debate')).toBe(join(folder, 'Debate 3.verbatim'))
  })
})
