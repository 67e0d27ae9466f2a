import { expect, it } from 'vitest'
import { extendSelection, toggleSelection } from '../../../renderer/features/library/selection'

const list = ['a', 'b', 'c', 'd']

it('takes in what was out, and out what was in', () => {
  expect([...toggleSelection(new Set(['a']), 'b')]).toEqual(['a', 'b'])
  expect([...toggleSelection(new Set(['a', 'b']), 'a')]).toEqual(['b'])
})

it('reaches from where it began to where it is, in either direction', () => {
  expect([...extendSelection(list, 'b', 'd')]).toEqual(['b', 'c', 'd'])
  expect([...extendSelection(list, 'd', 'b')]).toEqual(['b', 'c', 'd'])
  expect([...extendSelection(list, 'c', 'c')]).toEqual(['c'])
})

it('begins anew where it began with what is gone', () => {
  expect([...extendSelection(list, 'x', 'c')]).toEqual(['c'])
})
