// What was read of a source: noted while it is in view, or marked by the reader; and what becomes of it.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyBundle } from '../../../electron/core/bundle/apply-bundle'
import { compareProjects } from '../../../electron/core/compare/compare-projects'
import { correctSource } from '../../../electron/core/correct/correct-source'
import { renderBundle } from '../../../electron/core/export/formats/bundle'
import { mergeProject } from '../../../electron/core/merge/merge-projects'
import { salvageProject } from '../../../electron/core/salvage/salvage-project'
import { createCore } from '../../../electron/core/services'
import { act, redoAction, undoAction } from '../../../electron/core/store/act'
import { claimRead, forgetSeen, getCoverage, listCoverage, recordSeen } from '../../../electron/core/store/coverage'
import { openDatabase, type ProjectDatabase } from '../../../electron/core/store/database'
import { deleteSources, getSource, replaceTranscript } from '../../../electron/core/store/sources'
import { getTranscript } from '../../../electron/core/store/revisions'
import { getRevisionId, getText } from '../../../electron/core/store/transcripts'
import { parseBundle } from '../../../shared/bundle'
import { readRanges, summarize } from '../../../shared/domain/coverage'
import type { SourceId } from '../../../shared/domain/ids'
import type { TextRange } from '../../../shared/domain/span'
import { aProject, aSource, inFolder, type Said } from '../../builders'
import { temporaryProject } from '../temporary-project'

const SAID: readonly Said[] = [
  ['Ada', 'The engine weaves patterns.'],
  ['Bob', 'I am not so sure.'],
  ['Ada', 'It does not think.'],
]

function place(db: ProjectDatabase, id: SourceId, words: string): TextRange {
  const start = getText(db, id).indexOf(words)
  expect(start).toBeGreaterThan(-1)
  return { start, end: start + words.length }
}

function see(db: ProjectDatabase, id: SourceId, ...words: string[]) {
  const ranges = words.map((each) => place(db, id, each))
  return db.transaction((w) => recordSeen(w, id, { revision: getRevisionId(w, id), ranges, seconds: 10 }))
}

function mark(db: ProjectDatabase, id: SourceId, isRead: boolean, words: string | null) {
  act(db, 'coverage.mark', (w) => claimRead(w, id, words === null ? null : [place(db, id, words)], isRead))
}

/** The words of the turns, or parts of them, that count as read. */
function wordsRead(db: ProjectDatabase, id: SourceId): string[] {
  return readRanges(getCoverage(db, id)).map(({ start, end }) => getText(db, id).slice(start, end).trim())
}

function correct(db: ProjectDatabase, id: SourceId, from: string, to: string): void {
  act(db, 'source.correct', (w) => correctSource(w, id, getRevisionId(w, id), [{ ...place(db, id, from), text: to }]))
}

describe('what was in view', () => {
  it('grows together over turns, adds up its time, and is no action', () => {
    const db = temporaryProject()
    const id = aSource(db, SAID)
    see(db, id, 'The engine weaves patterns.')
    expect(wordsRead(db, id)).toEqual(['The engine weaves patterns.'])
    expect(listCoverage(db)).toEqual([{ sourceId: id, read: 0.4393, seen: 0.4393, claimed: 0, seconds: 10 }])
    see(db, id, 'It does not think.')
    expect(wordsRead(db, id)).toHaveLength(2)
    const whole = see(db, id, 'I am not so sure.')!
    expect(summarize(id, whole)).toEqual({ sourceId: id, read: 1, seen: 1, claimed: 0, seconds: 30 })
    expect(db.all('SELECT start, "end" FROM seen')).toEqual([{ start: 0, end: getText(db, id).length }])
    expect(undoAction(db)).toBe('source.import')
  })

  it('comes back with a source whose deletion is undone', () => {
    const db = temporaryProject()
    const id = aSource(db, SAID)
    see(db, id, 'I am not so sure.')
    mark(db, id, true, 'It does not think.')
    act(db, 'source.delete', (w) => deleteSources(w, [id]))
    expect(listCoverage(db)).toEqual([])
    undoAction(db)
    expect(wordsRead(db, id)).toEqual(['I am not so sure.\n\nIt does not think.'])
  })

  it('is kept of a text that was corrected, or whose source was deleted, while the last of it was on its way', () => {
    const db = temporaryProject()
    const id = aSource(db, SAID)
    const sighting = { revision: getRevisionId(db, id), ranges: [place(db, id, 'I am not so sure.')], seconds: 5 }
    correct(db, id, 'The engine', 'The analytical engine')
    db.transaction((w) => recordSeen(w, id, sighting))
    expect(wordsRead(db, id)).toEqual(['I am not so sure.'])
    act(db, 'source.delete', (w) => deleteSources(w, [id]))
    const now = { ...sighting, revision: getSourceRevision(db), ranges: [{ start: 0, end: 10 }] }
    expect(db.transaction((w) => recordSeen(w, id, now))).toBeNull()
    undoAction(db)
    expect(wordsRead(db, id)[0]).toMatch(/^The analyt/)

    function getSourceRevision(of: ProjectDatabase) {
      return of.find<{ id: ReturnType<typeof getRevisionId> }>(
        'SELECT id FROM transcript WHERE predecessor IS NOT NULL',
      )!.id
    }
  })

  it('is forgotten in every text of a source, and nothing else is', () => {
    const db = temporaryProject()
    const id = aSource(db, SAID)
    const other = aSource(db, SAID, { title: 'Another' })
    see(db, id, 'I am not so sure.')
    see(db, other, 'I am not so sure.')
    mark(db, id, true, 'It does not think.')
    correct(db, id, 'The engine', 'The analytical engine')
    db.transaction((w) => forgetSeen(w, id))
    expect(getCoverage(db, id)).toMatchObject({ seen: [], seconds: 0 })
    expect(wordsRead(db, id)).toEqual(['It does not think.'])
    expect(wordsRead(db, other)).toEqual(['I am not so sure.'])
    undoAction(db)
    expect(getCoverage(db, id).seen).toEqual([])
    db.transaction((w) => forgetSeen(w, null))
    expect(db.all('SELECT * FROM seen')).toEqual([])
  })
})

