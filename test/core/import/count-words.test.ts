import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countWords } from '../../../electron/core/import/count-words'
import { guessLanguage } from '../../../electron/core/import/guess-language'

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

it.each([
  ['Hello there.', 'en'],
  ['We load the tea first, and then we wait for the tide to come back to the harbour before we can leave.', 'en'],
  ['Zuerst laden wir den Tee, und dann warten wir auf die Flut, bevor wir den Hafen wieder verlassen können.', 'de'],
  ['我们先装茶，然后等潮水。', 'zh-Hans'],
  ['我們先裝茶，然後等潮水。', 'zh-Hant'],
  ['まずお茶を積んで、それから潮を待ちます。', 'ja'],
  ['먼저 차를 싣고 조수를 기다립니다.', 'ko'],
  ['我们先装茶\nFirst we load the tea', 'zh-Hans'],
  ['42 + 1', 'und'],
])('takes %s for %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language)
})
