import { describe, expect, it } from 'vitest'
import { cutsCharacter, spanOf } from '../../../shared/domain/span'

describe('a span of a text', () => {
  it('has its quote, and 32 code units on each side', () => {
    const text = `${'a'.repeat(40)}quote${'b'.repeat(40)}`
    const span = spanOf(text, { start: 40, end: 45 })
    expect(span).toEqual({ start: 40, end: 45, quote: 'quote', prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) })
  })

  it('has no half character in its context, which could not be stored', () => {
    const text = `🌲${'a'.repeat(31)}quote${'b'.repeat(31)}🌲`
    const { prefix, suffix } = spanOf(text, { start: 33, end: 38 })
    expect([prefix, suffix]).toEqual(['a'.repeat(31), 'b'.repeat(31)])
  })

  it('knows where a character would be cut in two', () => {
    expect([0, 1, 2, 3, 4].filter((offset) => cutsCharacter('a🌲b', offset))).toEqual([2])
  })
})
