import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment } from '../../../renderer/features/transcript/passages/highlight-index'
import { slicesOf } from '../../../renderer/features/transcript/print/slices'
import type { PassageId } from '../../../shared/domain/ids'

function aSegment(from: number, to: number, rest: Partial<Segment> = {}): Segment {
  return { id: `${from}-${to}` as PassageId, span: 0, from, to, colour: 1, lane: 0, starts: true, ...rest }
}

describe('a block as it is printed', () => {
  it('is cut where a passage begins or ends, and tells which begin', () => {
    const [low, high] = [aSegment(4, 19), aSegment(12, 24, { lane: 1, colour: 2 })]
    const slices = slicesOf('The last bus leaves at eleven.', [high, low])
    expect(slices.map(({ text }) => text)).toEqual(['The ', 'last bus', ' leaves', ' at e', 'leven.'])
    expect(slices.map(({ segments }) => segments)).toEqual([[], [low], [low, high], [high], []])
    expect(slices.map(({ opening }) => opening)).toEqual([[], [low], [high], [], []])
  })

  it('has no label where a passage only goes on', () => {
    const further = [aSegment(0, 3, { starts: false }), aSegment(4, 8, { span: 1 })]
    expect(slicesOf('The last bus', further).flatMap(({ opening }) => opening)).toEqual([])
  })

  it('is the text again when put together, under any number of passages', () => {
    const ranges = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(5)), { maxLength: 30 })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), ranges, (text, made) => {
        const segments = made
          .map(([a, b, lane]) => aSegment(Math.min(a, b), Math.min(text.length, Math.max(a, b)), { lane }))
          .filter(({ from, to }) => from < to)
        const slices = slicesOf(text, segments)
        expect(slices.map((slice) => slice.text).join('')).toBe(text)
        let at = 0
        for (const slice of slices) {
          const here = segments.filter(({ from, to }) => from <= at && at < to)
          expect(new Set(slice.segments)).toEqual(new Set(here))
          at += slice.text.length
        }
      }),
    )
  })
})
