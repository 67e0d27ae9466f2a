import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdits, rangeCarrier } from '../../../shared/anchoring/edits'
import { lineEdits } from '../../../shared/anchoring/line-edits'

it('tells two readings of a file apart by their lines, and carries what both have', () => {
  const before = 'Ada speaks.\n\nBob answers.\n\nAda again.'
  const after = 'A heading.\n\nAda speaks.\n\nAda again.'
  const edits = lineEdits(before, after)
  expect(applyEdits(before, edits)).toBe(after)
  const carry = rangeCarrier(before, edits)
  const saidAt = (text: string, words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  })
  expect(carry(saidAt(before, 'Ada speaks.'))).toEqual(saidAt(after, 'Ada speaks.'))
  expect(carry(saidAt(before, 'Bob answers.'))).toBeNull()
})

it('always makes the one of the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 30 }).map((characters) => characters.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, lineEdits(before, after))).toBe(after)
    }),
  )
})