describe('a mark as read', () => {
  it('is one action, apart from what was seen; one that says nothing new is none', () => {
    const db = temporaryProject()
    const id = aSource(db, SAID)
    see(db, id, 'The engine weaves patterns.')
    mark(db, id, true, null)
    expect(summarize(id, getCoverage(db, id))).toMatchObject({ read: 1, claimed: 1, seen: 0.4393 })
    mark(db, id, true, 'I am not so sure.')
    undoAction(db)
    expect(summarize(id, getCoverage(db, id))).toMatchObject({ read: 0.4393, claimed: 0 })
    redoAction(db)
    mark(db, id, false, 'The engine weaves patterns.')
    expect(wordsRead(db, id)).toEqual(['I am not so sure.\n\nIt does not think.'])
    // It is read again: seen after it was marked as unread.
    see(db, id, 'The engine weaves patterns.')
    expect(summarize(id, getCoverage(db, id)).read).toBe(1)
    undoAction(db)
    expect(summarize(id, getCoverage(db, id)).read).toBe(1)
  })
})

describe('a correction', () => {
  it('carries both along, and undo and redo lose nothing of what was read in between', () => {
    const db = temporaryProject()
    const id = aSource(db, SAID)
    see(db, id, 'I am not so sure.')
    mark(db, id, true, 'It does not think.')
    correct(db, id, 'not so sure', 'not so very sure')
    expect(wordsRead(db, id)).toEqual(['I am not so very sure.\n\nIt does not think.'])
    see(db, id, 'The engine weaves patterns.')
    undoAction(db)
    expect(getText(db, id)).toContain('I am not so sure.')
    expect(summarize(id, getCoverage(db, id))).toMatchObject({ read: 1, seconds: 20 })
    see(db, id, 'It does not think.')
    redoAction(db)
    expect(getText(db, id)).toContain('I am not so very sure.')
    expect(summarize(id, getCoverage(db, id))).toMatchObject({ read: 1, seen: 1, seconds: 30 })
  })

  it('after many others carries what was seen of any of them to the last, and not between two that were both made of one', () => {
    const db = temporaryProject()
    const id = aSource(db, SAID)
    const first = getRevisionId(db, id)
    for (const [from, to] of [
      ['not so', 'not quite so'],
      ['weaves', 'has woven'],
      ['quite so', 'quite as'],
    ] as const)
      correct(db, id, from, to)
    const sighting = { revision: first, ranges: [{ start: 0, end: 46 }], seconds: 5 }
    db.transaction((w) => recordSeen(w, id, sighting))
    expect(wordsRead(db, id)).toEqual(['The engine has woven patterns.\n\nI am not quite as sure.'])
    const last = getRevisionId(db, id)
    undoAction(db)
    correct(db, id, 'It does not think.', 'It cannot think.')
    see(db, id, 'It cannot think.')
    db.transaction((w) => recordSeen(w, id, { revision: last, ranges: [{ start: 55, end: 60 }], seconds: 5 }))
    expect(wordsRead(db, id)).toEqual(['The engine has woven patterns.\n\nI am not quite so sure.\n\nIt cannot think.'])
  })

  it('of a text that is read from its file again carries the turns that are the same', () => {
    const db = temporaryProject()
    const id = aSource(db, SAID)
    see(db, id, 'The engine weaves patterns.', 'It does not think.')
    act(db, 'source.reimport', (w) => {
      const before = getTranscript(w, id, getRevisionId(w, id))
      const text = `Preface.\n\n${before.text}`
      const moved = before.turns.map((turn) => ({ ...turn, start: turn.start + 10, end: turn.end + 10 }))
      const turns = [{ ...moved[0]!, start: 0, end: 8 }, ...moved]
      replaceTranscript(w, id, { ...before, text, turns }, { kind: 'reading', edits: null })
    })
    expect(getSource(db, id).turns).toBe(4)
    expect(wordsRead(db, id)).toEqual(['The engine weaves patterns.', 'It does not think.'])
  })
})

