import { describe, expect, it } from 'vitest'
import { act, listUndo, undoAction } from '../../../electron/core/store/act'
import { insertProse, insertQuoteWithin } from '../../../electron/core/store/blocks'
import { insertPassage } from '../../../electron/core/store/passages'
import { getReview, insertReview } from '../../../electron/core/store/reviews'
import { insertSection } from '../../../electron/core/store/sections'
import { temporaryProject, withSource } from '../temporary-project'

/** A camp with the texts `first` and `last`, and a passage; `quote` parts a text at it. */
function aCamp() {
  const db = temporaryProject()
  const sourceId = withSource(db, 'talk.txt', ['Ada: Trees do talk.'])
  const { review, sectionId, passage, first } = act(db, 'test', (writable) => {
    const id = insertReview(writable, { title: 'Trees', language: 'en' })
    const camp = { label: 'A', thesis: '', holder: '', colour: 1 }
    const section = { reviewId: id, parentId: null, index: 0, kind: 'camp' as const, heading: null, camp }
    const sectionId = insertSection(writable, section)
    return {
      review: id,
      sectionId,
      first: insertProse(writable, sectionId, 0, 'first'),
      last: insertProse(writable, sectionId, 1, 'last'),
      passage: insertPassage(writable, { sourceId, ranges: [{ start: 0, end: 5 }] }),
    }
  })
  const shown = () =>
    getReview(db, review).sections[0]!.blocks.map((block) => (block.kind === 'prose' ? block.markdown : '>'))
  const quote = (isStored: boolean, before: string, after: string) =>
    act(db, 'quote', (writable) =>
      insertQuoteWithin(
        writable,
        { sectionId, index: isStored ? 0 : 1, blockId: isStored ? first : null, before, after },
        passage,
      ),
    )
  return { db, shown, quote }
}

describe('a quote in the middle of a text', () => {
  it.each([
    ['fir', 'st', ['fir', '>', 'st', 'last']],
    ['first', '', ['first', '>', 'last']],
    ['', 'first', ['>', 'first', 'last']],
    ['', '', ['>', 'last']],
  ])('parts what is stored into %j and %j, in one step', (before, after, expected) => {
    const { db, shown, quote } = aCamp()
    quote(true, before, after)
    expect(shown()).toEqual(expected)
    undoAction(db)
    expect([shown(), listUndo(db).undo]).toEqual([['first', 'last'], 'test'])
  })

  it.each([
    ['new', 'text', ['first', 'new', '>', 'text', 'last']],
    ['new', '', ['first', 'new', '>', 'last']],
    ['', 'text', ['first', '>', 'text', 'last']],
    ['', '', ['first', '>', 'last']],
  ])('stands between %j and %j that are not stored yet, in one step', (before, after, expected) => {
    const { db, shown, quote } = aCamp()
    quote(false, before, after)
    expect(shown()).toEqual(expected)
    undoAction(db)
    expect(shown()).toEqual(['first', 'last'])
  })
})
