// What the disk and other programs can do to a project while it is open.
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { act, listUndo, undoAction } from '../../../electron/core/store/act'
import { openDatabase } from '../../../electron/core/store/database'
import { getProject, updateProject } from '../../../electron/core/store/project'
import { aProject, inFolder } from '../../builders'

const rename = (db: Parameters<typeof act>[0], title: string) => () =>
  act(db, 'project.update', (w) => updateProject(w, { title }))

it('writes nothing once the file was deleted, says so, and what is open can still be copied', () =>
  inFolder(async (folder) => {
    const db = aProject(folder)
    rename(db, 'Before')()
    rmSync(db.path)
    expect(rename(db, 'Lost')).toThrow(expect.objectContaining({ code: 'project-replaced' }))
    expect(getProject(db).title).toBe('Before')
    const copy = join(folder, 'kept.verbatim')
    await db.backup(copy)
    db.close()
    const kept = openDatabase(copy, { readOnly: false })
    expect(getProject(kept).title).toBe('Before')
    expect(kept.integrityProblems()).toEqual([])
    kept.close()
  }))

it('writes nothing into a file that took the project’s place', () =>
  inFolder((folder) => {
    const other = aProject(folder, 'other.verbatim')
    other.close()
    const db = aProject(folder)
    renameSync(db.path, join(folder, 'moved.verbatim'))
    copyFileSync(other.path, db.path)
    const before = readFileSync(db.path)
    expect(rename(db, 'Wrong')).toThrow(expect.objectContaining({ code: 'project-replaced' }))
    expect(readFileSync(db.path)).toEqual(before)
    db.close()
    expect(readFileSync(db.path)).toEqual(before)
  }))

it('takes all of an action or none when the disk is full, and goes on when there is room again', () =>
  inFolder((folder) => {
    const db = aProject(folder)
    rename(db, 'Before')()
    // SQLite's own limit on the pages of a file: the error is that of a full disk (SQLITE_FULL).
    const pages = db.find<{ page_count: number }>('PRAGMA page_count')!.page_count
    db.find(`PRAGMA max_page_count = ${pages}`)
    const huge = 'x'.repeat(1_000_000)
    expect(rename(db, huge)).toThrow(expect.objectContaining({ code: 'disk-full' }))
    expect(getProject(db).title).toBe('Before')
    expect(db.integrityProblems()).toEqual([])
    db.find('PRAGMA max_page_count = 1000000')
    rename(db, 'After')()
    undoAction(db)
    expect(getProject(db).title).toBe('Before')
    db.close()
  }))

it('waits for another program that writes, and refuses when that does not end', () =>
  inFolder((folder) => {
    const db = aProject(folder)
    const other = new Sqlite(db.path)
    other.exec('BEGIN IMMEDIATE')
    db.find('PRAGMA busy_timeout = 10')
    expect(rename(db, 'Mine')).toThrow(expect.objectContaining({ code: 'project-locked' }))
    other.exec('COMMIT')
    other.close()
    rename(db, 'Mine')()
    expect(getProject(db).title).toBe('Mine')
    db.close()
  }))

it('undoes in the order of what was done, also when the clock goes back', () =>
  inFolder((folder) => {
    const db = aProject(folder)
    vi.useFakeTimers({ now: new Date('2026-06-11T10:00:00Z'), toFake: ['Date'] })
    try {
      rename(db, 'One')()
      vi.setSystemTime(new Date('2001-01-01T00:00:00Z'))
      act(db, 'second', (w) => updateProject(w, { title: 'Two' }))
      expect(listUndo(db).undo).toBe('second')
      undoAction(db)
      expect(getProject(db).title).toBe('One')
      db.close()
      openDatabase(db.path, { readOnly: false }).close()
    } finally {
      vi.useRealTimers()
    }
  }))

it('opens a project whose last update to a newer version was interrupted, and keeps both copies', () =>
  inFolder((folder) => {
    const path = join(folder, 'old.verbatim')
    copyFileSync(join(import.meta.dirname, '../../fixtures/databases/1.verbatim'), path)
    const again = readFileSync(path)
    openDatabase(path, { readOnly: false }).close()
    const copies = () => readdirSync(folder).filter((name) => name.includes('.before-version-'))
    expect(copies()).toHaveLength(1)
    // Killed after the copy and before the commit: the old file and its copy are both there.
    rmSync(path)
    copyFileSync(join(import.meta.dirname, '../../fixtures/databases/1.verbatim'), path)
    expect(readFileSync(path)).toEqual(again)
    openDatabase(path, { readOnly: false }).close()
    expect(copies()).toHaveLength(2)
    expect(existsSync(`${path}.lock`)).toBe(false)
  }))
