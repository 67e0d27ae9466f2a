import { expect, it } from 'vitest'
import {
  EMPTY_VIEW,
  keptView,
  stepSupport,
  withoutSupport,
  withSupport,
} from '../../../renderer/features/review/view/my-view'
import { passageId } from './a-review'

const [a, b, c] = [passageId('a'), passageId('b'), passageId('c')]

it('holds each quote once a side, in an order that can be changed', () => {
  const view = withSupport(withSupport(withSupport(EMPTY_VIEW, 'strongest', a), 'strongest', b), 'weakest', a)
  expect([view.strongest, view.weakest]).toEqual([['a', 'b'], ['a']])
  expect(withSupport(view, 'strongest', a)).toBe(view)
  expect(stepSupport(withSupport(view, 'strongest', c), 'strongest', c, -1).strongest).toEqual(['a', 'c', 'b'])
  expect(stepSupport(view, 'strongest', b, 1)).toBe(view)
  expect(withoutSupport(view, 'strongest', a).strongest).toEqual(['b'])
})

it('is kept as long as it says something', () => {
  expect(keptView(EMPTY_VIEW)).toBeNull()
  expect(keptView({ ...EMPTY_VIEW, judgement: ' ' })).toBeNull()
  expect(keptView({ ...EMPTY_VIEW, confidence: 1 })).toEqual({ ...EMPTY_VIEW, confidence: 1 })
})
