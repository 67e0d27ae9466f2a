import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countWords } from '../../../electron/core/import/count-words'

function countLineByLine(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return text.split('\n').flatMap((line) => [...segmenter.segment(line)].filter(({ isWordLike }) => isWordLike)).length
}

it('counts what Intl.Segmenter calls words, line by line, however long the lines are', () => {
  const unit = fc.constantFrom('word ', "don't ", '1,000.5 ', '世界', '你好。', '\n', '😀', 'co-op ', 'ひらがな', '，')
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 1, maxLength: 1500 }),
      fc.constantFrom('en', 'zh-Hans'),
      (units, language) => {
        const text = units.join('')
        expect(countWords(text, language)).toBe(countLineByLine(text, language))
      },
    ),
    { numRuns: 30 },
  )
})

it('agrees with Intl.Segmenter on any mixture of letters, digits, signs and scripts, in any language', () => {
  const nasty = Array.from(
    'abZ09éñßæŉ × ÷ ·ªµº_:;,.\'"’‘“”–—…!?()[]/@#&%$€£©® \u00a0\u00ad\u0301\u200d\u200b\u2060\ufeff\u0085' +
      '\n\t世界你好ひカﾃ한กไทя҇Ωא״ا١٢١🙂👩🏽‍💻🇨🇭，。、：“ǀɐʰ²½Ⅷ﹒．＇１ａ',
  )
  const unit = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...nasty) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 0x24f }).map((code) => String.fromCharCode(code)) },
    { weight: 1, arbitrary: fc.constantFrom('word', '12', "o'clock", 'U.S.A.', '3,000', 'a:b', '10:30', 'x_y', '1st') },
  )
  const languages = fc.constantFrom('en', 'und', 'fi', 'sv', 'de', 'fr', 'el', 'he', 'ja', 'zh-Hant', 'th', 'es-MX')
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), languages, (units, language) => {
      // A line's end is one character in stored text.
      const text = units.join('').replace(/\r/g, '\n')
      expect([text, countWords(text, language)]).toEqual([text, countLineByLine(text, language)])
    }),
    { numRuns: 1500 },
  )
})
