import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/errors'
import { act, listUndo, redoAction, undoAction } from '../../../electron/core/store/act'
import { insertQuote } from '../../../electron/core/store/blocks'
import { openDatabase, type ProjectDatabase } from '../../../electron/core/store/database'
import { record, redo, undo } from '../../../electron/core/store/journal'
import { insertPassage, listPassages, setTranslation } from '../../../electron/core/store/passages'
import { getProject, updateProject } from '../../../electron/core/store/project'
import { insertRelation } from '../../../electron/core/store/relations'
import { getReview } from '../../../electron/core/store/reviews'
import { deleteSources } from '../../../electron/core/store/sources'
import { startReview } from '../../../electron/core/start-review'
import { aProject, aSource, inFolder } from '../../builders'
import { ACTION_NAMES, performWrite, randomAction } from '../../random/actions'
import { contentsOf } from '../../random/contents'
import { randomOf, type Random } from '../../random/random'

describe('undo and redo', () => {
  it('take back and bring back one action at a time', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      const sourceId = aSource(db)
      act(db, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges: [{ start: 0, end: 10 }] }))
      expect(listUndo(db)).toEqual({ undo: 'passage.mark', redo: null })
      expect(undoAction(db)).toBe('passage.mark')
      expect(listPassages(db)).toEqual([])
      expect(listUndo(db)).toEqual({ undo: 'source.import', redo: 'passage.mark' })
      expect(redoAction(db)).toBe('passage.mark')
      expect(listPassages(db).map((passage) => passage.text)).toEqual(['The engine'])
      expect(redoAction(db)).toBe(null)
      db.close()
    }))

  it('bring a deleted source back with its passages, quotes, translations and relations', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      const sourceId = aSource(db)
      act(db, 'setup', (w) => {
        const one = insertPassage(w, { sourceId, ranges: [{ start: 0, end: 10 }], tags: ['engine'], note: 'n' })
        const two = insertPassage(w, { sourceId, ranges: [{ start: 28, end: 46 }] })
        const review = startReview(w, { title: 'R', language: 'en', starter: true })
        const camp = getReview(w, review).sections.find((section) => section.kind === 'camp')!.id
        insertQuote(w, camp, 0, one, 'He says:')
        setTranslation(w, one, { language: 'zh', text: '机器', state: 'done' })
        insertRelation(w, one, two, 'contradicts')
      })
      const before = contentsOf(db)
      act(db, 'source.delete', (w) => deleteSources(w, [sourceId]))
      expect(contentsOf(db)).toMatchObject({ sources: [], passages: [], relations: [] })
      undoAction(db)
      expect(contentsOf(db)).toEqual(before)
      db.close()
    }))

  it('survive closing the project', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      act(db, 'project.update', (w) => updateProject(w, { title: 'New' }))
      db.close()
      const again = openDatabase(db.path, { readOnly: false })
      expect(undoAction(again)).toBe('project.update')
      again.close()
      const third = openDatabase(db.path, { readOnly: false })
      expect(listUndo(third).redo).toBe('project.update')
      third.close()
    }))

  it('forget what was undone once something else is done, and leave no trace of what changed nothing', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      act(db, 'one', (w) => updateProject(w, { title: 'One' }))
      undoAction(db)
      act(db, 'two', (w) => updateProject(w, { title: 'Two' }))
      expect(redoAction(db)).toBe(null)
      act(db, 'nothing', () => null)
      expect(listUndo(db).undo).toBe('two')
      db.close()
    }))

  it(
    'give the same project after any actions: undo all is the start, redo all is the end',
    () =>
      inFolder((folder) => {
        const done = new Set<string>()
        let run = 0
        fc.assert(
          fc.property(fc.nat(), fc.nat(60), (seed, steps) => {
            const db = aProject(folder, `${(run += 1)}.verbatim`)
            aSource(db, undefined, { title: 'One' })
            aSource(db, [['Cy', '模型不会思考。你同意吗? 🌲']], { title: '二' })
            act(db, 'setup', (w) => startReview(w, { title: 'Topic', language: 'en', starter: true }))
            const start = contentsOf(db)
            const random = randomOf(seed)
            const actions = Array.from({ length: steps }, () => perform(db, random)).filter((name) => name !== null)
            for (const name of actions) done.add(name)
            const end = contentsOf(db)
            let undone = 0
            while (undone < actions.length && undoAction(db) !== null) undone += 1
            expect(contentsOf(db)).toEqual(start)
            while (redoAction(db) !== null) undone -= 1
            expect(contentsOf(db)).toEqual(end)
            expect(undone).toBe(0)
            expect(db.integrityProblems()).toEqual([])
            db.close()
          }),
          { numRuns: 30, seed: 6 },
        )
        expect([...done].sort()).toEqual([...ACTION_NAMES].sort())
      }),
    60_000,
  )

  it('take back and bring back 10,000 steps, across restarts', { timeout: 60_000 }, () =>
    inFolder((folder) => {
      const STEPS = 10_000
      let db = aProject(folder)
      const { path } = db
      // All in one transaction: it is the journal that is tried here, not the disk.
      db.transaction((w) => {
        for (let step = 1; step <= STEPS; step += 1)
          record(w, 'project.update', () => updateProject(w, { title: `Title ${step}` }))
      })
      const reopen = () => {
        db.close()
        db = openDatabase(path, { readOnly: false })
      }
      const title = () => getProject(db).title
      const walk = (step: typeof undo, times: number) =>
        db.transaction((w) => {
          for (let time = 0; time < times; time += 1) expect(step(w)).toBe('project.update')
        })
      reopen()
      walk(undo, STEPS / 2)
      reopen()
      expect(title()).toBe(`Title ${STEPS / 2}`)
      walk(undo, STEPS / 2)
      reopen()
      expect(title()).toBe('Test')
      expect(listUndo(db)).toEqual({ undo: null, redo: 'project.update' })
      walk(redo, STEPS)
      reopen()
      expect(title()).toBe(`Title ${STEPS}`)
      expect(listUndo(db)).toEqual({ undo: 'project.update', redo: null })
      expect(db.integrityProblems()).toEqual([])
      db.close()
    }),
  )
})

