import { expect, it } from 'vitest'
import { mentions } from '../../../electron/core/export/review-document'

it.each([
  ['All of these World\nModels are toys.', 'world model', true],
  ['Nobody said so.', 'AI', false],
  ['关于AI的讨论', 'ai', true],
  ['世界模型是什么', '世界模型', true],
  ['C++ is old.', 'c++', true],
  ['Anything at all.', '  ', false],
])('in %j the alias %j stands: %j', (text, alias, expected) => {
  expect(mentions(text, [alias])).toBe(expected)
})
