import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonRanges, cutRanges, holds, lengthOfRanges, overWhiteSpace } from '../../../shared/domain/range-set'
import { mergeRanges, type TextRange } from '../../../shared/domain/span'

const LENGTH = 60
const ranges = fc.array(
  fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)).map(([a, b]): TextRange => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 8 },
)
const offsetsIn = (some: readonly TextRange[]) =>
  Array.from({ length: LENGTH }, (_, at) => at).filter((at) => some.some(({ start, end }) => start <= at && at < end))

describe('sets of ranges', () => {
  it('cut a hole into a range, and a range out of others', () => {
    expect(cutRanges([{ start: 0, end: 10 }], [{ start: 3, end: 5 }])).toEqual([
      { start: 0, end: 3 },
      { start: 5, end: 10 },
    ])
    expect(cutRanges([{ start: 3, end: 5 }], [{ start: 0, end: 10 }])).toEqual([])
  })

  it('are what a set of offsets is: without, in common, and as long', () => {
    fc.assert(
      fc.property(ranges, ranges, (some, others) => {
        const away = new Set(offsetsIn(others))
        const left = cutRanges(some, others)
        const common = commonRanges(some, others)
        expect(offsetsIn(left)).toEqual(offsetsIn(some).filter((at) => !away.has(at)))
        expect(offsetsIn(common)).toEqual(offsetsIn(some).filter((at) => away.has(at)))
        const whole = some.filter(({ start, end }) => end > start)
        expect(whole.filter((range) => holds(mergeRanges(others), range))).toEqual(
          whole.filter((range) => cutRanges([range], others).length === 0),
        )
        expect(lengthOfRanges(left) + lengthOfRanges(common)).toBe(lengthOfRanges(mergeRanges(some)))
      }),
    )
  })

  it('reach over the white space between what is said, so that two turns that were read are one stretch', () => {
    const text = 'One turn.\n\nAnother turn.\n'
    expect(
      overWhiteSpace(text, [
        { start: 0, end: 9 },
        { start: 11, end: 24 },
      ]),
    ).toEqual([{ start: 0, end: text.length }])
    expect(overWhiteSpace(text, [{ start: 4, end: 8 }])).toEqual([{ start: 3, end: 8 }])
  })
})
