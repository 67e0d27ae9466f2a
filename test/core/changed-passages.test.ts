import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passagesOfAction } from '../../electron/core/changed-passages'
import { AppError } from '../../shared/errors'
import { startReview } from '../../electron/core/start-review'
import { act, redoAction, undoAction } from '../../electron/core/store/act'
import { findRedo, findUndo } from '../../electron/core/store/journal'
import { insertPassage, listPassages, setTranslation } from '../../electron/core/store/passages'
import { deleteSources } from '../../electron/core/store/sources'
import { aProject, aSource, inFolder } from '../builders'
import { performWrite, randomAction } from '../random/actions'
import { randomOf } from '../random/random'

describe('what undo and redo did to passages', () => {
  it('is told by passage: those that changed or came back, and those that are gone', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      const sourceId = aSource(db)
      const id = act(db, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges: [{ start: 0, end: 10 }] }))
      act(db, 'passage.translate', (w) => setTranslation(w, id, { language: 'zh', text: '机器', state: 'done' }))
      const step = (find: typeof findUndo, run: typeof undoAction) => {
        const { id: action } = find(db)!
        run(db)
        const { set, removed } = passagesOfAction(db, action)!
        return { set: set.map(({ text, translations }) => [text, translations.length]), removed }
      }
      expect(step(findUndo, undoAction)).toEqual({ set: [['The engine', 0]], removed: [] })
      expect(step(findUndo, undoAction)).toEqual({ set: [], removed: [id] })
      expect(step(findRedo, redoAction)).toEqual({ set: [['The engine', 0]], removed: [] })
      db.close()
    }))

  it('is more than a list can be told where sources came, went or moved', () =>
    inFolder((folder) => {
      const db = aProject(folder)
      const sourceId = aSource(db)
      act(db, 'source.delete', (w) => deleteSources(w, [sourceId]))
      const { id } = findUndo(db)!
      undoAction(db)
      expect(passagesOfAction(db, id)).toBe(null)
      db.close()
    }))

  it('is all that a list shows of any action', () =>
    inFolder((folder) => {
      let run = 0
      fc.assert(
        fc.property(fc.nat(), fc.nat(40), (seed, steps) => {
          const db = aProject(folder, `${(run += 1)}.verbatim`)
          aSource(db, undefined, { title: 'One' })
          aSource(db, [['Cy', '模型不会思考。你同意吗? 🌲']], { title: '二' })
          act(db, 'setup', (w) => startReview(w, { title: 'Topic', language: 'en', starter: true }))
          const random = randomOf(seed)
          for (let step = 0; step < steps; step += 1) {
            const { name, input } = randomAction(db, random)
            try {
              performWrite(db, name, input)
            } catch (error) {
              // Refused: nothing was done.
              if (!(error instanceof AppError)) throw error
            }
          }
          for (const [find, go] of [
            [findUndo, undoAction],
            [findRedo, redoAction],
          ] as const) {
            for (let next = find(db); next !== null; next = find(db)) {
              const before = listPassages(db)
              go(db)
              const told = passagesOfAction(db, next.id)
              if (told === null) continue
              const changed = new Set([...told.set.map(({ id }) => id), ...told.removed])
              const kept = before.filter(({ id }) => !changed.has(id))
              const byId = (list: typeof before) => new Map(list.map((passage) => [passage.id, passage]))
              expect(byId([...kept, ...told.set])).toEqual(byId(listPassages(db)))
            }
          }
          db.close()
        }),
        { numRuns: 15, seed: 3 },
      )
    }))
})
