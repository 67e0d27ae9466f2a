// Backups of a project: when they are made, what happens when they cannot be, and going back to one.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { createCore, type Core } from '../../../electron/core/services'
import { act, undoAction } from '../../../electron/core/store/act'
import { backupFolder, beginBackup, listBackups } from '../../../electron/core/store/backups'
import { openDatabase } from '../../../electron/core/store/database'
import { getProject, updateProject } from '../../../electron/core/store/project'
import { deletePassages, insertPassage, listPassages } from '../../../electron/core/store/passages'
import { startReview } from '../../../electron/core/start-review'
import type { Backup } from '../../../shared/domain/backup'
import type { ProjectComparison } from '../../../shared/domain/comparison'
import type { ProjectInfo } from '../../../shared/domain/project'
import { aProject, aSource, inFolder } from '../../builders'

async function ask<T>(core: Core, name: string, input: unknown = {}): Promise<T> {
  const answer = await core.invoke('host', name, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as T
}

/** Makes a file as old as that. */
function age(path: string, minutes: number): void {
  const at = new Date(Date.now() - minutes * 60_000)
  utimesSync(path, at, at)
}

describe('a backup', () => {
  it('is made at opening when the project changed since the newest, and a damaged project offers it', () =>
    inFolder((folder) => {
      const { path, close } = aProject(folder)
      close()
      openDatabase(path, { readOnly: false }).close()
      const [backup, ...others] = listBackups(path)
      expect(others).toEqual([])
      expect(basename(backup!)).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.verbatim$/)
      // Nothing changed since.
      age(path, 90)
      age(backup!, 80)
      openDatabase(path, { readOnly: false }).close()
      expect(listBackups(path)).toEqual([backup])

      writeFileSync(path, readFileSync(path).fill(0x5a, 4096))
      expect(() => openDatabase(path, { readOnly: false })).toThrow(
        expect.objectContaining({
          code: 'project-damaged',
          recovery: expect.objectContaining({ path: backup }),
        }),
      )
    }))

  it('is added while the project changes, at most every so many minutes', () =>
    inFolder(async (folder) => {
      const db = aProject(folder)
      await db.rolling.backUp(15)
      const [first] = listBackups(db.path)
      age(first!, 14)
      act(db, 'project.update', (w) => updateProject(w, { title: 'Later' }))
      await db.rolling.backUp(15)
      expect(listBackups(db.path)).toEqual([first])
      age(first!, 16)
      await db.rolling.backUp(15)
      expect(readdirSync(backupFolder(db.path)).filter((name) => !name.endsWith('.verbatim'))).toEqual([])
      const [second, ...rest] = listBackups(db.path)
      expect(rest).toHaveLength(1)
      const copy = openDatabase(second!, { readOnly: true })
      expect(getProject(copy).title).toBe('Later')
      copy.close()
      db.close()
    }))

  it('is added by a core that is left running, as often as it is told', () =>
    inFolder(async (folder) => {
      const { path, close } = aProject(folder)
      close()
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      const core = createCore({ backupMinutes: () => 5 })
      try {
        await ask(core, 'project.open', { path })
        const [first] = listBackups(path)
        age(first!, 6)
        await ask(core, 'project.update', { title: 'Changed' })
        await vi.advanceTimersByTimeAsync(60_000)
        for (let turn = 0; turn < 10_000 && listBackups(path).length < 2; turn += 1) await setImmediate()
        expect(listBackups(path)).toHaveLength(2)
      } finally {
        core.close()
        vi.useRealTimers()
      }
    }))

  it('that cannot be written keeps no project from opening: it is told, until it works again', () =>
    inFolder(async (folder) => {
      const { path, close } = aProject(folder)
      close()
      // Where the folder should be there is a file.
      writeFileSync(backupFolder(path), '')
      const core = createCore()
      const opened = await ask<ProjectInfo>(core, 'project.open', { path })
      expect(opened).toMatchObject({ title: 'Test', readOnly: false, backupProblem: { code: expect.any(String) } })
      await ask(core, 'project.update', { title: 'Still works' })
      expect(await ask(core, 'backup.make')).toEqual([])
      expect(await ask(core, 'project.find')).toMatchObject({
        backupProblem: { params: { file: 'test.verbatim.backups' } },
      })

      rmSync(backupFolder(path))
      expect(await ask(core, 'backup.make')).toHaveLength(1)
      expect(await ask(core, 'project.find')).toMatchObject({ backupProblem: null })
      core.close()
    }))

  it('is none before it was checked, and what an interrupted one left is taken away', () =>
    inFolder(async (folder) => {
      const db = aProject(folder)
      const left = beginBackup(db.path)
      writeFileSync(left.path, 'half')
      expect(listBackups(db.path)).toEqual([])
      await db.rolling.backUp(15)
      expect(existsSync(left.path)).toBe(false)
      expect(listBackups(db.path)).toHaveLength(1)
      db.close()
    }))

  it('that is just made stays when the clock went back a year', () =>
    inFolder((folder) => {
      const path = join(folder, 'p.verbatim')
      mkdirSync(backupFolder(path))
      for (let hour = 10; hour < 60; hour += 1)
        writeFileSync(
          join(
            backupFolder(path),
            `2027-06-${Math.floor(hour / 24) + 10}T${String(hour % 24).padStart(2, '0')}-00-00.verbatim`,
          ),
          '',
        )
      vi.useFakeTimers({ now: new Date('2026-06-11T10:00:00'), toFake: ['Date'] })
      try {
        const backup = beginBackup(path)
        writeFileSync(backup.path, '')
        expect(listBackups(path)).toHaveLength(50)
        const made = backup.finish()
        expect(existsSync(made)).toBe(true)
        expect(listBackups(path)).toContain(made)
      } finally {
        vi.useRealTimers()
      }
    }))
})

