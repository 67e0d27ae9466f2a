import { expect, it } from 'vitest'
import { createCore } from '../../../electron/core/services'
import { RecentFailures } from '../../../electron/core/diagnostics/recent-failures'
import { act } from '../../../electron/core/store/act'
import { insertPassage, updatePassage } from '../../../electron/core/store/passages'
import type { Diagnostics } from '../../../shared/domain/diagnostics'
import { aProject, aSource, inFolder } from '../../builders'

const SECRETS = ['engine weaves', 'Ada', 'An interview', 'between us', 'Test']

async function read(core: ReturnType<typeof createCore>): Promise<Diagnostics> {
  const answer = await core.invoke('window', 'diagnostics.read', {})
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Diagnostics
}

it('tells versions, paths, sizes and integrity, and nothing of what anybody said or wrote', () =>
  inFolder(async (folder) => {
    const db = aProject(folder, 'p.verbatim')
    const sourceId = aSource(db)
    const id = act(db, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges: [{ start: 0, end: 18 }] }))
    act(db, 'passage.update', (w) => updatePassage(w, id, { note: 'between us', tags: ['between us'] }))
    db.close()
    const core = createCore()
    expect(await read(core)).toMatchObject({ project: null, log: [], node: process.versions.node })
    await core.invoke('host', 'project.open', { path: db.path })
    const found = await read(core)
    expect(found.project).toMatchObject({
      path: db.path,
      sources: 1,
      passages: 1,
      reviews: 0,
      actions: 3,
      problems: [],
      backups: 1,
      sqlite: expect.stringMatching(/^3\./),
    })
    expect(found.project!.bytes).toBeGreaterThan(4096)
    for (const secret of SECRETS) expect(JSON.stringify(found)).not.toContain(secret)
    core.close()
  }))

it('keeps of a failure where it happened, and never its message, which may quote a transcript', () => {
  const failures = new RecentFailures()
  failures.add(
    'source.read',
    new SyntaxError('Unexpected token in "Ada: The engine weaves\n    at (home, between us:1:1)"'),
  )
  failures.add('source.read', 'Ada said so')
  expect(failures.lines[0]).toMatch(/^\S+ source\.read: SyntaxError diagnostics\.test\.ts:\d+:\d+ /)
  expect(failures.lines[1]).toMatch(/^\S+ source\.read: string$/)
  for (const secret of SECRETS.slice(0, 4)) expect(failures.lines.join('\n')).not.toContain(secret)
  for (let turn = 0; turn < 100; turn += 1) failures.add('x', new Error('x'))
  expect(failures.lines).toHaveLength(20)
})
