import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAll } from '../../../shared/anchoring/find-all'

describe('every place of a pattern', () => {
  it('includes those that overlap', () => {
    expect(findAll('banana', 'ana')).toEqual([1, 3])
  })

  it('is none for an empty pattern, and none beyond the end', () => {
    expect(findAll('banana', '')).toEqual([])
    expect(findAll('banana', 'ana', 0, 5)).toEqual([1])
    expect(findAll('banana', 'ana', 2)).toEqual([3])
  })

  it('is found in time in a million repeated letters', () => {
    const text = 'a'.repeat(1_000_000)
    expect(findAll(text, `${'a'.repeat(50_000)}b`)).toEqual([])
    expect(findAll(text, 'a'.repeat(999_000))).toHaveLength(1001)
  })

  it('is what looking at each offset finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3000 })
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 }),
        (text, pattern) => {
          const expected = [...text].flatMap((_, at) => (text.startsWith(pattern, at) ? [at] : []))
          expect(findAll(text, pattern)).toEqual(expected)
        },
      ),
    )
    const long = 'ab'.repeat(3000)
    expect(findAll(long, 'ab'.repeat(40))).toHaveLength(2961)
  })
})
