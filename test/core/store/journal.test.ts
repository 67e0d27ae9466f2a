import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlockId, PassageId, ReviewId, SectionId } from '../../../shared/domain/ids'
import { act, listUndo, redoAction, undoAction } from '../../../electron/core/store/act'
import { deleteBlock, insertProse, insertQuote, moveBlock, updateBlock } from '../../../electron/core/store/blocks'
import { openDatabase, type ProjectDatabase } from '../../../electron/core/store/database'
import {
  deletePassages,
  insertPassage,
  listPassages,
  putIntoCamp,
  setSpans,
  setTranslation,
  updatePassage,
} from '../../../electron/core/store/passages'
import { updateProject } from '../../../electron/core/store/project'
import { insertRelation, listRelations } from '../../../electron/core/store/relations'
import { deleteReview, getReview, insertReview, listReviews, updateReview } from '../../../electron/core/store/reviews'
import { deleteSection, insertSection, moveSection, updateSection } from '../../../electron/core/store/sections'
import { deleteSources, listSources, updateSource } from '../../../electron/core/store/sources'
import { startReview } from '../../../electron/core/start-review'
import { aProject, aSource, inFolder } from '../../builders'

/** Everything a person can see or change, in one value. */
function contents(db: ProjectDatabase) {
  return {
    project: db.find('SELECT title, language FROM project'),
    sources: listSources(db),
    passages: listPassages(db),
    relations: listRelations(db),
    reviews: listReviews(db).map((review) => getReview(db, review.id)),
  }
}

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
      const before = contents(db)
      act(db, 'source.delete', (w) => deleteSources(w, [sourceId]))
      expect(contents(db)).toMatchObject({ sources: [], passages: [], relations: [] })
      undoAction(db)
      expect(contents(db)).toEqual(before)
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

  it('give the same project after any actions: undo all is the start, redo all is the end', () =>
    inFolder((folder) => {
      let run = 0
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(17), fc.nat(1000), fc.nat(1000)), { maxLength: 40 }), (steps) => {
          const db = aProject(folder, `${(run += 1)}.verbatim`)
          aSource(db, undefined, { title: 'One' })
          aSource(db, [['Cy', '模型不会思考。你同意吗?']], { title: '二' })
          act(db, 'setup', (w) => startReview(w, { title: 'Topic', language: 'en', starter: true }))
          const start = contents(db)
          const actions = steps.filter(([kind, a, b]) => perform(db, kind, a, b)).length
          const end = contents(db)
          let undone = 0
          while (undone < actions && undoAction(db) !== null) undone += 1
          expect(contents(db)).toEqual(start)
          while (redoAction(db) !== null) undone -= 1
          expect(contents(db)).toEqual(end)
          expect(undone).toBe(0)
          expect(db.integrityProblems()).toEqual([])
          db.close()
        }),
        { numRuns: 30 },
      )
    }))
})

/** One action chosen by numbers; false when it had nothing to work on or changed nothing. */
function perform(db: ProjectDatabase, kind: number, a: number, b: number): boolean {
  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
  const source = pick(listSources(db), a)?.id
  const passage: PassageId | undefined = pick(listPassages(db), a)?.id
  const other: PassageId | undefined = pick(listPassages(db), b)?.id
  const reviews = listReviews(db).map((review) => getReview(db, review.id))
  const review: ReviewId | undefined = pick(reviews, a)?.id
  const sections = reviews.flatMap((r) => r.sections)
  const section: SectionId | undefined = pick(sections, a)?.id
  const target: SectionId | undefined = pick(sections, b)?.id
  const camp = pick(
    sections.filter((s) => s.camp),
    b,
  )?.id
  const block: BlockId | undefined = pick(
    sections.flatMap((s) => s.blocks),
    a,
  )?.id
  const before = db.find<{ id: number }>('SELECT max(id) AS id FROM action')?.id
  const range = { start: a % 8, end: (a % 8) + 1 + (b % 4) }
  try {
    act(db, `action-${kind}`, (w) => {
      if (kind === 0 && source) insertPassage(w, { sourceId: source, ranges: [range] })
      if (kind === 1 && passage) setSpans(w, passage, [range, { start: range.end + 1, end: range.end + 2 }])
      if (kind === 2 && passage) updatePassage(w, passage, { note: `note ${b}`, tags: [`t${a % 3}`, `t${b % 3}`] })
      if (kind === 3 && passage && camp) putIntoCamp(w, passage, camp)
      if (kind === 4 && passage)
        setTranslation(w, passage, { language: 'zh', text: b % 5 ? `译${b}` : '', state: 'draft' })
      if (kind === 5 && passage) deletePassages(w, [passage])
      if (kind === 6 && passage && other && passage !== other) insertRelation(w, passage, other, 'supports')
      if (kind === 7) insertReview(w, { title: `R${a}`, language: 'zh' })
      if (kind === 8 && review) updateReview(w, review, { title: `T${b}`, aliases: [`a${b}`] })
      if (kind === 9 && review)
        insertSection(w, { reviewId: review, parentId: null, index: b % 5, kind: 'camp', heading: null, camp: null })
      if (kind === 10 && section && target) moveSection(w, section, target, b % 3)
      if (kind === 11 && section && b % 4 === 0) deleteSection(w, section)
      if (kind === 12 && section) insertProse(w, section, b % 3, `prose ${b}`)
      if (kind === 13 && section && passage) insertQuote(w, section, b % 3, passage, '')
      if (kind === 14 && block && target) moveBlock(w, block, target, b % 3)
      if (kind === 15 && block) deleteBlock(w, block)
      if (kind === 16 && block) updateBlock(w, block, `changed ${b}`)
      if (kind === 17 && source && b % 6 === 0) deleteSources(w, [source])
      if (kind === 17 && review && b % 6 === 1) deleteReview(w, review)
      if (kind === 17 && source && b % 6 === 2) updateSource(w, source, { title: `S${b}`, tier: 'alias' })
      if (kind === 17 && section && b % 6 === 3) updateSection(w, section, { heading: `H${b}` })
    })
  } catch (error) {
    // A move into itself is refused; nothing of it may stay.
    if ((error as { code?: string }).code !== 'move-invalid') throw error
  }
  return db.find<{ id: number }>('SELECT max(id) AS id FROM action')?.id !== before
}