describe('going back to a backup', () => {
  /** An open project whose only backup has a passage that it no longer has, and lacks a review and another title. */
  async function aChangedProject(folder: string) {
    const db = aProject(folder)
    const sourceId = aSource(db)
    const passage = act(db, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges: [{ start: 0, end: 10 }] }))
    act(db, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges: [{ start: 11, end: 20 }] }))
    await db.rolling.backUp(0)
    const [backup] = listBackups(db.path)
    act(db, 'passage.delete', (w) => deletePassages(w, [passage]))
    act(db, 'review.create', (w) => startReview(w, { title: 'Topic', language: 'en', starter: true }))
    act(db, 'source.update', (w) => w.run(`UPDATE source SET title = 'Renamed'`))
    db.close()
    const core = createCore()
    await ask(core, 'project.open', { path: db.path })
    return { core, path: db.path, name: basename(backup!) }
  }

  it('shows what would change, and changes nothing by that', () =>
    inFolder(async (folder) => {
      const { core, path, name } = await aChangedProject(folder)
      const before = readFileSync(path)
      const things = await ask<ProjectComparison>(core, 'backup.compare', { name })
      expect(things).toEqual([
        expect.objectContaining({ kind: 'source', where: 'both', label: 'Renamed', differences: ['facts'] }),
        expect.objectContaining({ kind: 'passage', where: 'there', label: 'The engine' }),
        expect.objectContaining({ kind: 'camp', where: 'here' }),
        expect.objectContaining({ kind: 'camp', where: 'here' }),
        expect.objectContaining({ kind: 'review', where: 'here', label: 'Topic' }),
      ])
      expect(readFileSync(path)).toEqual(before)
      core.close()
    }))

  it('keeps what was there as a backup, so that one can go forth again', () =>
    inFolder(async (folder) => {
      const { core, path, name } = await aChangedProject(folder)
      const events: string[] = []
      core.subscribe((event) => events.push(event.kind === 'changed' ? event.action : event.kind))
      const now = await ask<ProjectInfo>(core, 'backup.restore', { name })
      expect(now).toMatchObject({ path, undo: 'passage.mark', readOnly: false })
      expect(events).toEqual(['backup.restore'])
      const db = core.project()!
      expect(listPassages(db).map(({ text }) => text)).toEqual(['The engine', 'weaves pa'])
      expect(await ask(core, 'review.list')).toEqual([])
      expect(db.integrityProblems()).toEqual([])
      undoAction(db)
      expect(listPassages(db)).toHaveLength(1)

      const kept = (await ask<Backup[]>(core, 'backup.list')).find(({ beforeRestoring }) => beforeRestoring)!
      expect(kept.name).toContain(' before restoring')
      await ask(core, 'backup.restore', { name: kept.name })
      expect(await ask(core, 'review.list')).toMatchObject([{ title: 'Topic' }])
      expect(await ask(core, 'source.list')).toMatchObject([{ title: 'Renamed' }])
      core.close()
      const again = openDatabase(path, { readOnly: false })
      expect(again.integrityProblems()).toEqual([])
      again.close()
    }))

  it('keeps the backup that is restored, also when it is the oldest of more than are kept', () =>
    inFolder(async (folder) => {
      const { core, path, name } = await aChangedProject(folder)
      const nameOf = (day: number) => `2026-06-${String(day).padStart(2, '0')}T10-00-00 before restoring.verbatim`
      for (let day = 1; day <= 10; day += 1)
        copyFileSync(join(backupFolder(path), name), join(backupFolder(path), nameOf(day)))
      await ask(core, 'backup.restore', { name: nameOf(1) })
      expect(listPassages(core.project()!)).toHaveLength(2)
      expect(readdirSync(backupFolder(path))).toContain(nameOf(1))
      core.close()
    }))

  it('restores nothing when the backup is damaged, is not one, or what is there cannot be kept', () =>
    inFolder(async (folder) => {
      const { core, path, name } = await aChangedProject(folder)
      const refused = async (input: unknown) => {
        const answer = await core.invoke('window', 'backup.restore', input)
        expect(await ask(core, 'source.list')).toMatchObject([{ title: 'Renamed' }])
        return answer.ok ? null : answer.error.code
      }
      expect(await refused({ name: '../test.verbatim' })).toBe('not-found')
      expect(await refused({ name: path })).toBe('not-found')
      const backup = join(backupFolder(path), name)
      const good = readFileSync(backup)
      writeFileSync(backup, Buffer.from(good).fill(0x5a, 4096))
      expect(await refused({ name })).toBe('project-damaged')
      writeFileSync(backup, good)
      // A folder of the name that the copy would have.
      vi.useFakeTimers({ now: new Date('2026-06-11T10:00:00'), toFake: ['Date'] })
      try {
        mkdirSync(join(backupFolder(path), '2026-06-11T10-00-00 before restoring.verbatim.partial', 'in the way'), {
          recursive: true,
        })
        expect(await refused({ name })).not.toBeNull()
      } finally {
        vi.useRealTimers()
      }
      core.close()
    }))
})
