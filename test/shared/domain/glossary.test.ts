import { expect, it } from 'vitest'
import { findDepartures, type Term } from '../../../shared/domain/glossary'
import type { TermId } from '../../../shared/domain/ids'

const term = (word: string, translation: string | null): Term => ({
  id: word as TermId,
  term: word,
  language: 'zh',
  translation,
  note: '',
})

it.each([
  ['A world\nmodel predicts.', '世界模型会预测。', [term('world model', '世界模型')], []],
  ['A world model predicts.', '一个 world model 会预测。', [term('World Model', '世界模型')], [['世界模型', 2, 13]]],
  ['Two world models.', '两个世界模型。', [term('world model', '世界模型')], []],
  ['The agent acts.', '智能体行动。', [term('agent', null)], [['agent', 4, 9]]],
  ['The Agent acts.', 'agent 会行动。', [term('agent', null)], []],
  ['She said so.', '她这么说。', [term('AI', '人工智能')], []],
  ['C++ is old.', '这很旧。', [term('c++', 'C++')], [['C++', 0, 3]]],
] as const)('finds in %j and %j what the glossary has otherwise', (text, translation, terms, expected) => {
  expect(
    findDepartures(text, translation, terms).map(({ expected: wanted, start, end }) => [wanted, start, end]),
  ).toEqual(expected)
})
