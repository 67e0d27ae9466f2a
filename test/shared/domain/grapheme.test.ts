import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphemeAt } from '../../../shared/domain/grapheme'

const UNITS = [
  'a',
  ' ',
  '河',
  'é',
  'e\u0301',
  '\r\n',
  '👍🏽',
  '👩‍👩‍👧',
  '🇨🇳',
  '🇩🇪',
  '한',
  'ก็',
  '\u{1F600}',
  'a\u0308\u0323',
] as const

describe('the character at an offset', () => {
  it('is the whole of a joined emoji, a flag, a letter with its marks and a line break', () => {
    const text = 'a👩‍👩‍👧b🇨🇳🇩🇪e\u0301\r\n'
    const at = (offset: number) => {
      const { start, end } = graphemeAt(text, offset)
      return text.slice(start, end)
    }
    expect([0, 1, 5, 8, 9].map(at)).toEqual(['a', '👩‍👩‍👧', '👩‍👩‍👧', '👩‍👩‍👧', 'b'])
    expect([10, 13, 14, 17].map(at)).toEqual(['🇨🇳', '🇨🇳', '🇩🇪', '🇩🇪'])
    expect([18, 19, 20, 21].map(at)).toEqual(['e\u0301', 'e\u0301', '\r\n', '\r\n'])
    expect(() => at(22)).toThrow(RangeError)
  })

  it('is what segmenting the whole text says, wherever it is looked for', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...UNITS), minLength: 1, maxLength: 60 }), (text) => {
        for (const { index, segment } of segmenter.segment(text)) {
          for (let offset = index; offset < index + segment.length; offset += 1) {
            expect(graphemeAt(text, offset)).toEqual({ start: index, end: index + segment.length })
          }
        }
      }),
    )
  })
})
