import { expect, it } from 'vitest'
import { act, undoAction } from '../../../electron/core/store/act'
import { insertProse, insertQuote } from '../../../electron/core/store/blocks'
import { moveToCamp } from '../../../electron/core/store/move-to-camp'
import { getPassage, insertPassage } from '../../../electron/core/store/passages'
import { getReview, insertReview } from '../../../electron/core/store/reviews'
import { insertSection } from '../../../electron/core/store/sections'
import type { WritableDatabase } from '../../../electron/core/store/sql'
import type { SectionId } from '../../../shared/domain/ids'
import { aSource } from '../../builders'
import { temporaryProject } from '../temporary-project'

/** Camps A and B; Ada's `engine` is quoted in A with a lead-in, `thinks` without one; Bob's `sure` stands in no camp. */
function aDebate() {
  const db = temporaryProject()
  const sourceId = aSource(db)
  const write = <T>(work: (db: WritableDatabase) => T): T => act(db, 'test', work)
  const all = write((writable) => {
    const review = insertReview(writable, { title: 'Engines', language: 'en' })
    const camp = (label: string, index: number): SectionId =>
      insertSection(writable, {
        reviewId: review,
        parentId: null,
        index,
        kind: 'camp',
        heading: null,
        camp: { label, thesis: '', holder: '', colour: 1 },
      })
    const mark = (start: number, end: number) => insertPassage(writable, { sourceId, ranges: [{ start, end }] })
    const [a, b] = [camp('A', 0), camp('B', 1)]
    const [engine, thinks, sure] = [mark(0, 27), mark(28, 46), mark(48, 65)]
    insertQuote(writable, a, 0, engine, 'First of all:')
    insertQuote(writable, a, 1, thinks, '')
    insertProse(writable, b, 0, 'What B says.')
    return { review, a, b, engine, thinks, sure }
  })
  const page = () =>
    getReview(db, all.review).sections.map(({ blocks }) =>
      blocks.map((block) =>
        block.kind === 'quote' ? `${block.leadIn}${getPassage(db, block.passageId).text}` : block.markdown,
      ),
    )
  const campsOf = (...ids: (typeof all.engine)[]) => ids.map((id) => getPassage(db, id).camps)
  return { db, write, page, campsOf, ...all }
}

it('moves passages to another camp, and their quotes to the end of its section, as one action', () => {
  const { db, write, page, campsOf, a, b, engine, sure } = aDebate()
  const before = page()
  expect(write((writable) => moveToCamp(writable, [engine, sure, engine], { from: a, to: b }))).toEqual([engine, sure])
  expect(campsOf(engine, sure)).toEqual([[b], [b]])
  expect(page()).toEqual([['It does not think.'], ['What B says.', 'First of all:The engine weaves patterns.']])
  undoAction(db)
  expect([page(), campsOf(engine, sure)]).toEqual([before, [[a], []]])
})

it('keeps one quote where the other camp has it already, but never loses a lead-in', () => {
  const { write, page, b, a, engine, thinks } = aDebate()
  write((writable) => {
    insertQuote(writable, b, 9, engine, '')
    insertQuote(writable, b, 9, thinks, '')
    moveToCamp(writable, [engine, thinks], { from: a, to: b })
  })
  expect(page()).toEqual([
    [],
    ['What B says.', 'The engine weaves patterns.', 'It does not think.', 'First of all:The engine weaves patterns.'],
  ])
})

it('adds to a camp without leaving another, and takes a quote off the page with its passage out of the camp', () => {
  const { write, page, campsOf, a, b, thinks } = aDebate()
  write((writable) => moveToCamp(writable, [thinks], { from: null, to: b }))
  expect(campsOf(thinks)).toEqual([[a, b]])
  write((writable) => moveToCamp(writable, [thinks], { from: a, to: null }))
  expect(campsOf(thinks)).toEqual([[b]])
  expect(page()).toEqual([['First of all:The engine weaves patterns.'], ['What B says.']])
})

it('refuses a section that is no camp', () => {
  const { write, review, sure, a } = aDebate()
  write((writable) => {
    const free = insertSection(writable, {
      reviewId: review,
      parentId: null,
      index: 9,
      kind: 'free',
      heading: null,
      camp: null,
    })
    expect(() => moveToCamp(writable, [sure], { from: a, to: free })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
  })
})
