import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver } from '../../../shared/anchoring/carry-over'
import { PreparedText } from '../../../shared/anchoring/prepare-text'
import { spanOf, type Span } from '../../../shared/domain/span'

const OLD = 'The engine weaves patterns. It does not think. Yes. And then it stops. Yes. That is all there is to it.'

/** The span of the n-th place where a quote stands in the old text. */
function span(quote: string, n = 1): Span {
  let start = -1
  for (let i = 0; i < n; i += 1) start = OLD.indexOf(quote, start + 1)
  return spanOf(OLD, { start, end: start + quote.length })
}

const carry = (text: string, ...spans: Span[]) =>
  carryOver(new PreparedText(text), spans).map((one) => [
    one.outcome,
    text.slice(one.span.start, one.span.end),
    one.found,
  ])

describe('carryOver', () => {
  it('leaves a span where it is when its text is unchanged', () => {
    expect(carry(`${OLD} And more.`, span('weaves patterns'))).toEqual([['exact', 'weaves patterns', null]])
  })

  it('moves a span with the text, to the place that its context tells from equal ones', () => {
    const text = `Intro. Yes. ${OLD}`
    expect(carry(text, span('Yes.', 2))).toEqual([['moved', 'Yes.', null]])
    expect(carryOver(new PreparedText(text), [span('Yes.', 2)])[0]?.span.start).toBe(OLD.lastIndexOf('Yes.') + 12)
  })

  it('points at what was altered, and keeps the old quote', () => {
    const text = OLD.replace('weaves patterns', 'weaves many patterns')
    const quote = 'The engine weaves patterns. It does'
    const [carried] = carryOver(new PreparedText(text), [span(quote)])
    expect(carried).toMatchObject({
      outcome: 'altered',
      span: { quote },
      found: 'The engine weaves many patterns. It does',
    })
  })

  it('tells of what is lost, and keeps its quote and context', () => {
    const lost = span('It does not think')
    const [carried] = carryOver(new PreparedText('Nothing.'), [lost])
    expect(carried).toMatchObject({ outcome: 'lost', found: null, span: { quote: lost.quote, prefix: lost.prefix } })
  })

  it('carries each span of a passage for itself, in order', () => {
    const text = `More. ${OLD.replace('It does not think. ', '')}`
    expect(
      carry(text, span('weaves'), span('It does not think'), span('it stops')).map(([outcome]) => outcome),
    ).toEqual(['moved', 'lost', 'moved'])
  })

  it('finds every span again after text is put before it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.nat(OLD.length - 8),
        fc.integer({ min: 6, max: 30 }),
        (before, at, length) => {
          const old = spanOf(OLD, { start: at, end: Math.min(OLD.length, at + length) })
          const text = `${before.replaceAll(/\p{Surrogate}/gu, '')}\n\n${OLD}`
          const [carried] = carryOver(new PreparedText(text), [old])
          expect(text.slice(carried!.span.start, carried!.span.end)).toBe(old.quote)
          expect(carried!.outcome).toBe('moved')
        },
      ),
    )
  })
})
