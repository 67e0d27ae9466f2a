import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findAll,
  hasWords,
  Hits,
  isEmpty,
  patternOf,
  type Wanted,
} from '../../../../renderer/features/transcript/find/find-in-text'

type How = Partial<Omit<Wanted, 'query'>>

function hitsIn(text: string, query: string, how: How = {}): Hits {
  return new Hits(findAll(text, patternOf({ query, matchCase: false, wholeWord: false, isPattern: false, ...how })))
}

function found(text: string, query: string, how: How = {}): string[] {
  const hits = hitsIn(text, query, how)
  return Array.from({ length: hits.length }, (_, index) => text.slice(hits.at(index)!.start, hits.at(index)!.end))
}

describe('finding words in a transcript', () => {
  it('finds in any case, or in this one', () => {
    expect(found('World, world, WORLD', 'world')).toEqual(['World', 'world', 'WORLD'])
    expect(found('World, world, WORLD', 'world', { matchCase: true })).toEqual(['world'])
  })

  it('finds across line breaks and turns', () => {
    expect(found('a world\nmodel and a world  model. World\n\nmodel', 'world model')).toEqual([
      'world\nmodel',
      'world  model',
      'World\n\nmodel',
    ])
  })

  it('takes every character for itself', () => {
    for (const query of ['(a+b)?', '[no]', 'a|b', '{2}', '\\d', '$1.'])
      expect(found('Is (a+b)? [no] a|b {2} \\d $1.', query)).toEqual([query])
  })

  it('finds quotes, apostrophes and hyphens as they are printed', () => {
    expect(found("It isn’t “well‑known”, it isn't.", "isn't")).toEqual(['isn’t', "isn't"])
    expect(found('It isn’t “well‑known”.', '"well-known"')).toEqual(['“well‑known”'])
  })

  it('finds a letter with its accent however both were stored, and not the letter without it', () => {
    const [composed, apart] = ['caf\u00e9', 'cafe\u0301']
    const text = `${composed} ${apart} cafe`
    for (const query of [composed, apart]) expect(found(text, query)).toEqual([composed, apart])
    expect(hitsIn(text, 'cafe').at(0)).toEqual({ start: text.lastIndexOf('cafe'), end: text.length })
    // A character that is never put together from others than itself.
    expect(found('\u212b and \u00c5', '\u212b')).toEqual(['\u212b', '\u00c5'])
  })

  it('gives UTF-16 offsets, right after emoji and after letters that grow in lower case', () => {
    expect(hitsIn('👩‍👩‍👧 here', 'HERE').at(0)).toEqual({ start: 9, end: 13 })
    expect(hitsIn('İİ here', 'HERE').at(0)).toEqual({ start: 3, end: 7 })
    expect(found('我们谈到未来👍', '未来👍')).toEqual(['未来👍'])
  })

  it('finds nothing for nothing', () => {
    expect([isEmpty({ query: ' ', isPattern: false }), isEmpty({ query: ' ', isPattern: true })]).toEqual([true, false])
  })
})

describe('whole words', () => {
  const whole = { wholeWord: true }

  it('are words that no letter or digit stands beside', () => {
    expect(found('art, smart, artful, art2, Art.', 'art', whole)).toEqual(['art', 'Art'])
    expect(found('Über übers überall über', 'über', whole)).toEqual(['Über', 'über'])
    expect(found('C++ and C', 'c++', whole)).toEqual(['C++'])
  })

  it('cannot be told in Chinese, where the edge of a word is only that of Latin letters', () => {
    expect(hasWords({ query: '未来', isPattern: false })).toBe(false)
    expect(found('我们谈到未来主义', '未来', whole)).toEqual(['未来'])
    expect(found('用AI模型，用AIX模型', 'AI模', whole)).toEqual(['AI模'])
  })
})

describe('regular expressions', () => {
  const pattern = { isPattern: true }

  it('find what they say, line by line, in any case or in this one', () => {
    expect(found('10 buses\n9 Buses', String.raw`^\d+ b\w+$`, pattern)).toEqual(['10 buses', '9 Buses'])
    expect(found('10 buses\n9 Buses', String.raw`\d+ b`, { ...pattern, matchCase: true })).toEqual(['10 b'])
    expect(found('a 👍🏽 b', '.👍.', pattern)).toEqual([' 👍🏽'])
    expect(found('bus bust', 'bus|tram', { ...pattern, wholeWord: true })).toEqual(['bus'])
  })

  it('that find nothing at many places find nothing', () => {
    expect(found('👍 ab', 'x*', pattern)).toEqual([])
    expect(found('👍 ab', 'b*', pattern)).toEqual(['b'])
  })

  it('that are none are refused, also those that are none only by themselves', () => {
    for (const query of ['(', '[z-a]', '*', 'a)(b'])
      for (const wholeWord of [true, false])
        expect(() => patternOf({ query, matchCase: false, wholeWord, isPattern: true })).toThrow(SyntaxError)
  })
})

describe('what was found', () => {
  const hits = hitsIn('one and one and one', 'one')

  it('has a next one from here, and after the last the first', () => {
    expect([0, 1, 8, 9, 17].map((offset) => hits.from(offset))).toEqual([0, 1, 1, 2, 0])
    expect(Hits.none.from(3)).toBe(-1)
  })

  it('can be asked for within a range', () => {
    expect(hits.within({ start: 3, end: 17 })).toEqual({ first: 1, hits: [hits.at(1), hits.at(2)] })
    expect(hits.within({ start: 3, end: 8 })).toEqual({ first: 1, hits: [] })
  })

  it('is every place of what is anywhere in a text, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.stringMatching(/^[a-z👍é]{1,3}$/u), (parts, query) => {
        const text = parts.join(` ${query} `)
        const all = hitsIn(text, query, { matchCase: true })
        expect(all.length).toBeGreaterThanOrEqual(Math.max(0, parts.length - 1))
        for (let index = 0; index < all.length; index += 1) {
          const { start, end } = all.at(index)!
          expect(text.slice(start, end).normalize('NFC')).toBe(query.normalize('NFC'))
          expect(start).toBeGreaterThanOrEqual(all.at(index - 1)?.end ?? 0)
        }
      }),
    )
  })
})
