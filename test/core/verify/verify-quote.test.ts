import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyQuote } from '../../../electron/core/verify/verify-quote'
import { prepareText } from '../../../shared/anchoring/prepare-text'
import { spanOf } from '../../../shared/domain/span'

const text =
  'A pure aspect of world model would be representation learning. So you could imagine we take the videos and then ' +
  'compress that into a set of concepts. It models the world in a very compact way.'
const prepared = prepareText(text)
const verify = (...quotes: string[]) =>
  verifyQuote(
    prepared,
    quotes.map((quote) => ({ quote })),
  )

describe('fragments of a quote', () => {
  it('that stand in order are exact, with their places', () => {
    expect(verify('we take the videos', 'a set of concepts.')).toEqual({
      status: 'exact',
      expected: null,
      fragments: [
        { text: 'we take the videos', status: 'exact', start: 84, end: 102, expected: null, diff: [] },
        { text: 'a set of concepts.', status: 'exact', start: 131, end: 149, expected: null, diff: [] },
      ],
    })
  })

  it('that stand in another order are altered, and the order of the text is expected', () => {
    const { status, expected, fragments } = verify('a set of concepts.', 'we take the videos')
    expect(status).toBe('altered')
    expect(fragments.map((fragment) => fragment.status).sort()).toEqual(['altered', 'exact'])
    expect(expected).toBe('we take the videos … a set of concepts.')
  })

  it('of which one has a word changed: that one is altered, with the text and the diff', () => {
    const { status, fragments, expected } = verify('we take the videos', 'a bag of concepts.')
    expect(status).toBe('altered')
    expect(fragments[0]?.status).toBe('exact')
    expect(fragments[1]).toMatchObject({ status: 'altered', start: 131, end: 149, expected: 'a set of concepts.' })
    expect(fragments[1]?.diff).toEqual([
      { kind: 'same', text: 'a ' },
      { kind: 'removed', text: 'bag' },
      { kind: 'added', text: 'set' },
      { kind: 'same', text: ' of concepts.' },
    ])
    expect(expected).toBe('we take the videos … a set of concepts.')
  })

  it('that are like nothing there are missing', () => {
    expect(verify('Forecasters expect heavy rain on Thursday.')).toEqual({
      status: 'missing',
      expected: null,
      fragments: [
        {
          text: 'Forecasters expect heavy rain on Thursday.',
          status: 'missing',
          start: null,
          end: null,
          expected: null,
          diff: [],
        },
      ],
    })
  })
})

describe('a recorded fragment', () => {
  it('is exact where it is recorded, though it stands elsewhere too', () => {
    const again = prepareText('Yes. No. Yes.')
    expect(verifyQuote(again, [{ quote: 'Yes', start: 9, end: 12 }]).fragments[0]).toMatchObject({
      status: 'exact',
      start: 9,
    })
  })

  it('is exact even where it cuts a word', () => {
    expect(verifyQuote(prepared, [spanOf(text, { start: 3, end: 5 })]).status).toBe('exact')
  })

  it('is normalised where only its marks differ', () => {
    const marks = prepareText('It’s “fine” – really')
    expect(verifyQuote(marks, [{ quote: 'it\'s "fine" - really', start: 0, end: 20 }]).status).toBe('normalised')
  })

  it('is moved where it stands elsewhere, to the nearest', () => {
    const again = prepareText('Yes. No, no. Yes. No. Yes.')
    expect(verifyQuote(again, [{ quote: 'Yes', start: 10, end: 13 }]).fragments[0]).toMatchObject({
      status: 'moved',
      start: 13,
    })
  })

  it('is altered or missing where it was changed', () => {
    expect(verifyQuote(prepared, [{ quote: 'we take these videos', start: 84, end: 104 }]).status).toBe('altered')
    expect(verifyQuote(prepared, [{ quote: '今天天气很好', start: 84, end: 90 }]).status).toBe('missing')
  })
})