/** Refusals that a random action may meet, as a user may; nothing of it may stay. */
const REFUSED: ReadonlySet<string> = new Set([
  'move-invalid',
  'invalid-input',
  'span-invalid',
  'correction-invalid',
  'passage-placed',
])

/** Carries out one action chosen at random and gives its name; `null` when it was refused or changed nothing. */
function perform(db: ProjectDatabase, random: Random): string | null {
  const { name, input } = randomAction(db, random)
  const before = db.find<{ id: number }>('SELECT max(id) AS id FROM action')?.id
  try {
    performWrite(db, name, input)
  } catch (error) {
    if (!(error instanceof AppError && REFUSED.has(error.code))) throw error
  }
  return db.find<{ id: number }>('SELECT max(id) AS id FROM action')?.id === before ? null : name
}

it.each([
  ['names a column that is none', `before = '{"id":1,"nobody":1}'`],
  ['names a table whose rows nobody changes', `relation = 'transcript'`],
  ['lacks its key', `before = '{"title":"x"}', after = '{"title":"y"}'`],
  ['breaks a rule of the tables', `before = '{"id":2,"title":"x"}'`],
])('a step of undo that somebody else wrote is refused, and changes nothing, when it %s', (_, change) =>
  inFolder((folder) => {
    const db = aProject(folder)
    act(db, 'project.update', (w) => updateProject(w, { title: 'Second' }))
    db.transaction((w) => w.run(`UPDATE change SET ${change}`))
    expect(() => undoAction(db)).toThrow(expect.objectContaining({ code: 'project-damaged' }))
    expect(getProject(db).title).toBe('Second')
    db.close()
  }),
)
