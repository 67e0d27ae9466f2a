import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  claim,
  coverageOf,
  readRanges,
  summarize,
  unreadRanges,
  type ReadClaim,
  type SeenRange,
} from '../../../shared/domain/coverage'
import type { SourceId } from '../../../shared/domain/ids'
import { commonRanges, lengthOfRanges } from '../../../shared/domain/range-set'
import type { TextRange } from '../../../shared/domain/span'

const WHOLE = { start: 0, end: 100 }
const id = 'interview' as SourceId
const range = (start: number, end: number): TextRange => ({ start, end })
const seenAt = (since: number, start: number, end: number): SeenRange => ({ since, start, end })

describe('what counts as read', () => {
  it('is what was seen and what is marked as read, each told apart', () => {
    const coverage = coverageOf(WHOLE, [seenAt(0, 0, 40)], claim([range(30, 60)], true, [], []), 90)
    expect(coverage).toEqual({ whole: WHOLE, seen: [range(0, 40)], claimed: [range(30, 60)], seconds: 90 })
    expect(readRanges(coverage)).toEqual([range(0, 60)])
    expect(unreadRanges(coverage)).toEqual([range(60, 100)])
    expect(summarize(id, coverage)).toEqual({ sourceId: id, read: 0.6, seen: 0.4, claimed: 0.3, seconds: 90 })
  })

  it('is never said to be all of it while one character is missing', () => {
    const whole = range(0, 1_000_000)
    const almost = coverageOf(whole, [seenAt(0, 0, 999_999)], [], 0)
    expect(summarize(id, almost).read).toBe(0.9999)
    expect(summarize(id, coverageOf(whole, [seenAt(0, 0, 1_000_000)], [], 0)).read).toBe(1)
    expect(summarize(id, coverageOf(range(0, 0), [], [], 0)).read).toBe(0)
  })

  it('is unread again where it is marked so, until it is read again', () => {
    const seen = [seenAt(0, 0, 100)]
    const claims = claim([range(20, 50)], false, seen, [])
    expect(claims).toEqual([{ start: 20, end: 50, isRead: false, number: 1 }])
    expect(readRanges(coverageOf(WHOLE, seen, claims, 0))).toEqual([range(0, 20), range(50, 100)])
    // Read again in part, with that mark standing.
    const again = [...seen, seenAt(1, 20, 30)]
    expect(readRanges(coverageOf(WHOLE, again, claims, 0))).toEqual([range(0, 30), range(50, 100)])
    // And marked as unread once more.
    expect(readRanges(coverageOf(WHOLE, again, claim([range(0, 30)], false, again, claims), 0))).toEqual([
      range(50, 100),
    ])
  })

  it('takes a mark as unread back by one as read, and the other way round', () => {
    const claims = claim([range(0, 60)], true, [], [])
    const less = claim([range(20, 30)], false, [], claims)
    expect(readRanges(coverageOf(WHOLE, [], less, 0))).toEqual([range(0, 20), range(30, 60)])
    expect(claim([range(10, 40)], true, [], less)).toEqual(claims)
  })

  it('is not changed by a mark that says nothing new', () => {
    const claims = claim([range(0, 60)], true, [], [])
    expect(claim([range(10, 20)], true, [], claims)).toBe(claims)
    expect(claim([range(70, 80)], false, [], claims)).toBe(claims)
  })

  const step = fc.record({
    kind: fc.constantFrom('see', 'read', 'unread'),
    range: fc
      .tuple(fc.nat(99), fc.integer({ min: 1, max: 40 }))
      .map(([start, size]) => range(start, Math.min(100, start + size))),
  })
  it('is what was seen or marked last, place by place, whatever was done before; and claims stay apart', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const seen: SeenRange[] = []
        let claims: readonly ReadClaim[] = []
        const model = Array.from({ length: 100 }, () => false)
        const marked = Array.from({ length: 100 }, () => false)
        for (const { kind, range: at } of steps) {
          if (kind === 'see') seen.push({ ...at, since: Math.max(0, ...claims.map(({ number }) => number)) })
          else claims = claim([at], kind === 'read', seen, claims)
          for (let offset = at.start; offset < at.end; offset += 1) {
            model[offset] = kind !== 'unread'
            if (kind !== 'see') marked[offset] = kind === 'read'
          }
        }
        const coverage = coverageOf(WHOLE, seen, claims, 0)
        const isIn = (some: readonly TextRange[], offset: number) =>
          some.some(({ start, end }) => start <= offset && offset < end)
        expect(model.map((_, offset) => isIn(readRanges(coverage), offset))).toEqual(model)
        expect(marked.map((_, offset) => isIn(coverage.claimed, offset))).toEqual(marked)
        const total = claims.reduce((sum, each) => sum + lengthOfRanges([each]), 0)
        expect(lengthOfRanges(commonRanges(claims, [WHOLE]))).toBe(total)
      }),
    )
  })
})
