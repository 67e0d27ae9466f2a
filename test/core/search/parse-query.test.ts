import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../electron/core/search/parse-query'

const phrase = (...texts: string[]) => ({
  kind: 'phrase',
  parts: texts.map((text) => ({ text: text.replace(/\*$/, ''), isPrefix: text.endsWith('*') })),
})
const read = (query: string) => {
  const parsed = parseQuery(query)
  return parsed && 'query' in parsed ? parsed.query : parsed
}

describe('a query', () => {
  it.each([
    ['night bus', phrase('night', 'bus')],
    ['末班车', phrase('末班车')],
    ['"night bus"', phrase('night bus')],
    ['“末班车”', phrase('末班车')],
    ['"night bu', phrase('night bu')],
    ['driv* late', phrase('driv*', 'late')],
    ['he said "no', { kind: 'and', terms: [phrase('he', 'said'), phrase('no')] }],
    ['(laughs) and/or', phrase('(laughs)', 'and/or')],
    ['bus AND late', { kind: 'and', terms: [phrase('bus'), phrase('late')] }],
    ['bus and late', phrase('bus', 'and', 'late')],
    [
      'bus OR tram AND late',
      { kind: 'or', terms: [phrase('bus'), { kind: 'and', terms: [phrase('tram'), phrase('late')] }] },
    ],
    [
      '(bus OR tram) late',
      { kind: 'and', terms: [{ kind: 'or', terms: [phrase('bus'), phrase('tram')] }, phrase('late')] },
    ],
    ['bus NOT late', { kind: 'without', term: phrase('bus'), excluded: [phrase('late')] }],
    ['bus NEAR/5 late', { kind: 'near', words: 5, left: phrase('bus'), right: phrase('late') }],
    ['bus NEAR late', { kind: 'near', words: 10, left: phrase('bus'), right: phrase('late') }],
    ['/b[u/]s/ AND late', { kind: 'and', terms: [{ kind: 'pattern', pattern: 0, source: 'b[u/]s' }, phrase('late')] }],
  ] as const)('%j is understood', (query, expected) => {
    expect(read(query)).toEqual(expected)
  })

  it.each(['', '   ', '""'])('%j looks for nothing', (query) => {
    expect(parseQuery(query)).toBeNull()
  })

  it.each([
    ['bus AND', 'operator-without-term', 4, 7],
    ['OR bus', 'operator-without-term', 0, 2],
    ['(bus OR tram', 'group-not-closed', 0, 1],
    ['bus OR tram)', 'group-not-open', 11, 12],
    ['/bus', 'pattern-not-closed', 0, 4],
    ['late /b(us/', 'pattern-invalid', 5, 11],
    ['NOT bus', 'only-exclusions', 0, 3],
  ] as const)('%j is told what is wrong, and where', (query, reason, start, end) => {
    expect(parseQuery(query)).toMatchObject({ reason, start, end })
  })
})
