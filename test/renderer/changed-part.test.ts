import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPart } from '../../renderer/changed-part'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ({ id }))

describe('the part of a list that changed', () => {
  it('is what was put in, taken out, or put in the place of another', () => {
    expect(changedPart([a, b, d], [a, b, c, d])).toEqual({ start: 2, beforeEnd: 2, afterEnd: 3 })
    expect(changedPart([a, b, c, d], [a, d])).toEqual({ start: 1, beforeEnd: 3, afterEnd: 1 })
    expect(changedPart([a, b, d], [a, c, d])).toEqual({ start: 1, beforeEnd: 2, afterEnd: 2 })
    expect(changedPart([a, b], [a, b])).toEqual({ start: 2, beforeEnd: 2, afterEnd: 2 })
    expect(changedPart([], [a])).toEqual({ start: 0, beforeEnd: 0, afterEnd: 1 })
  })

  it('leaves the same objects before and behind it', () => {
    const list = fc.array(fc.constantFrom(a, b, c))
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { start, beforeEnd, afterEnd } = changedPart(before, after)
        expect(start).toBeLessThanOrEqual(Math.min(beforeEnd, afterEnd))
        expect([...before.slice(0, start), ...after.slice(start, afterEnd), ...before.slice(beforeEnd)]).toEqual(after)
      }),
    )
  })
})
