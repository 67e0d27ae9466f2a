import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchFuzzy } from '../../../shared/anchoring/match-fuzzy'
import { prepareText } from '../../../shared/anchoring/prepare-text'
import { wordDiff } from '../../../shared/anchoring/word-diff'

const text =
  'The honest answer is that we do not know yet. There are tradeoffs everywhere: latency, memory, quality, cost. ' +
  'The evaluation side of it is honestly harder than the modelling side. And the compute bill was, let us say, memorable.'
const prepared = prepareText(text)
const similar = (quote: string, within?: { start: number; end: number }) => {
  const place = matchFuzzy(prepared, quote, within)
  return place && text.slice(place.start, place.end)
}

describe('the most similar place', () => {
  it.each([
    [
      'a word changed',
      'The honest answer is that we did not know yet.',
      'The honest answer is that we do not know yet.',
    ],
    [
      'the first word changed',
      'One honest answer is that we do not know yet.',
      'The honest answer is that we do not know yet.',
    ],
    [
      'words left out',
      'The evaluation side is harder than the modelling side.',
      'The evaluation side of it is honestly harder than the modelling side.',
    ],
    ['a list cut short', 'There are tradeoffs everywhere.', 'There are tradeoffs everywhere:'],
    [
      'a list left out',
      'There are tradeoffs everywhere: quality, cost.',
      'There are tradeoffs everywhere: latency, memory, quality, cost.',
    ],
    [
      'words put in',
      'And the whole enormous compute bill was, let us say, quite memorable.',
      'And the compute bill was, let us say, memorable.',
    ],
    ['letters mistyped', 'The evalutaion side of it is honesty harder', 'The evaluation side of it is honestly harder'],
  ])('with %s', (_, quote, expected) => {
    expect(similar(quote)).toBe(expected)
  })

  it('is none for an unrelated sentence', () => {
    expect(similar('Rain will reach the coast by Thursday afternoon, forecasters said.')).toBeNull()
    expect(similar('x')).toBeNull()
  })

  it('lies inside the range that is asked for', () => {
    expect(similar('The honest answer is that we do not know', { start: 60, end: text.length })).toBeNull()
  })

  it('is found in a text of a million units, and in one that repeats itself, in bounded work', () => {
    const long = prepareText('lorem ipsum dolor sit amet '.repeat(40_000) + text)
    const place = matchFuzzy(long, 'And the compute bill was, let us say, forgettable.')
    expect(place && long.text.slice(place.start, place.end)).toBe('And the compute bill was, let us say, memorable.')
    const again = prepareText('a '.repeat(500_000))
    expect(matchFuzzy(again, `${'a '.repeat(200)}b ${'a '.repeat(200)}`)).not.toBeNull()
    expect(matchFuzzy(again, `${'a '.repeat(3000)}b ${'a '.repeat(3000)}`)).not.toBeNull()
  })
})

describe('a word diff', () => {
  it('says what changed, and takes for the same what only its normal form tells apart', () => {
    expect(wordDiff("it's not mine", 'it’s mine')).toEqual([
      { kind: 'same', text: "it's " },
      { kind: 'removed', text: 'not ' },
      { kind: 'same', text: 'mine' },
    ])
    expect(wordDiff('他得手', '他的手')).toEqual([
      { kind: 'same', text: '他' },
      { kind: 'removed', text: '得' },
      { kind: 'added', text: '的' },
      { kind: 'same', text: '手' },
    ])
  })

  it('makes one change of a changed phrase', () => {
    expect(wordDiff('we saw a red dog here', 'we saw the blue cat here').map((part) => part.kind)).toEqual([
      'same',
      'removed',
      'added',
      'same',
    ])
  })

  it('holds the whole quote', () => {
    const phrase = fc
      .array(fc.constantFrom('a', 'dog', ' ', '中', '文', ',', '…', '’', '\n', '👩‍🚀'), { maxLength: 30 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(phrase, phrase, (quote, source) => {
        const kept = wordDiff(quote, source).filter((part) => part.kind !== 'added')
        expect(kept.map((part) => part.text).join('')).toBe(quote)
      }),
    )
  })
})
