import { describe, expect, it } from 'vitest'
import { findInText, hitFrom, hitsWithin } from '../../../renderer/features/transcript/document/find-in-text'

const found = (text: string, query: string, matchCase = false) =>
  findInText(text, query, { matchCase }).map(({ start, end }) => text.slice(start, end))

describe('finding in a transcript', () => {
  it('finds in any case, or in this one', () => {
    expect(found('World, world, WORLD', 'world')).toEqual(['World', 'world', 'WORLD'])
    expect(found('World, world, WORLD', 'world', true)).toEqual(['world'])
  })

  it('finds across line breaks', () => {
    expect(found('a world\nmodel and a world  model', 'world model')).toEqual(['world\nmodel', 'world  model'])
  })

  it('takes every character for itself', () => {
    expect(found('Is (a+b)? [no] a|b {2} \\d $1.', '(a+b)?')).toEqual(['(a+b)?'])
    for (const query of ['[no]', 'a|b', '{2}', '\\d', '$1.'])
      expect(found('Is (a+b)? [no] a|b {2} \\d $1.', query)).toEqual([query])
  })

  it('keeps offsets right after letters that grow in lower case', () => {
    expect(findInText('İİ here', 'HERE', { matchCase: false })).toEqual([{ start: 3, end: 7 }])
  })

  it('finds Chinese and emoji', () => {
    expect(found('我们谈到未来👍', '未来👍')).toEqual(['未来👍'])
  })

  it('finds nothing for nothing', () => {
    expect(found('text', '')).toEqual([])
    expect(found('a b', '  ')).toEqual([])
  })
})

describe('the hit to go to', () => {
  const hits = findInText('one and one and one', 'one', { matchCase: true })

  it('is the next one from here, and after the last the first', () => {
    expect([0, 1, 8, 9, 17].map((offset) => hitFrom(hits, offset))).toEqual([0, 1, 1, 2, 0])
    expect(hitFrom([], 3)).toBe(-1)
  })

  it('can be asked for within a range', () => {
    expect(hitsWithin(hits, { start: 3, end: 17 })).toEqual({ first: 1, hits: [hits[1], hits[2]] })
    expect(hitsWithin(hits, { start: 3, end: 8 })).toEqual({ first: 1, hits: [] })
  })
})
