import { describe, expect, it } from 'vitest'
import { diedTooOften } from '../../electron/main/died-too-often'

describe('a core that keeps dying', () => {
  it('is started again after two deaths, and given up at the third within a minute', () => {
    expect(diedTooOften([0])).toBe(false)
    expect(diedTooOften([0, 10_000])).toBe(false)
    expect(diedTooOften([0, 10_000, 59_999])).toBe(true)
  })

  it('is started again when the deaths are further apart', () => {
    expect(diedTooOften([0, 10_000, 60_000])).toBe(false)
    expect(diedTooOften([0, 1, 100_000, 159_000])).toBe(false)
  })
})
