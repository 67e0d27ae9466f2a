import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bubbleRadius } from '../../../../renderer/features/review/pictures/bubble-radius'
import { inRows } from '../../../../renderer/features/review/pictures/in-rows'
import { timeScale } from '../../../../renderer/features/review/pictures/time-scale'

describe('a line of time', () => {
  it('places times as far from each other as they are', () => {
    const { place, ticks } = timeScale(['2020', '2020-10', '2022-01-01', '2024'], 100, 561)
    expect(['2020', '2020-10', '2022-01-01', '2024'].map((time) => Math.round(place(time)))).toEqual([
      100, 186, 331, 561,
    ])
    // October has no room for its name beside 2020.
    expect(ticks.map(({ id }) => id)).toEqual(['2020', '2022-01-01', '2024'])
  })

  it('names the first and the last, and what has room between them', () => {
    const named = (...times: string[]) => timeScale(times, 0, 365).ticks.map(({ id }) => id)
    expect(named('2023-01-01', '2023-05-01', '2023-12-01', '2024-01-01')).toEqual([
      '2023-01-01',
      '2023-05-01',
      '2024-01-01',
    ])
    expect(named('2023-01-01', '2023-10-15', '2024-01-01')).toEqual(['2023-01-01', '2024-01-01'])
    expect(timeScale(['2023', '2024'], 0, 50).ticks.map(({ id }) => id)).toEqual(['2023', '2024'])
  })

  it('puts a single time into the middle, and is empty without times', () => {
    expect(timeScale(['2020'], 100, 300).place('2020')).toBe(200)
    expect(timeScale([], 100, 300).ticks).toEqual([])
  })
})

it('puts bars into rows without one over another, in as few rows as lie over each other somewhere', () => {
  const bar = fc
    .tuple(fc.nat(100), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 40 }), (bars) => {
      const rows = inRows(bars)
      expect(rows.flat().sort((a, b) => a.start - b.start || a.end - b.end)).toEqual(
        [...bars].sort((a, b) => a.start - b.start || a.end - b.end),
      )
      for (const row of rows) {
        for (const [at, one] of row.slice(1).entries()) expect(one.start).toBeGreaterThanOrEqual(row[at]!.end)
      }
      const deepest = Math.max(
        0,
        ...bars.map(({ start }) => bars.filter((b) => b.start <= start && start < b.end).length),
      )
      expect(rows.length).toBe(deepest)
    }),
  )
})

it('makes bubbles grow in area with their number, none too small for it', () => {
  expect(bubbleRadius(100, 100, 40)).toBe(40)
  expect(bubbleRadius(25, 100, 40)).toBe(20)
  expect(bubbleRadius(1, 100, 40)).toBe(11)
})
