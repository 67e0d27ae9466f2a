// Two states of one project, as a sync service leaves them beside each other.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore, type Core } from '../../../electron/core/services'
import { isNamedAsCopy } from '../../../electron/core/merge/conflict-copies'
import { startReview } from '../../../electron/core/start-review'
import { act } from '../../../electron/core/store/act'
import { openDatabase, type ProjectDatabase } from '../../../electron/core/store/database'
import { insertQuote } from '../../../electron/core/store/blocks'
import {
  deletePassages,
  insertPassage,
  listPassages,
  putIntoCamp,
  setTranslation,
  updatePassage,
} from '../../../electron/core/store/passages'
import { insertRelation, listRelations } from '../../../electron/core/store/relations'
import { getReview, listReviews } from '../../../electron/core/store/reviews'
import { listRefused, refuseSuggestions } from '../../../electron/core/store/refused-suggestions'
import { insertSavedSearch, listSavedSearches } from '../../../electron/core/store/saved-searches'
import { listSources } from '../../../electron/core/store/sources'
import type { ProjectComparison } from '../../../shared/domain/comparison'
import type { PassageId } from '../../../shared/domain/ids'
import { PLAIN_FOLDS } from '../../../shared/domain/search'
import { aProject, aSource, inFolder } from '../../builders'

describe('a conflict copy is known by its name', () => {
  it.each([
    "Debate (Anna's conflicted copy 2026-06-11).verbatim",
    'Debate (conflicted copy 2026-06-11 093000).verbatim',
    'Debate (Annas in Konflikt stehende Kopie 2026-06-11).verbatim',
    'Debate (冲突的副本 2026-06-11).verbatim',
    'Debate (1).verbatim',
    'Debate.sync-conflict-20260611-093000-ABCDEFG.verbatim',
    'Debate 2.verbatim',
    'Debate-LAPTOP-4F2.verbatim',
  ])('%s', (name) => expect(isNamedAsCopy(name, 'Debate.verbatim')).toBe(true))

  it.each([
    'Debate.verbatim',
    'Debates.verbatim',
    'Debate 2026-06-11.verbatim',
    'Debate salvaged.verbatim',
    'Debate 2.txt',
    'Another (1).verbatim',
  ])('and not %s', (name) => expect(isNamedAsCopy(name, 'Debate.verbatim')).toBe(false))
})

const COPY = 'Debate (1).verbatim'

/** Here and there: a passage of each alone, one in both with another note, and there a source and a review more. */
async function twoStates(folder: string) {
  const db = aProject(folder, 'Debate.verbatim')
  const sourceId = aSource(db)
  const common = mark(db, 0, 10)
  const relic = mark(db, 11, 17)
  db.close()
  const { path } = db
  const copy = join(folder, COPY)
  copyFileSync(path, copy)

  const here = openDatabase(path, { readOnly: false })
  const mine = mark(here, 48, 59)
  act(here, 'passage.update', (w) => updatePassage(w, common, { note: 'mine' }))
  act(here, 'passage.delete', (w) => deletePassages(w, [relic]))
  here.close()

  const there = openDatabase(copy, { readOnly: false })
  const theirs = mark(there, 28, 46)
  act(there, 'passage.update', (w) => updatePassage(w, common, { note: 'theirs', tags: ['key'] }))
  act(there, 'passage.translate', (w) =>
    setTranslation(w, theirs, { language: 'de', text: 'Sie denkt nicht.', state: 'done' }),
  )
  act(there, 'relation.add', (w) => insertRelation(w, theirs, common, 'contradicts'))
  const added = aSource(there, [['Cleo', 'A third voice, only there.']], { title: 'Another interview' })
  const voice = act(there, 'passage.mark', (w) =>
    insertPassage(w, { sourceId: added, ranges: [{ start: 0, end: 13 }] }),
  )
  act(there, 'review.create', (w) => {
    const review = startReview(w, { title: 'Topic', language: 'en', starter: true })
    const camp = getReview(w, review).sections.find(({ kind }) => kind === 'camp')!
    insertQuote(w, camp.id, 0, voice, '')
    putIntoCamp(w, theirs, camp.id)
  })
  const search = act(there, 'savedSearch.save', (w) => {
    const filters = { sources: [sourceId, added] }
    const request = { query: 'voice', folds: PLAIN_FOLDS, filters, sort: 'text', descending: false } as const
    const id = insertSavedSearch(w, {
      ...request,
      name: 'Voices',
      marking: { tag: 'voice', camp: null, extent: 'hit' },
    })
    refuseSuggestions(w, id, [
      { sourceId, start: 4, end: 10 },
      { sourceId: added, start: 8, end: 13 },
    ])
    return id
  })
  there.close()

  const core = createCore()
  await ask(core, 'project.open', { path })
  return { core, path, copy, sourceId, common, relic, mine, theirs, added, voice, search }

  function mark(open: ProjectDatabase, start: number, end: number): PassageId {
    return act(open, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges: [{ start, end }] }))
  }
}

