import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countWords } from '../../../electron/core/import/count-words'

it('counts what Intl.Segmenter calls words, line by line, however long the lines are', () => {
  const unit = fc.constantFrom('word ', "don't ", '1,000.5 ', '世界', '你好。', '\n', '😀', 'co-op ', 'ひらがな', '，')
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 1, maxLength: 1500 }),
      fc.constantFrom('en', 'zh-Hans'),
      (units, language) => {
        const text = units.join('')
        const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
        const lineByLine = text
          .split('\n')
          .flatMap((line) => [...segmenter.segment(line)].filter(({ isWordLike }) => isWordLike))
        expect(countWords(text, language)).toBe(lineByLine.length)
      },
    ),
    { numRuns: 30 },
  )
})
