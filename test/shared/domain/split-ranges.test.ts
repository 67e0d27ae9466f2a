import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextRange } from '../../../shared/domain/span'
import { splitRanges } from '../../../shared/domain/split-ranges'

const TEXT = 'We build it. Who pays? The bridge pays.'

function halves(text: string, ranges: readonly TextRange[], at: number): [string[], string[]] | null {
  const quotes = (side: readonly TextRange[]) => side.map(({ start, end }) => text.slice(start, end))
  const split = splitRanges(text, ranges, at)
  return split && [quotes(split.before), quotes(split.after)]
}

describe('a passage cut in two', () => {
  it('leaves out the white space at the cut', () => {
    expect(halves(TEXT, [{ start: 0, end: 22 }], 12)).toEqual([['We build it.'], ['Who pays?']])
    expect(halves(TEXT, [{ start: 0, end: 22 }], 13)).toEqual([['We build it.'], ['Who pays?']])
  })

  it('is cut within a span or between two', () => {
    const spans = [
      { start: 0, end: 12 },
      { start: 23, end: 39 },
    ]
    expect(halves(TEXT, spans, 2)).toEqual([['We'], ['build it.', 'The bridge pays.']])
    expect(halves(TEXT, spans, 18)).toEqual([['We build it.'], ['The bridge pays.']])
  })

  it('is not cut where one side would be empty', () => {
    expect(halves(TEXT, [{ start: 3, end: 8 }], 3)).toBeNull()
    expect(halves(TEXT, [{ start: 3, end: 8 }], 8)).toBeNull()
    expect(halves(TEXT, [{ start: 12, end: 16 }], 13)).toBeNull()
    expect(halves(TEXT, [{ start: 3, end: 8 }], 999)).toBeNull()
  })

  it('is never cut within a character', () => {
    expect(halves('no 👩‍👩‍👧 yes', [{ start: 0, end: 15 }], 7)).toEqual([['no'], ['👩‍👩‍👧 yes']])
  })

  it('has all of its text but white space in one half or the other', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '河', '👍🏽', 'e\u0301', '.')
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), fc.nat(80), (text, at) => {
        const range = { start: 0, end: text.length }
        const split = halves(text, [range], at)
        if (!split) return
        const solid = (parts: readonly string[]) => parts.join('').replaceAll(/\s/g, '')
        expect(solid(split[0]) + solid(split[1])).toBe(solid([text]))
        for (const part of [...split[0], ...split[1]])
          expect(part).not.toMatch(/^(?:[\udc00-\udfff]|\u0301)|[\ud800-\udbff]$/)
      }),
    )
  })
})
