import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KEPT, keptBackups } from '../../../electron/core/store/thin-backups'
import { localStamp } from '../../../electron/core/today'

const MINUTE = 60_000
const DAY = 86_400_000

describe('which backups stay', () => {
  it('are the last eight, one an hour of the last 24, one a day of the last two weeks, and one a week before that', () => {
    const last = new Date(2026, 5, 11, 18, 0, 0).getTime()
    // Every 15 minutes of an eight-hour day, over 100 days.
    const stamps = Array.from({ length: 100 }, (_, day) =>
      Array.from({ length: 33 }, (_, quarter) => localStamp(new Date(last - day * DAY - quarter * 15 * MINUTE))),
    ).flat()
    const kept = [...keptBackups(stamps)].sort().reverse()
    // 24 hours: 9 of the last day, 9 of the one before, 6 of the one before that.
    expect(kept[7]).toBe('2026-06-11T16-15-00')
    expect(kept[8]).toBe('2026-06-11T15-45-00')
    expect(kept.filter((stamp) => stamp.startsWith('2026-06-11'))).toHaveLength(14)
    expect(kept.filter((stamp) => stamp.startsWith('2026-06-08'))).toEqual(['2026-06-08T18-00-00'])
    expect(kept.filter((stamp) => stamp < '2026-05-29')).toHaveLength(KEPT.weeks - 3)
    expect(kept.at(-1)).toBe('2026-03-29T18-00-00')
  })

  it('go for no holiday: what there is stays, however old', () => {
    const old = ['2020-01-01', '2021-05-05T10-00-00', '2026-06-11T09-00-00']
    expect([...keptBackups(old)].sort()).toEqual(old)
  })

  const stamp = fc
    .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 11, 31) })
    .map((at) => localStamp(new Date(at)))

  it('are always the newest, never more than the sum of what is kept, and the same when thinned again', () => {
    fc.assert(
      fc.property(fc.array(stamp, { minLength: 1, maxLength: 300 }), (stamps) => {
        const kept = keptBackups(stamps)
        expect(kept.has([...stamps].sort().at(-1)!)).toBe(true)
        expect(kept.size).toBeLessThanOrEqual(KEPT.newest + KEPT.hours + KEPT.days + KEPT.weeks)
        for (const one of kept) expect(stamps).toContain(one)
        expect(keptBackups([...kept])).toEqual(kept)
      }),
    )
  })

  it('leave each of the last 14 days that has one its newest, whatever is added and thinned in between', () => {
    fc.assert(
      fc.property(fc.array(stamp, { minLength: 1, maxLength: 120 }), (stamps) => {
        let kept: string[] = []
        for (const next of [...stamps].sort()) {
          kept.push(next)
          kept = [...keptBackups(kept)]
        }
        const days = [...new Set(stamps.map((one) => one.slice(0, 10)))].sort().slice(-KEPT.days)
        for (const day of days) {
          const newest = stamps
            .filter((one) => one.startsWith(day))
            .sort()
            .at(-1)!
          expect(kept).toContain(newest)
        }
      }),
      { numRuns: 50 },
    )
  })
})
