import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createDatabase, openDatabase } from '../../../electron/core/store/database'
import { lockPath } from '../../../electron/core/store/lock'
import { getProject, updateProject } from '../../../electron/core/store/project'
import { SCHEMA_VERSION } from '../../../electron/core/store/schema'
import { aProject, inFolder } from '../../builders'

const errorOf = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error
  }
  return null
}

describe('a project file', () => {
  it('is one SQLite file in WAL mode, marked as ours, with STRICT tables', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      expect(db.find('PRAGMA application_id')).toEqual({ application_id: 0x5642544d })
      expect(db.find('PRAGMA user_version')).toEqual({ user_version: SCHEMA_VERSION })
      expect(db.find('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
      expect(db.find('PRAGMA synchronous')).toEqual({ synchronous: 2 })
      expect(db.find('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 })
      expect(
        db.all(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'`),
      ).toEqual([])
      db.close()
    }))

  it('keeps what was written after it is closed, and leaves one file behind', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      db.transaction((writable) => updateProject(writable, { title: '世界模型' }))
      db.close()
      for (const suffix of ['-wal', '-shm', '.lock']) expect(existsSync(db.path + suffix)).toBe(false)
      const again = openDatabase(db.path, { readOnly: false })
      expect(getProject(again)).toEqual({ title: '世界模型', language: 'en' })
      again.close()
    }))

  it('takes nothing of a transaction that throws', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      const work = () =>
        db.transaction((writable) => {
          updateProject(writable, { title: 'half' })
          throw new Error('no')
        })
      expect(work).toThrow('no')
      expect(getProject(db).title).toBe('Test')
      db.close()
    }))

  it('refuses to make a project where a file is', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'here.verbatim'), 'my thesis')
      expect(errorOf(() => createDatabase(join(folder, 'here.verbatim')))).toMatchObject({ code: 'project-exists' })
      expect(readFileSync(join(folder, 'here.verbatim'), 'utf8')).toBe('my thesis')
    }))

  it('refuses a file that is not there, is no database, or is a database of something else, and leaves it as it is', () =>
    inFolder((folder) => {
      const text = join(folder, 'text.verbatim')
      writeFileSync(text, 'not a database at all, but long enough')
      const other = join(folder, 'other.verbatim')
      new Sqlite(other).exec('CREATE TABLE t (x)').close()
      const before = readFileSync(other)
      expect(errorOf(() => openDatabase(join(folder, 'none.verbatim'), { readOnly: false }))).toMatchObject({
        code: 'project-missing',
      })
      expect(errorOf(() => openDatabase(text, { readOnly: false }))).toMatchObject({ code: 'project-foreign' })
      expect(errorOf(() => openDatabase(other, { readOnly: false }))).toMatchObject({ code: 'project-foreign' })
      expect(readFileSync(other)).toEqual(before)
      expect(existsSync(lockPath(other))).toBe(false)
    }))

  it('refuses a project of a newer version, and leaves it as it is', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      db.close()
      const newer = new Sqlite(db.path)
      newer.pragma('user_version = 99')
      newer.pragma('journal_mode = DELETE')
      newer.close()
      const before = readFileSync(db.path)
      expect(errorOf(() => openDatabase(db.path, { readOnly: false }))).toMatchObject({
        code: 'project-newer',
        text: { code: 'project-of-newer', params: { file: 'test.verbatim' } },
      })
      expect(readFileSync(db.path)).toEqual(before)
    }))

  it('refuses a damaged project', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      db.close()
      const bytes = readFileSync(db.path)
      // Page 2 onwards: the header stays good, the tables do not.
      bytes.fill(0x5a, 4096, bytes.length)
      writeFileSync(db.path, bytes)
      expect(errorOf(() => openDatabase(db.path, { readOnly: false }))).toMatchObject({ code: 'project-damaged' })
      expect(readFileSync(db.path)).toEqual(bytes)
    }))

  it('has one writer; a second opener learns who it is and may read', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      expect(errorOf(() => openDatabase(db.path, { readOnly: false }))).toMatchObject({
        code: 'project-locked',
        text: { params: { host: hostname(), process: String(process.pid) } },
        recovery: { kind: 'open-read-only', path: db.path, canTakeOver: false },
      })
      const reader = openDatabase(db.path, { readOnly: true })
      expect(getProject(reader).title).toBe('Test')
      expect(errorOf(() => reader.transaction(() => null))).toMatchObject({ code: 'read-only' })
      reader.close()
      db.close()
    }))

  it('is left as it was by a reader, with nothing beside it', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      db.close()
      const before = readFileSync(db.path)
      const reader = openDatabase(db.path, { readOnly: true })
      expect(errorOf(() => reader.find('DELETE FROM project RETURNING id'))).toMatchObject({ code: 'read-only' })
      reader.close()
      expect(readFileSync(db.path)).toEqual(before)
      for (const suffix of ['-wal', '-shm', '.lock', '.backups']) expect(existsSync(db.path + suffix)).toBe(false)
    }))

  it('takes over the lock of a zombie, and of an earlier process whose number is in use again', async () => {
    if (process.platform !== 'linux') return
    await inFolder(async (folder) => {
      const db = aProject(folder)
      db.close()
      // The shell becomes a `sleep` while its child still runs: nobody waits for that when it ends.
      const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'])
      const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)))
      while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
        await new Promise((resolve) => setImmediate(resolve))
      const zombie = { host: hostname(), pid, since: '2020-01-01T00:00:00.000Z' }
      const reused = { host: hostname(), pid: process.ppid, since: '2020-01-01T00:00:00.000Z', started: '1' }
      for (const left of [zombie, reused]) {
        writeFileSync(lockPath(db.path), JSON.stringify(left))
        openDatabase(db.path, { readOnly: false }).close()
        expect(existsSync(lockPath(db.path))).toBe(false)
      }
      parent.kill()
    })
  })

  it('takes over the lock of a process that is gone, or that was half written', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      db.close()
      const gone = { host: hostname(), pid: 2 ** 22 + 1, since: '2020-01-01T00:00:00.000Z' }
      for (const left of [JSON.stringify(gone), '{"host":']) {
        writeFileSync(lockPath(db.path), left)
        openDatabase(db.path, { readOnly: false }).close()
        expect(existsSync(lockPath(db.path))).toBe(false)
      }
    }))

  it('of another computer is taken over by whoever asks for it, and the one that had it writes no more', () =>
    inFolder(async (folder) => {
      const db = aProject(folder)
      const there = { host: 'another-laptop', pid: 1, since: '2026-06-11T08:30:00.000Z', started: null }
      // As a sync service brings it over.
      writeFileSync(lockPath(db.path), JSON.stringify(there))
      expect(errorOf(() => db.transaction(() => null))).toMatchObject({
        code: 'project-locked',
        message: expect.stringContaining('taken over by another program (process 1 on another-laptop'),
        recovery: { kind: 'keep-copy' },
      })
      await db.backup(join(folder, 'copy.verbatim'))
      db.close()
      expect(JSON.parse(readFileSync(lockPath(db.path), 'utf8'))).toEqual(there)

      expect(errorOf(() => openDatabase(db.path, { readOnly: false }))).toMatchObject({
        code: 'project-locked',
        recovery: { kind: 'open-read-only', path: db.path, canTakeOver: true },
      })
      const mine = openDatabase(db.path, { readOnly: false, takeOver: true })
      mine.transaction((writable) => updateProject(writable, { title: 'Mine' }))
      // A lock that is only gone comes back with the next action.
      rmSync(lockPath(db.path))
      mine.transaction((writable) => updateProject(writable, { title: 'Still mine' }))
      expect(JSON.parse(readFileSync(lockPath(db.path), 'utf8'))).toMatchObject({ host: hostname(), pid: process.pid })
      // Whoever runs on this computer is never taken over.
      expect(errorOf(() => openDatabase(db.path, { readOnly: false, takeOver: true }))).toMatchObject({
        code: 'project-locked',
        recovery: { kind: 'open-read-only', canTakeOver: false },
      })
      mine.close()
      expect(existsSync(lockPath(db.path))).toBe(false)
    }))

  it('copies itself while it is open', () =>
    inFolder(async (folder) => {
      const db = aProject(folder)
      const out = join(folder, 'backups', 'copy.verbatim')
      expect(await db.backup(out)).toBeGreaterThan(4096)
      db.transaction((writable) => updateProject(writable, { title: 'later' }))
      const copy = openDatabase(out, { readOnly: true })
      expect(getProject(copy).title).toBe('Test')
      expect(copy.integrityProblems()).toEqual([])
      copy.close()
      db.close()
    }))
})
