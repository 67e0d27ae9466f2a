import { describe, expect, it } from 'vitest'
import { nearestTo, passagesIn, spanAt } from '../../../renderer/features/transcript/span-at'
import type { Passage } from '../../../shared/domain/passage'
import { spanOf } from '../../../shared/domain/span'

const text = 'abcdefghijklmnopqrstuvwxyz'
const aPassage = (...ranges: readonly (readonly [number, number])[]) => {
  const spans = ranges.map(([start, end]) => spanOf(text, { start, end }))
  return { id: spans.map(({ quote }) => quote).join('…'), spans } as unknown as Passage
}

describe('a span at the caret', () => {
  it('is the one that holds it, also where it ends', () => {
    const { spans } = aPassage([2, 5], [8, 12])
    expect([2, 5, 8, 12].map((caret) => spanAt(spans, caret)?.quote)).toEqual(['cde', 'cde', 'ijkl', 'ijkl'])
    expect([1, 6, 13, undefined].map((caret) => spanAt(spans, caret))).toEqual([null, null, null, null])
  })

  it('is the only one, wherever the caret is', () => {
    expect(spanAt(aPassage([2, 5]).spans, 20)?.quote).toBe('cde')
    expect(spanAt(aPassage([2, 5]).spans, undefined)?.quote).toBe('cde')
  })
})

describe('passages that can be joined', () => {
  const [first, gap, second] = [aPassage([0, 5]), aPassage([3, 4], [20, 24]), aPassage([10, 12])]

  it('are those with text in a selection, which an elision is not', () => {
    expect(passagesIn([first, gap, second], { start: 4, end: 11 })).toEqual([first, second])
    expect(passagesIn([first, gap, second], { start: 5, end: 10 })).toEqual([])
  })

  it('are offered the nearest first, those that overlap before all', () => {
    expect(nearestTo([second, first, gap], first)).toEqual([gap, second])
    expect(nearestTo([first, gap, second], second)).toEqual([first, gap])
  })
})
