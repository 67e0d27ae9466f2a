import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeBlock,
  dropBlock,
  moveBlock,
  placedPassages,
  placeOfBlock,
  stepBlock,
} from '../../../renderer/features/review/blocks'
import { anOutline, blockId, outlineOf, passageId, sectionId } from './a-review'

const page = anOutline(`
consensus agree: p1 q1
disagreement split
  camp A: q2 p2 q3
sources src
`)

describe('moving a block', () => {
  it('steps within its section', () => {
    expect(stepBlock(page, blockId('q3'), -1)).toEqual({ sectionId: 'A', index: 1 })
    expect(stepBlock(page, blockId('p1'), 1)).toEqual({ sectionId: 'agree', index: 1 })
  })

  it('crosses into the neighbouring section, also an empty one', () => {
    expect(stepBlock(page, blockId('q1'), 1)).toEqual({ sectionId: 'split', index: 0 })
    expect(stepBlock(page, blockId('q2'), -1)).toEqual({ sectionId: 'split', index: 0 })
    const up = moveBlock(page, blockId('q2'), { sectionId: sectionId('split'), index: 0 })
    expect(stepBlock(up, blockId('q2'), -1)).toEqual({ sectionId: 'agree', index: 2 })
  })

  it('stops at both ends of the page', () => {
    expect(stepBlock(page, blockId('p1'), -1)).toBeNull()
    const down = moveBlock(page, blockId('q3'), { sectionId: sectionId('src'), index: 0 })
    expect(stepBlock(down, blockId('q3'), 1)).toBeNull()
  })

  it('counts a gap below its old place without itself', () => {
    expect(dropBlock(page, blockId('q2'), sectionId('A'), 3)).toEqual({ sectionId: 'A', index: 2 })
    expect(dropBlock(page, blockId('q3'), sectionId('A'), 0)).toEqual({ sectionId: 'A', index: 0 })
    expect(dropBlock(page, blockId('q1'), sectionId('A'), 3)).toEqual({ sectionId: 'A', index: 3 })
  })

  it('does not move into the gaps beside it', () => {
    expect(dropBlock(page, blockId('p2'), sectionId('A'), 1)).toBeNull()
    expect(dropBlock(page, blockId('p2'), sectionId('A'), 2)).toBeNull()
  })

  it('shows the page as it will be', () => {
    expect(outlineOf(moveBlock(page, blockId('q2'), { sectionId: sectionId('agree'), index: 1 }))).toBe(
      `consensus agree: p1 q2 q1
disagreement split
  camp A: p2 q3
sources src`,
    )
  })

  it('lands where it was sent and loses nothing, wherever it goes', () => {
    const blocks = page.flatMap((section) => section.blocks)
    fc.assert(
      fc.property(fc.constantFrom(...blocks), fc.constantFrom(...page), fc.nat(4), (block, section, wanted) => {
        const index = Math.min(wanted, section.blocks.filter((each) => each !== block).length)
        const moved = moveBlock(page, block.id, { sectionId: section.id, index })
        expect(placeOfBlock(moved, block.id)).toEqual({ sectionId: section.id, index })
        expect(moved.flatMap((each) => each.blocks).length).toBe(blocks.length)
      }),
    )
  })
})

it('changes one block and leaves the others as they are', () => {
  const changed = changeBlock(page, blockId('p2'), (block) => ({ ...block, markdown: 'Words' }))
  expect(changed[2]!.blocks[1]).toEqual({ kind: 'prose', id: 'p2', markdown: 'Words' })
  expect(changed[0]).toBe(page[0])
})

it('finds where each passage is placed', () => {
  const placed = placedPassages(page)
  expect([...placed.keys()]).toEqual(['q1', 'q2', 'q3'])
  expect(placed.get(passageId('q3'))!.section.id).toBe('A')
})