/** Words of several scripts, with marks that combine, pairs of code units and all kinds of punctuation. */
const word = fc.constantFrom(
  'world',
  'model',
  'the',
  'videos',
  'Wir',
  'größer',
  'cafe\u0301',
  'naïve',
  'don’t',
  '世界',
  '模型',
  '是',
  '渲染器',
  'モデル',
  '말했습니다',
  'это',
  '42',
  '👩‍🚀',
  '𠮷野家',
  '—',
  '…',
  '“',
  '”',
  '，',
  '。',
  '(laughs)',
  'x\u00ady',
)
const anyText = fc.array(word, { minLength: 4, maxLength: 40 }).map((words) => words.join(' '))
const rangeIn = (length: number) =>
  fc.tuple(fc.nat(length - 1), fc.nat(length - 1)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))

describe('any text', () => {
  it('holds each of its ranges exactly, where it is recorded', () => {
    const withRange = fc
      .oneof(anyText, fc.string({ unit: 'binary', minLength: 1 }))
      .chain((any) => fc.tuple(fc.constant(any), rangeIn(any.length)))
    fc.assert(
      fc.property(withRange, ([any, range]) => {
        const { status, fragments } = verifyQuote(prepareText(any), [spanOf(any, range)])
        expect(status).toBe('exact')
        expect(fragments).toEqual([
          { text: any.slice(range.start, range.end), status: 'exact', ...range, expected: null, diff: [] },
        ])
      }),
    )
  })

  it('holds them still, moved, after other text was put in before', () => {
    fc.assert(
      fc.property(anyText, anyText, (any, inserted) => {
        const { start, end } = { start: 0, end: any.length }
        const { fragments } = verifyQuote(prepareText(`${inserted}\n\n${any}`), [spanOf(any, { start, end })])
        const found = fragments[0]!
        expect(['exact', 'moved']).toContain(found.status)
        expect(`${inserted}\n\n${any}`.slice(found.start!, found.end!)).toBe(any)
      }),
    )
  })

  it('is normalised under other marks, white space and width', () => {
    const typed = (any: string): string =>
      any
        .replace(/[“”]/g, '"')
        .replace(/’/g, "'")
        .replace(/—/g, '-')
        .replace(/…/g, '...')
        .replace(/，/g, ',')
        .replace(/。/g, '.')
        .replace(/ /g, '  ')
        .replace(/\u00ad/g, '')
    fc.assert(
      fc.property(anyText, (any) => {
        fc.pre(/\p{L}/u.test(any))
        // No full stop next to it: it would be one ellipsis with two that the text may begin with.
        const { status } = verifyQuote(prepareText(`Before, ${any} After.`), [{ quote: typed(any).trim() }])
        expect(['exact', 'normalised']).toContain(status)
      }),
    )
  })

  it('says what stood there when one word inside was changed', () => {
    const words = fc.array(
      fc.constantFrom(...'we take the videos and then compress that into concepts which model world'.split(' ')),
      { minLength: 8, maxLength: 30 },
    )
    fc.assert(
      fc.property(words, fc.nat(), (all, pick) => {
        const at = 2 + (pick % (all.length - 4))
        // Beside its own like, the changed word may as well have been put in.
        fc.pre(all[at] !== all[at - 1] && all[at] !== all[at + 1])
        const original = all.join(' ')
        const quote = all.map((one, index) => (index === at ? 'zebra' : one)).join(' ')
        const { fragments, expected } = verifyQuote(prepareText(original), [{ quote }])
        expect(fragments[0]).toMatchObject({ status: 'altered', start: 0, end: original.length, expected: original })
        expect(expected).toBe(original)
      }),
    )
  })

  it('slices to what is claimed, whatever is looked up in it', () => {
    fc.assert(
      fc.property(anyText, anyText, (any, quote) => {
        const found = verifyQuote(prepareText(any), [{ quote }]).fragments[0]!
        const there = found.start === null || found.end === null ? null : any.slice(found.start, found.end)
        const claimed = { exact: quote, normalised: there, moved: quote, altered: found.expected, missing: null }
        expect(there).toBe(claimed[found.status])
        expect(there).not.toBe('')
      }),
    )
  })
})
