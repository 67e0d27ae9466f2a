import { expect, it } from 'vitest'
import { groupHints, withoutElision } from '../../../renderer/features/review/hints/hint-groups'
import type { Hint, HintCode } from '../../../shared/domain/hints'

const hint = (code: HintCode, camp: string): Hint => ({
  code,
  section: null,
  passage: null,
  params: { camp },
  key: `${code} ${camp}`,
  dismissed: false,
})

it('lists hints by kind, in the order of the kinds', () => {
  const groups = groupHints([
    hint('translation-stale', 'x'),
    hint('camp-without-dissent', 'A'),
    hint('camp-one-speaker', 'A'),
    hint('camp-without-dissent', 'B'),
  ])
  expect(groups.map(({ code, hints }) => [code, hints.map(({ params }) => params['camp'])])).toEqual([
    ['camp-one-speaker', ['A']],
    ['camp-without-dissent', ['A', 'B']],
    ['translation-stale', ['x']],
  ])
})

it('puts back the words of one elision, and of no other', () => {
  const span = (start: number, end: number) => ({ start, end, quote: '', prefix: '', suffix: '' })
  const spans = [span(0, 10), span(20, 30), span(40, 50)]
  expect(withoutElision(spans, 1)).toEqual([
    { start: 0, end: 30 },
    { start: 40, end: 50 },
  ])
  expect(withoutElision(spans, 2)).toEqual([
    { start: 0, end: 10 },
    { start: 20, end: 50 },
  ])
})
