import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { estimateHeights, Heights } from '../../../renderer/features/transcript/document/heights'
import { buildDocument } from '../../../renderer/features/transcript/document/nodes'
import { aTranscript } from './a-transcript'

const METRICS = { width: 600, fontSize: 20, lineHeight: 33, blockGap: 12, turnGap: 26 }

function estimate(said: string, language: string, keepsLines: boolean) {
  const { text, turns } = aTranscript(said)
  return estimateHeights(buildDocument(text, splitIntoBlocks(text, turns)), METRICS, language, keepsLines)
}

describe('the estimated height of a section', () => {
  it('counts lines of Latin text: 67 characters in 600 pixels of 20', () => {
    expect(estimate('x'.repeat(67), 'en', false)).toEqual([26 + 33])
    expect(estimate('x'.repeat(68), 'en', false)).toEqual([26 + 66])
  })

  it('counts lines of Chinese: 30 characters', () => {
    expect(estimate('河'.repeat(31), 'zh', false)).toEqual([26 + 66])
  })

  it('counts line breaks where they are kept', () => {
    expect(estimate('a\nb\nc', 'en', true)).toEqual([26 + 99])
    expect(estimate('a\nb\nc', 'en', false)).toEqual([26 + 33])
  })

  it('adds a smaller gap for a paragraph within a turn', () => {
    expect(estimate('a\n\nb', 'en', false)).toEqual([26 + 33 + 12 + 33])
  })
})

describe('stacked heights', () => {
  it('know the top of each section and the whole', () => {
    const heights = new Heights([100, 200, 50])
    expect([0, 1, 2, 3].map((index) => heights.top(index))).toEqual([0, 100, 300, 350])
    expect(heights.total).toBe(350)
    expect(heights.between(1, 3)).toBe(250)
  })

  it('move what is below when a section turns out taller', () => {
    const heights = new Heights([100, 200, 50])
    heights.top(3)
    expect(heights.measured(1, 260)).toBe(true)
    expect([heights.top(1), heights.top(2), heights.total]).toEqual([100, 360, 410])
    expect(heights.measured(1, 260)).toBe(false)
  })

  it('find the section at a distance from the top', () => {
    const heights = new Heights([100, 200, 50])
    expect([-5, 0, 99, 100, 299.5, 300, 1000].map((y) => heights.indexAt(y))).toEqual([0, 0, 0, 1, 1, 2, 2])
    expect(heights.window(90, 310)).toEqual({ first: 0, last: 2 })
  })

  it('agree with plain sums after any measurements', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(sizes, fc.array(fc.tuple(fc.nat(29), fc.integer({ min: 1, max: 500 }))), (start, changes) => {
        const plain = [...start]
        const heights = new Heights(start)
        for (const [index, height] of changes) {
          if (index >= plain.length) continue
          plain[index] = height
          heights.measured(index, height)
          expect(heights.total).toBe(plain.reduce((sum, each) => sum + each, 0))
          expect(heights.indexAt(heights.top(index))).toBe(index)
        }
      }),
    )
  })
})