describe('another state of the project', () => {
  it('is compared and merged by what was read: what was seen in either was seen', () =>
    inFolder((folder) => {
      const here = aProject(folder)
      const id = aSource(here, SAID)
      here.close()
      const copy = join(folder, 'copy.verbatim')
      copyFileSync(here.path, copy)
      const [mine, there] = [here.path, copy].map((path) => openDatabase(path, { readOnly: false }))
      see(mine!, id, 'The engine weaves patterns.')
      see(there!, id, 'I am not so sure.')
      mark(there!, id, true, 'It does not think.')
      correct(mine!, id, 'The engine', 'The analytical engine')
      expect(compareProjects(mine!, there!)).toMatchObject([{ kind: 'source', differences: ['text', 'read'] }])
      act(mine!, 'copy.merge', (w) => mergeProject(w, there!, [{ kind: 'source', id }]))
      expect(summarize(id, getCoverage(mine!, id))).toMatchObject({ read: 1 })
      mine!.close()
      there!.close()
    }))

  it('brings a source that is there alone along with what was read of it', () =>
    inFolder((folder) => {
      const here = aProject(folder)
      const there = aProject(folder, 'there.verbatim')
      const id = aSource(there, SAID)
      see(there, id, 'I am not so sure.')
      mark(there, id, true, 'It does not think.')
      act(here, 'copy.merge', (w) => mergeProject(w, there, [{ kind: 'source', id }]))
      expect(getCoverage(here, id)).toEqual(getCoverage(there, id))
      here.close()
      there.close()
    }))

  it('is handed on as a bundle with what is marked as read, to the same text alone, and not with what was seen', () =>
    inFolder((folder) => {
      const [here, there, other] = ['here', 'there', 'other'].map((name) => aProject(folder, `${name}.verbatim`))
      const id = aSource(here!, SAID)
      expect(renderBundle(here!)).not.toContain('"read"')
      see(here!, id, 'I am not so sure.')
      mark(here!, id, true, 'It does not think.')
      const bundle = parseBundle(JSON.parse(renderBundle(here!)))
      const again = aSource(there!, SAID)
      applyBundle(there!, bundle, { partial: false })
      expect(getCoverage(there!, again)).toMatchObject({ seen: [], claimed: getCoverage(here!, id).claimed })
      undoAction(there!)
      expect(getCoverage(there!, again).claimed).toEqual([])
      const corrected = aSource(other!, [['Ada', 'Another text.'], ...SAID])
      applyBundle(other!, bundle, { partial: false })
      expect(getCoverage(other!, corrected).claimed).toEqual([])
      for (const db of [here, there, other]) db!.close()
    }))

  it('is salvaged with what was read', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      const id = aSource(db, SAID)
      see(db, id, 'I am not so sure.')
      mark(db, id, true, 'It does not think.')
      const coverage = getCoverage(db, id)
      db.close()
      const { path } = salvageProject(db.path, join(folder, 'new.verbatim'))
      const saved = openDatabase(path, { readOnly: true })
      expect(getCoverage(saved, id)).toEqual(coverage)
      saved.close()
    }))
})

it('answers a window: notes what is in view without telling of a change, and marks with one', () =>
  inFolder(async (folder) => {
    const db = aProject(folder)
    const id = aSource(db, SAID)
    const revision = getRevisionId(db, id)
    db.close()
    const core = createCore()
    await core.invoke('host', 'project.open', { path: db.path })
    const told: string[] = []
    core.subscribe((event) => told.push(event.kind === 'changed' ? event.action : event.kind))
    const seen = { id, revision, ranges: [{ start: 0, end: 27 }], seconds: 6.4 }
    expect(await core.invoke('window', 'coverage.record', seen)).toMatchObject({
      ok: true,
      value: { seen: [{ start: 0, end: 29 }], seconds: 6.4 },
    })
    expect(told).toEqual([])
    await core.invoke('window', 'coverage.mark', { ids: [id], isRead: true })
    expect(await core.invoke('window', 'coverage.list', {})).toMatchObject({ value: [{ read: 1, claimed: 1 }] })
    await core.invoke('window', 'coverage.forget', {})
    expect(told).toEqual(['coverage.mark', 'coverage.forget'])
    expect(await core.invoke('window', 'coverage.record', { ...seen, revision: 'nothing' })).toMatchObject({
      ok: false,
    })
    core.close()
  }))
