import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultLine, lineOfValue } from '../../shared/json-lines'

const TEXT = `{
  "labels": {
    "headings": { "point": "A" },
    "quoteMarks": [
      "«",
      "»"
    ]
  },
  "la\\u0062els2": 1
}
`

describe('a line of JSON', () => {
  it.each([
    [[], 1],
    [['labels'], 2],
    [['labels', 'headings', 'point'], 3],
    [['labels', 'quoteMarks', 1], 6],
    [['labels2'], 9],
    [['labels', 'missing'], 2],
    [['nothing', 'there'], 1],
  ])('is that of the value at %j: %i', (path, line) => {
    expect(lineOfValue(TEXT, path)).toBe(line)
  })

  it.each([
    ['', 1],
    ['{\n  "a": 1,\n}', 3],
    ['{\n  "a": 1\n  "b": 2\n}', 3],
    ['[1,\r\n2', 2],
    ["{\n'a': 1}", 2],
    ['{"a": 01}', 1],
    ['{}\n\n{}', 3],
    ['"line\nbreak"', 1],
  ])('is the first that is none, of %j: %i', (text, line) => {
    expect(faultLine(text)).toBe(line)
  })

  it('is never wrong about what JSON is', () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '0',
      'true',
      ' ',
      '\n',
      '"',
      '\\',
      'e1',
    )
    const texts = fc.oneof(
      fc.json(),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(fc.json(), fc.nat(), pieces).map(([json, at, piece]) => {
        const place = at % (json.length + 1)
        return json.slice(0, place) + piece + json.slice(place)
      }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        expect(faultLine(text) === null).toBe(isJson(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('is found in what is nested however deep', () => {
    expect(faultLine('['.repeat(500_000))).toBe(1)
  })
})
