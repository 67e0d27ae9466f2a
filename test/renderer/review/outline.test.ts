import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildOutline,
  canMoveSection,
  changeDepth,
  childrenOf,
  dropSection,
  flattenOutline,
  moveSection,
  placeAfter,
  placeForNew,
  placeOfSection,
  stepSection,
} from '../../../renderer/features/review/outline'
import { anOutline, outlineOf, sectionId } from './a-review'

const debate = anOutline(`
changelog log
consensus agree: p1
  point one: p2 q1
  point two: q2 q3
disagreement split
  camp A: q4
  camp B: q5 q6
  cold-water cold
my-view mine
sources src
`)

describe('the outline of a review', () => {
  it('nests sections and counts quotes with those below', () => {
    const rows = flattenOutline(buildOutline(debate), new Set())
    expect(
      rows.map((row) => `${' '.repeat(row.depth)}${row.section.id} ${row.position}/${row.siblings} ${row.quotes}`),
    ).toEqual([
      'log 1/5 0',
      'agree 2/5 3',
      ' one 1/2 1',
      ' two 2/2 2',
      'split 3/5 3',
      ' A 1/3 1',
      ' B 2/3 2',
      ' cold 3/3 0',
      'mine 4/5 0',
      'src 5/5 0',
    ])
  })

  it('leaves out what stands below a folded section', () => {
    const rows = flattenOutline(buildOutline(debate), new Set([sectionId('agree'), sectionId('split')]))
    expect(rows.map((row) => row.section.id)).toEqual(['log', 'agree', 'split', 'mine', 'src'])
  })
})

describe('moving a section', () => {
  it('steps past a sibling, children and all', () => {
    const place = stepSection(debate, sectionId('split'), -1)
    expect(place).toEqual({ parentId: null, index: 1 })
    expect(outlineOf(moveSection(debate, sectionId('split'), place!))).toBe(
      `changelog log
disagreement split
  camp A: q4
  camp B: q5 q6
  cold-water cold
consensus agree: p1
  point one: p2 q1
  point two: q2 q3
my-view mine
sources src`,
    )
  })

  it('stops at the first and the last sibling', () => {
    expect(stepSection(debate, sectionId('A'), -1)).toBeNull()
    expect(stepSection(debate, sectionId('cold'), 1)).toBeNull()
    expect(stepSection(debate, sectionId('B'), 1)).toEqual({ parentId: 'split', index: 2 })
  })

  it('goes deeper below the sibling before it, as its last child', () => {
    expect(changeDepth(debate, sectionId('mine'), 1)).toEqual({ parentId: 'split', index: 3 })
    expect(changeDepth(debate, sectionId('one'), 1)).toBeNull()
  })

  it('comes up right after its parent', () => {
    expect(changeDepth(debate, sectionId('A'), -1)).toEqual({ parentId: null, index: 3 })
    expect(changeDepth(debate, sectionId('agree'), -1)).toBeNull()
  })

  it('keeps the change log and the sources at the top', () => {
    expect(changeDepth(debate, sectionId('src'), 1)).toBeNull()
    expect(canMoveSection(debate, sectionId('mine'), sectionId('log'))).toBe(false)
  })

  it('never goes below itself', () => {
    expect(canMoveSection(debate, sectionId('split'), sectionId('A'))).toBe(false)
    expect(canMoveSection(debate, sectionId('split'), sectionId('split'))).toBe(false)
  })

  it('goes no deeper than the headings of Markdown', () => {
    const deep = anOutline(`
free a
  free b
    free c
      free d
        free e
free x
  free y
`)
    expect(canMoveSection(deep, sectionId('y'), sectionId('e'))).toBe(false)
    expect(canMoveSection(deep, sectionId('y'), sectionId('d'))).toBe(true)
    expect(canMoveSection(deep, sectionId('x'), sectionId('d'))).toBe(false)
    expect(canMoveSection(deep, sectionId('x'), sectionId('c'))).toBe(true)
  })

  it('is dropped before, after and inside an entry', () => {
    expect(dropSection(debate, sectionId('cold'), sectionId('A'), 'before')).toEqual({ parentId: 'split', index: 0 })
    expect(dropSection(debate, sectionId('A'), sectionId('cold'), 'after')).toEqual({ parentId: 'split', index: 2 })
    expect(dropSection(debate, sectionId('two'), sectionId('split'), 'inside')).toEqual({ parentId: 'split', index: 3 })
  })

  it('is not dropped where it already stands', () => {
    expect(dropSection(debate, sectionId('B'), sectionId('A'), 'after')).toBeNull()
    expect(dropSection(debate, sectionId('B'), sectionId('cold'), 'before')).toBeNull()
    expect(dropSection(debate, sectionId('cold'), sectionId('split'), 'inside')).toBeNull()
  })

  it('lands where it was sent, loses nothing and keeps reading order, wherever it goes', () => {
    const any = fc.constantFrom(...debate.map((section) => section.id))
    fc.assert(
      fc.property(any, fc.option(any), fc.nat(6), (id, parentId, wanted) => {
        fc.pre(canMoveSection(debate, id, parentId))
        const siblings = childrenOf(debate, parentId).filter((section) => section.id !== id)
        const place = { parentId, index: Math.min(wanted, siblings.length) }
        const moved = moveSection(debate, id, place)
        expect(placeOfSection(moved, id)).toEqual(place)
        expect(moved.map((section) => section.id).sort()).toEqual(debate.map((section) => section.id).sort())
        expect(flattenOutline(buildOutline(moved), new Set()).map((row) => row.section)).toEqual(moved)
      }),
    )
  })
})

describe('the place of a new section', () => {
  it('puts camps below the disagreement, before the cold water', () => {
    expect(placeForNew(debate, 'camp', null)).toEqual({ parentId: 'split', index: 2 })
    expect(placeForNew(debate, 'cold-water', null)).toEqual({ parentId: 'split', index: 3 })
  })

  it('puts points below the consensus and others after where the user is', () => {
    expect(placeForNew(debate, 'point', sectionId('A'))).toEqual({ parentId: 'agree', index: 2 })
    expect(placeForNew(debate, 'free', sectionId('A'))).toEqual({ parentId: null, index: 3 })
    expect(placeForNew(debate, 'unspoken', null)).toEqual({ parentId: null, index: 5 })
  })

  it('is right after the section that it is asked for in, where it may stand beside it', () => {
    expect(placeAfter(debate, 'camp', sectionId('A'))).toEqual({ parentId: 'split', index: 1 })
    expect(placeAfter(debate, 'point', sectionId('one'))).toEqual({ parentId: 'agree', index: 1 })
    expect(placeAfter(debate, 'camp', sectionId('mine'))).toEqual({ parentId: 'split', index: 2 })
    expect(placeAfter(debate, 'free', sectionId('B'))).toEqual({ parentId: null, index: 3 })
    expect(placeAfter(debate, 'unspoken', sectionId('mine'))).toEqual({ parentId: null, index: 4 })
  })

  it('takes the top when there is no disagreement yet', () => {
    expect(placeForNew(anOutline('free a'), 'camp', null)).toEqual({ parentId: null, index: 1 })
    expect(placeForNew([], 'changelog', null)).toEqual({ parentId: null, index: 0 })
  })
})