async function ask<T>(core: Core, name: string, input: unknown = {}): Promise<T> {
  const answer = await core.invoke('host', name, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as T
}

const passagesOf = (core: Core) => listPassages(core.project()!).map(({ id, text, note }) => ({ id, text, note }))

describe('merging a conflict copy', () => {
  it('finds the copies of this project alone, and says what is here, there and different', () =>
    inFolder(async (folder) => {
      const { core, copy, common, mine, theirs, relic, voice, added } = await twoStates(folder)
      aProject(folder, 'Debate 2.verbatim').close()
      expect(await ask(core, 'copy.list')).toEqual([COPY])
      const before = readFileSync(copy)
      const things = await ask<ProjectComparison>(core, 'copy.compare', { name: COPY })
      const of = (kind: string, where: string) =>
        things.filter((thing) => thing.kind === kind && thing.where === where).map(({ id }) => id)
      expect(of('passage', 'here')).toEqual([mine])
      expect(of('passage', 'there').sort()).toEqual([theirs, relic, voice].sort())
      expect(of('passage', 'both')).toEqual([common])
      expect(things.find(({ id }) => id === common)!.differences).toEqual(['note', 'tags'])
      expect(of('source', 'there')).toEqual([added])
      expect(things.filter(({ kind }) => kind === 'review')).toHaveLength(1)
      expect(readFileSync(copy)).toEqual(before)
      core.close()
    }))

  it('takes what was chosen in one action, with what it needs, and takes it back as one', () =>
    inFolder(async (folder) => {
      const { core, common, mine, theirs, relic, voice } = await twoStates(folder)
      const db = core.project()!
      const before = passagesOf(core)
      const review = (await ask<ProjectComparison>(core, 'copy.compare', { name: COPY })).find(
        ({ kind }) => kind === 'review',
      )!
      await ask(core, 'copy.merge', {
        name: COPY,
        take: [
          { kind: 'review', id: review.id },
          { kind: 'passage', id: common },
          { kind: 'passage', id: theirs },
        ],
      })
      expect(passagesOf(core)).toEqual([
        { id: common, text: 'The engine', note: 'theirs' },
        { id: theirs, text: 'It does not think.', note: '' },
        { id: mine, text: 'I am not so', note: '' },
        // Its quote stands in the review: it came along, with its source.
        { id: voice, text: 'A third voice', note: '' },
      ])
      expect(listPassages(db).map(({ id }) => id)).not.toContain(relic)
      expect(listSources(db).map(({ title }) => title)).toEqual(['An interview', 'Another interview'])
      expect(listPassages(db)[1]).toMatchObject({
        translations: [{ language: 'de', text: 'Sie denkt nicht.', state: 'done' }],
        camps: [expect.any(String)],
      })
      expect(listRelations(db)).toMatchObject([{ from: theirs, to: common, kind: 'contradicts' }])
      expect(listReviews(db)).toMatchObject([{ title: 'Topic' }])
      expect(db.integrityProblems()).toEqual([])
      expect(await ask(core, 'project.find')).toMatchObject({ undo: 'copy.merge' })

      expect(await ask(core, 'project.undo')).toEqual({ action: 'copy.merge' })
      expect(passagesOf(core)).toEqual(before)
      expect(listReviews(db)).toEqual([])
      expect(listSources(db)).toHaveLength(1)
      expect(await ask(core, 'project.redo')).toEqual({ action: 'copy.merge' })
      expect(passagesOf(core)).toHaveLength(4)
      core.close()
    }))

  it('makes both the same when all is taken, and then finds nothing to merge', () =>
    inFolder(async (folder) => {
      const { core, path } = await twoStates(folder)
      const all = await ask<ProjectComparison>(core, 'copy.compare', { name: COPY })
      const take = all.filter(({ kind }) => kind !== 'camp').map(({ kind, id }) => ({ kind, id }))
      await ask(core, 'copy.merge', { name: COPY, take })
      expect(await ask<ProjectComparison>(core, 'copy.compare', { name: COPY })).toEqual([])
      core.close()
      const again = openDatabase(path, { readOnly: false })
      expect(again.integrityProblems()).toEqual([])
      again.close()
    }))

  it('carries passages over to a text that was corrected here', () =>
    inFolder(async (folder) => {
      const { core, sourceId, theirs } = await twoStates(folder)
      const { revision } = await ask<{ revision: string }>(core, 'source.read', { id: sourceId })
      await ask(core, 'source.correct', {
        id: sourceId,
        baseRevision: revision,
        edits: [{ start: 0, end: 0, text: 'Well. ' }],
      })
      await ask(core, 'copy.merge', { name: COPY, take: [{ kind: 'passage', id: theirs }] })
      const report = await ask<{ summary: { exact: number; altered: number } }>(core, 'passage.verify', { id: theirs })
      expect(report.summary).toMatchObject({ exact: 1, altered: 0 })
      core.close()
    }))

  it('takes a saved search over, with what was refused in the sources that are here', () =>
    inFolder(async (folder) => {
      const { core, sourceId, added, search } = await twoStates(folder)
      const { revision } = await ask<{ revision: string }>(core, 'source.read', { id: sourceId })
      const edits = [{ start: 0, end: 0, text: 'Well. ' }]
      await ask(core, 'source.correct', { id: sourceId, baseRevision: revision, edits })
      await ask(core, 'copy.merge', { name: COPY, take: [{ kind: 'search', id: search }] })
      const db = core.project()!
      expect(listSavedSearches(db)).toMatchObject([
        { name: 'Voices', filters: { sources: [sourceId, added] }, missing: { sources: 1 } },
      ])
      expect([...listRefused(db, search)]).toEqual([[sourceId, [{ start: 10, end: 16 }]]])
      await ask(core, 'project.undo')
      expect(listSavedSearches(db)).toEqual([])
      expect(db.integrityProblems()).toEqual([])
      core.close()
    }))

  it('reads no file but the project’s own copies', () =>
    inFolder(async (folder) => {
      const { core } = await twoStates(folder)
      for (const name of ['Debate.verbatim', '../Debate (1).verbatim', 'Debate (1)/../../x.verbatim', '/etc/passwd'])
        expect(await core.invoke('window', 'copy.compare', { name })).toMatchObject({ ok: false })
      core.close()
    }))
})
