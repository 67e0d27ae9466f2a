import { expect, it } from 'vitest'
import { gapAt, sideAt } from '../../../renderer/features/review/drag'

const blocks = [
  { top: 100, bottom: 140 },
  { top: 150, bottom: 250 },
]

it('drops into the gap that the pointer is nearest to', () => {
  expect([90, 119, 121, 199, 201, 400].map((y) => gapAt(blocks, y))).toEqual([0, 0, 1, 1, 2, 2])
  expect(gapAt([], 50)).toBe(0)
})

it('drops beside an entry at its edges and inside in its middle', () => {
  const entry = { top: 200, bottom: 230 }
  expect([200, 208, 210, 220, 222, 230].map((y) => sideAt(entry, y))).toEqual([
    'before',
    'before',
    'inside',
    'inside',
    'after',
    'after',
  ])
})
