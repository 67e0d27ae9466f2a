import { describe, expect, it } from 'vitest'
import {
  boardColumns,
  cardsBetween,
  keepColumns,
  spotAfter,
  spotOn,
  stepCamp,
  stepFrom,
} from '../../../renderer/features/review/board/board'
import { moveSection } from '../../../renderer/features/review/outline'
import { anOutline, aPassage, outlineOf, passageId, sectionId } from './a-review'

const sections = anOutline(`
consensus agreed
disagreement split
  camp A
  camp B
  cold-water cold
`)
const inCamps = (id: string, ...camps: string[]) => aPassage(id, { camps: camps.map(sectionId) })
const columns = boardColumns({ sections }, [
  inCamps('p1'),
  inCamps('p2', 'A'),
  inCamps('p3', 'B', 'A'),
  inCamps('p4', 'another review’s'),
  inCamps('p5', 'A'),
])
const ids = columns.map(({ section, passages }) => [section?.id ?? null, passages.map(({ id }) => id)])
const at = (column: string | null, passage: string | null) => ({
  column: column === null ? null : sectionId(column),
  passage: passage === null ? null : passageId(passage),
})

describe('the columns of the board', () => {
  it('are the passages in no camp of the review, then each camp with all that are in it', () => {
    expect(ids).toEqual([
      [null, ['p1', 'p4']],
      ['A', ['p2', 'p3', 'p5']],
      ['B', ['p3']],
      ['cold', []],
    ])
  })

  it('stay the same objects where they show the same, however the others changed', () => {
    const passages = columns.flatMap((column) => column.passages)
    const moved = passages.map((passage) => (passage.id === 'p1' ? inCamps('p1', 'B') : passage))
    const after = keepColumns(columns, boardColumns({ sections }, [...new Set(moved)]))
    expect(after.map((column, at) => column === columns[at])).toEqual([false, true, false, true])
    expect(after[2]?.passages.map(({ id }) => id)).toEqual(['p1', 'p3'])
  })

  it('change places with their neighbours, and keep to what a section may be moved to', () => {
    expect(outlineOf(moveSection(sections, sectionId('B'), stepCamp(sections, sectionId('B'), -1)!))).toContain(
      '  camp B\n  camp A\n  cold-water cold',
    )
    expect(stepCamp(sections, sectionId('A'), -1)).toBeNull()
    expect(stepCamp(sections, sectionId('cold'), 1)).toBeNull()
  })
})

describe('on the board', () => {
  it.each([
    [at('A', 'p2'), 'ArrowDown', at('A', 'p3')],
    [at('A', 'p5'), 'ArrowDown', at('A', 'p5')],
    [at('A', 'p5'), 'ArrowLeft', at(null, 'p4')],
    [at(null, 'p4'), 'ArrowRight', at('A', 'p3')],
    [at('A', 'p5'), 'ArrowRight', at('B', 'p3')],
    [at('B', 'p3'), 'ArrowRight', at('cold', null)],
    [at('cold', null), 'ArrowRight', at('cold', null)],
    [at('cold', null), 'ArrowLeft', at('B', 'p3')],
    [at('A', 'p2'), 'End', at('A', 'p5')],
    [at('A', 'p5'), 'PageUp', at('A', 'p2')],
  ] as const)('%j: %s leads to %j', (from, key, to) => {
    expect(stepFrom(columns, from, key)).toEqual(to)
  })

  it('the focus goes to the next card that stays, when cards leave', () => {
    const leaving = (...names: string[]) => new Set(names.map(passageId))
    expect(spotAfter(columns[1]!, at('A', 'p2'), leaving('p2', 'p3'))).toEqual(at('A', 'p5'))
    expect(spotAfter(columns[1]!, at('A', 'p5'), leaving('p5'))).toEqual(at('A', 'p3'))
    expect(spotAfter(columns[2]!, at('B', 'p3'), leaving('p3'))).toEqual(at('B', null))
  })

  it('a spot that is gone becomes the first one of its column, or of the board', () => {
    expect(spotOn(columns, null)).toEqual(at(null, 'p1'))
    expect(spotOn(columns, at('A', 'p1'))).toEqual(at('A', 'p2'))
    expect(spotOn(columns, at('gone', 'p1'))).toEqual(at(null, 'p1'))
  })

  it('cards are chosen from one to another, whichever comes first', () => {
    expect(cardsBetween(columns[1]!, passageId('p5'), passageId('p3'))).toEqual(['p3', 'p5'])
    expect(cardsBetween(columns[1]!, passageId('p1'), passageId('p3'))).toEqual(['p3'])
  })
})
