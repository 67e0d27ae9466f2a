import { describe, expect, it } from 'vitest'
import { locateFragments, locateQuote } from '../../../shared/anchoring/locate'
import { prepareText } from '../../../shared/anchoring/prepare-text'

const text = 'Yes. I think so. We left at noon. Yes. I think so, too. They left at night. Yes.'
const prepared = prepareText(text)
const found = (ranges: readonly ({ start: number; end: number } | null)[]) =>
  ranges.map((range) => range && [range.start, text.slice(range.start, range.end)])

describe('one quote', () => {
  it('that stands once is found', () => {
    expect(locateQuote(prepared, { quote: 'We left' })).toEqual({
      kind: 'found',
      place: { start: 17, end: 24, likeness: 'exact' },
    })
  })

  it('that stands more than once is ambiguous, with every place', () => {
    const location = locateQuote(prepared, { quote: 'I think so' })
    expect(location).toMatchObject({ kind: 'ambiguous', places: [{ start: 5 }, { start: 39 }] })
  })

  it('is told apart by where it was recorded', () => {
    expect(locateQuote(prepared, { quote: 'I think so', start: 30 })).toMatchObject({ place: { start: 39 } })
    expect(locateQuote(prepared, { quote: 'I think so', start: 10 })).toMatchObject({ place: { start: 5 } })
  })

  it('is told apart by its context before its position', () => {
    expect(locateQuote(prepared, { quote: 'I think so', start: 0, suffix: ', too' })).toMatchObject({
      place: { start: 39 },
    })
    expect(locateQuote(prepared, { quote: 'Yes', prefix: 'noon. ' })).toMatchObject({ place: { start: 34 } })
  })

  it('that is whole words is preferred to the same letters inside a word', () => {
    const words = prepareText('Another other brother.')
    expect(locateQuote(words, { quote: 'other' })).toMatchObject({ kind: 'found', place: { start: 8 } })
    expect(locateQuote(words, { quote: 'rothe' })).toMatchObject({ kind: 'found', place: { start: 15 } })
  })

  it('that stands nowhere is missing', () => {
    expect(locateQuote(prepared, { quote: 'We stayed' })).toEqual({ kind: 'missing' })
  })
})

describe('fragments', () => {
  it('are found in order, nearest to each other', () => {
    const { places, ambiguous } = locateFragments(prepared, [
      { quote: 'I think so' },
      { quote: 'left at' },
      { quote: 'Yes' },
    ])
    expect(found(places)).toEqual([
      [5, 'I think so'],
      [20, 'left at'],
      [34, 'Yes'],
    ])
    expect(ambiguous).toBe(false)
  })

  it('leave out the one that stands only before the others', () => {
    const { places } = locateFragments(prepared, [{ quote: 'They left at night' }, { quote: 'noon' }])
    expect(found(places)).toEqual([[56, 'They left at night'], null])
  })

  it('do not overlap', () => {
    expect(found(locateFragments(prepared, [{ quote: 'left at noon' }, { quote: 'noon. Yes' }]).places)).toEqual([
      [20, 'left at noon'],
      null,
    ])
  })

  it('stand only where they are accepted', () => {
    const { places } = locateFragments(prepared, [{ quote: 'Yes' }], ({ start }) => start > 50)
    expect(found(places)).toEqual([[76, 'Yes']])
  })

  it('are placed in bounded work in a text that only repeats itself', () => {
    const again = prepareText('a '.repeat(200_000))
    const { places } = locateFragments(
      again,
      Array.from({ length: 20 }, () => ({ quote: 'a a' })),
    )
    expect(places.every((place) => place !== null)).toBe(true)
  })
})
