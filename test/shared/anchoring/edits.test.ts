import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyEdits,
  composeEdits,
  invertEdits,
  placesOf,
  rangeCarrier,
  refineEdits,
} from '../../../shared/anchoring/edits'
import type { TextEdit } from '../../../shared/domain/correction'

/** Edits of a text of this length, in order and disjoint. */
function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  const offsets = fc.uniqueArray(fc.nat(length), { maxLength: 12 }).map((all) => all.sort((a, b) => a - b))
  const words = fc.array(fc.constantFrom('a', 'bee', ' ', '，', '树', '😀', 'e\u0301'), { maxLength: 4 })
  return fc.tuple(offsets, fc.array(words, { minLength: 6, maxLength: 6 })).map(([all, texts]) =>
    all.flatMap((start, index) => {
      const end = all[index + 1]
      return index % 2 === 0 && end !== undefined ? [{ start, end, text: texts[index / 2]!.join('') }] : []
    }),
  )
}

const texts = fc
  .array(fc.constantFrom('a', 'bee', 'trees', ' ', ' ', '. ', '树', '林', '\n\n', '😀', 'e\u0301'), { maxLength: 60 })
  .map((words) => words.join(''))

const textWithEdits = texts.chain((text) => fc.tuple(fc.constant(text), editsOf(text.length)))

describe('edits', () => {
  it('composed give what one after the other gives', () => {
    fc.assert(
      fc.property(
        textWithEdits.chain(([text, first]) =>
          fc.tuple(fc.constant(text), fc.constant(first), editsOf(applyEdits(text, first).length)),
        ),
        ([text, first, second]) => {
          expect(applyEdits(text, composeEdits(first, second))).toBe(applyEdits(applyEdits(text, first), second))
        },
      ),
    )
  })

  it('inverted bring the text back, and composed with their inverse refine to nothing', () => {
    fc.assert(
      fc.property(textWithEdits, ([text, edits]) => {
        const back = invertEdits(text, edits)
        expect(applyEdits(applyEdits(text, edits), back)).toBe(text)
        expect(refineEdits(text, composeEdits(edits, back))).toEqual([])
      }),
    )
  })

  it('refined give the same text', () => {
    fc.assert(
      fc.property(textWithEdits, ([text, edits]) => {
        expect(applyEdits(text, refineEdits(text, edits))).toBe(applyEdits(text, edits))
      }),
    )
  })

  it('put each text where they say', () => {
    fc.assert(
      fc.property(textWithEdits, ([text, edits]) => {
        const after = applyEdits(text, edits)
        expect(placesOf(edits).map(({ start, end }) => after.slice(start, end))).toEqual(edits.map((edit) => edit.text))
      }),
    )
  })

  it('refined replace only the words that differ', () => {
    const text = 'Well, we traced the carbin in both directions.'
    const edits = [{ start: 6, end: 46, text: 'we traced carbon in both directions!' }]
    expect(refineEdits(text, edits)).toEqual([
      { start: 16, end: 19, text: 'carbon' },
      { start: 20, end: 27, text: '' },
      { start: 45, end: 46, text: '!' },
    ])
  })

  it('out of order or outside of the text are refused', () => {
    expect(() => applyEdits('abc', [{ start: 2, end: 4, text: '' }])).toThrow(RangeError)
    expect(() =>
      applyEdits('abc', [
        { start: 2, end: 2, text: 'x' },
        { start: 1, end: 1, text: 'y' },
      ]),
    ).toThrow(RangeError)
  })
})

describe('a range carried through edits', () => {
  const text = 'We traced the carbon in both directions.'
  const range = (of: string) => ({ start: text.indexOf(of), end: text.indexOf(of) + of.length })
  const carried = (of: string, ...edits: TextEdit[]) => {
    const found = rangeCarrier(text, edits)(range(of))
    return found && applyEdits(text, edits).slice(found.start, found.end)
  }

  it.each<[string, string, TextEdit[], string | null]>([
    ['moves with what is put in before it', 'carbon', [{ start: 0, end: 0, text: 'Then ' }], 'carbon'],
    [
      'holds what is put in within it',
      'traced the carbon',
      [{ start: 14, end: 14, text: 'heavy ' }],
      'traced the heavy carbon',
    ],
    ['leaves out a word that is put in before it', 'carbon', [{ start: 14, end: 14, text: 'heavy ' }], 'carbon'],
    ['leaves out a word that is put in after it', 'carbon', [{ start: 20, end: 20, text: ' atoms' }], 'carbon'],
    ['goes on with its last word', 'carbon', [{ start: 20, end: 20, text: 's, all of them' }], 'carbons'],
    ['goes back with its first word', 'carbon', [{ start: 14, end: 14, text: 'hydro' }], 'hydrocarbon'],
    ['takes what replaces all of it', 'carbon', [{ start: 14, end: 20, text: 'sugar' }], 'sugar'],
    ['takes what replaces its last word', 'the carbon', [{ start: 14, end: 20, text: 'sugar' }], 'the sugar'],
    ['leaves a replacement that reaches beyond it', 'carbon in', [{ start: 21, end: 28, text: '→' }], 'carbon '],
    ['is lost when all of it is deleted', 'carbon', [{ start: 13, end: 20, text: '' }], null],
    ['does not go on with a word that it cuts', 'carb', [{ start: 18, end: 18, text: 's' }], 'carb'],
  ])('%s', (_, of, edits, expected) => expect(carried(of, ...edits)).toBe(expected))

  it('does not grow by Chinese put in beside it', () => {
    const edits = [{ start: 2, end: 2, text: '们' }]
    expect(rangeCarrier('森林会说话', edits)({ start: 0, end: 2 })).toEqual({ start: 0, end: 2 })
  })

  it('stands where its text stands, when no edit touches it', () => {
    fc.assert(
      fc.property(textWithEdits, fc.nat(100), fc.nat(20), ([text, edits], from, length) => {
        const start = Math.min(from, text.length)
        const end = Math.min(start + length, text.length)
        fc.pre(start < end && edits.every((edit) => edit.end < start || edit.start > end))
        const found = rangeCarrier(text, edits)({ start, end })
        const after = applyEdits(text, edits)
        const quote = text.slice(start, end)
        expect(found && after.slice(found.start, found.end)).toBe(quote)
        // Where the quote stands once, the edits and the search for it agree.
        const isOnce = after.indexOf(quote) === after.lastIndexOf(quote)
        expect(isOnce ? found?.start : after.indexOf(quote)).toBe(after.indexOf(quote))
      }),
    )
  })

  it('stays in order and inside of the text', () => {
    fc.assert(
      fc.property(textWithEdits, fc.nat(100), fc.nat(100), fc.nat(20), ([text, edits], first, second, length) => {
        const carry = rangeCarrier(text, edits)
        const [low, high] = [Math.min(first, second, text.length), Math.min(Math.max(first, second), text.length)]
        const [a, b] = [low, high].map((start) => carry({ start, end: Math.min(start + length, text.length) }))
        const size = applyEdits(text, edits).length
        const strays = [a, b].filter((one) => one && !(0 <= one.start && one.start < one.end && one.end <= size))
        expect(strays).toEqual([])
        expect(a && b ? a.start <= b.start : true).toBe(true)
      }),
    )
  })
})
