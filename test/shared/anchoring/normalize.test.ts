import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalForm, normalize, originalRange, withOtherFirstCase } from '../../../shared/anchoring/normalize'

describe('the normal form', () => {
  it.each([
    ['quote marks', '“He’s here,” ‘she’ said: «oui», 「是」', `'He's here,''she'said:'oui','是'`],
    ['dashes with and without spaces', 'a — b–c - d--e', 'a-b-c-d-e'],
    ['ellipses', 'so... well… no…… yes . . . ok....', 'so…well…no…yes…ok…'],
    ['two dots, which are none', 'p. m..', 'p.m..'],
    ['white space', '  a \n\n b\u00a0c\u3000d ', 'a b c d'],
    ['white space beside Chinese and punctuation', '我们 在录 Podcast ， 对吧 ?', '我们在录Podcast,对吧?'],
    ['full-width forms', 'ＡＩ（１０％）！', 'AI(10%)!'],
    ['invisible characters', 'a\u00adb\u200bc\ufeff', 'abc'],
    ['combining marks', 'cafe\u0301', 'café'],
  ])('makes one of %s', (_, text, form) => {
    expect(normalForm(text)).toBe(form)
  })

  it('keeps words apart, case, and joiners that change what is seen', () => {
    expect(normalForm('a part')).not.toBe(normalForm('apart'))
    expect(normalForm('May')).not.toBe(normalForm('may'))
    expect(normalForm('👩‍🚀')).not.toBe(normalForm('👩🚀'))
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          'É',
          'e\u0301',
          ' ',
          '\n',
          '中',
          '。',
          '，',
          '…',
          '.',
          '-',
          '—',
          '“',
          "'",
          '👩‍🚀',
          '𠮷',
          '\u00ad',
        ),
      )
      .map((parts) => parts.join('')),
  )

  it('leads back to ranges of the original, in order, which have the same form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normalize(text)
        expect(normal.starts.length).toBe(normal.text.length)
        for (let i = 0; i < normal.text.length; i++) {
          const { start, end } = originalRange(normal, { start: i, end: i + 1 })
          expect(0 <= start && start < end && end <= text.length).toBe(true)
          expect(start).toBeGreaterThanOrEqual(normal.starts[i - 1] ?? 0)
        }
        fc.pre(normal.text.length > 0)
        const { start, end } = originalRange(normal, { start: 0, end: normal.text.length })
        expect(normalForm(text.slice(start, end))).toBe(normal.text)
      }),
    )
  })

  it('is the form of itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalForm(normalForm(text))).toBe(normalForm(text))
      }),
    )
  })
})

describe('the other case of a first letter', () => {
  it.each([
    ['we did', 'We did'],
    ["'We did", "'we did"],
    ['Écoutez', 'écoutez'],
    ['3D worlds', null],
    ['这是', null],
    ['ßtrange', null],
  ])('of %s is %s', (text, other) => {
    expect(withOtherFirstCase(text)).toBe(other)
  })
})
