import { expect, it } from 'vitest'
import { aliasForms, aliasQuery } from '../../../shared/domain/alias'

it.each([
  ['world model', ['world model', 'world models']],
  [' class ', ['class', 'classes']],
  ['approach', ['approach', 'approaches']],
  ['world models', ['world models']],
  ['C++', ['C++']],
  ['世界模型', ['世界模型']],
  ['  ', []],
])('%j is looked for as %j', (alias, forms) => {
  expect(aliasForms(alias)).toEqual(forms)
})

it('are asked for together, with nothing in them that a search would understand', () => {
  expect(aliasQuery(['AI', 'AIs', '世界模型', '/a AND b/', 'the "big" one.', ' '])).toBe(
    String.raw`"AI" OR "AIs" OR "世界模型" OR "/a AND b/" OR /the\s+"big"\s+one\./`,
  )
})
