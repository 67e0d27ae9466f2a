import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDiff } from '../../../shared/anchoring/edit-diff'
import { applyEdits } from '../../../shared/anchoring/edits'
import type { TextEdit } from '../../../shared/domain/correction'

/** Parts as one line: `-removed-`, `+added+`. */
function shown(text: string, ...edits: TextEdit[]): string {
  const marks = { same: '', removed: '-', added: '+' }
  return editDiff(text, edits)
    .map(({ kind, text: part }) => marks[kind] + part + marks[kind])
    .join('')
}

describe('the words that edits change', () => {
  it.each<[string, string, TextEdit[], string]>([
    ['a letter in a word', 'the carbin sink', [{ start: 8, end: 9, text: 'o' }], 'the -carbin-+carbon+ sink'],
    [
      'two letters in one word',
      'teh cat',
      [
        { start: 1, end: 1, text: 'h' },
        { start: 2, end: 3, text: '' },
      ],
      '-teh-+the+ cat',
    ],
    ['a word put in', 'the sink', [{ start: 4, end: 4, text: 'carbon ' }], 'the +carbon +sink'],
    ['a word that grows', 'the sink.', [{ start: 8, end: 8, text: 's' }], 'the -sink-+sinks+.'],
    ['a word taken out', 'the carbon sink', [{ start: 4, end: 11, text: '' }], 'the -carbon -sink'],
    ['a mark', 'Yes, it is', [{ start: 3, end: 4, text: '!' }], 'Yes-,-+!+ it is'],
    ['Chinese characters', '森林会说话', [{ start: 2, end: 2, text: '不' }], '森林+不+会说话'],
    [
      'a phrase',
      'Forty go',
      [
        { start: 0, end: 5, text: 'So' },
        { start: 6, end: 6, text: 'forty ' },
      ],
      '-Forty -+So forty +go',
    ],
    ['two words joined', 'some where else', [{ start: 4, end: 5, text: '' }], '-some where-+somewhere+ else'],
  ])('%s', (_, text, edits, expected) => expect(shown(text, ...edits)).toBe(expected))

  it('give the old text and the new one', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'bee', ' ', '. ', '树', '😀'), { maxLength: 30 })
      .map((all) => all.join(''))
    const offsets = fc.uniqueArray(fc.nat(40), { maxLength: 8 })
    fc.assert(
      fc.property(
        texts,
        offsets,
        fc.array(fc.constantFrom('', 'x', ' y', '林'), { minLength: 4 }),
        (text, all, added) => {
          const sorted = all.filter((offset) => offset <= text.length).sort((a, b) => a - b)
          const edits = sorted.flatMap((start, index) => {
            const end = sorted[index + 1]
            return index % 2 === 0 && end !== undefined ? [{ start, end, text: added[index / 2] ?? '' }] : []
          })
          const parts = editDiff(text, edits)
          const joined = (without: string) =>
            parts
              .filter(({ kind }) => kind !== without)
              .map((part) => part.text)
              .join('')
          expect(joined('added')).toBe(text)
          expect(joined('removed')).toBe(applyEdits(text, edits))
        },
      ),
    )
  })
})
