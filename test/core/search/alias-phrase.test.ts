import { expect, it } from 'vitest'
import { mentioning } from '../../../electron/core/search/alias-phrase'

it.each([
  ['All of these World\nModels are toys.', 'world model', true],
  ['Only one world model.', 'World Models', false],
  ['Three classes.', 'class', true],
  ['World modelling.', 'world model', false],
  ['The aim was said to be fair.', 'AI', false],
  ['“AI’s turn”, said A.I.', 'ai', true],
  ['关于AI的讨论', 'ai', true],
  ['世界模型是什么', '界模', true],
  ['世界 模型', '世界模型', false],
  ['C++ is old.', 'c++', true],
  ['It costs 5 dollars.', '$&.*', false],
  ['Models OR worlds', 'models AND worlds', false],
  ['Models OR worlds', ' models or worlds ', true],
  ['Anything at all.', '  ', false],
])('in %j the alias %j stands: %j', (text, alias, expected) => {
  expect(mentioning([alias])(text)).toBe(expected)
})
