import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { HighlightIndex, type Mark, type Segment } from '../../../renderer/features/transcript/passages/highlight-index'
import type { PassageId } from '../../../shared/domain/ids'
import { aTranscript } from './a-transcript'

const { text, turns } = aTranscript(
  ...Array.from({ length: 60 }, (_, turn) => `Turn ${turn} says something of its own. `.repeat(1 + (turn % 4)).trim()),
)
const blocks = splitIntoBlocks(text, turns)

const aSpan = fc
  .tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 400 }))
  .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
const aMark = fc.record({
  // Few ids, so that marks are changed and taken away as often as they are added.
  id: fc.nat(40).map((number) => `passage-${number}` as PassageId),
  colour: fc.nat(8),
  spans: fc.array(aSpan, { minLength: 1, maxLength: 3 }),
})

/** What an index says of every block and of some places. */
function everything(index: HighlightIndex): unknown {
  const places = Array.from({ length: 50 }, (_, place) => Math.floor((place / 50) * text.length))
  return {
    segments: blocks.map((block) => index.of(block.index)),
    at: places.map((offset) => index.at(offset).toSorted()),
  }
}

function afterChanges(changes: readonly (readonly Mark[])[]): { followed: HighlightIndex; anew: HighlightIndex } {
  const followed = new HighlightIndex(blocks)
  for (const marks of changes) followed.set(marks)
  return { followed, anew: new HighlightIndex(blocks, changes.at(-1) ?? []) }
}

describe('an index that follows its marks', () => {
  it('says the same as one built anew, whatever was added, moved, recoloured and taken away', () => {
    const oneOfEach = fc.uniqueArray(aMark, { selector: ({ id }) => id, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(oneOfEach, { minLength: 1, maxLength: 6 }), (changes) => {
        const { followed, anew } = afterChanges(changes)
        expect(everything(followed)).toEqual(everything(anew))
      }),
      { numRuns: 150 },
    )
  })

  it('says the same after one mark at a time, and after all that were set then', () => {
    const aStep = fc.record({ mark: aMark, isRemoved: fc.boolean() })
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 60 }), (steps) => {
        const followed = new HighlightIndex(blocks)
        const marks = new Map<PassageId, Mark>()
        for (const { mark, isRemoved } of steps) {
          if (isRemoved) {
            followed.remove(mark.id)
            marks.delete(mark.id)
          } else {
            followed.put(mark)
            marks.set(mark.id, mark)
          }
        }
        const all = [...marks.values()]
        expect(everything(followed)).toEqual(everything(new HighlightIndex(blocks, all)))
        followed.set(all.slice(1))
        expect(everything(followed)).toEqual(everything(new HighlightIndex(blocks, all.slice(1))))
      }),
      { numRuns: 150 },
    )
  })

  it('follows three thousand marks that all lie on one another', () => {
    const many = Array.from({ length: 3000 }, (_, number): Mark => {
      const start = number % 700
      return {
        id: `deep-${number}` as PassageId,
        colour: 1 + (number % 8),
        spans: [{ start, end: start + 800 + (number % 97) }],
      }
    })
    const fewer = many.filter((_, number) => number % 150 !== 0)
    const { followed, anew } = afterChanges([many, fewer, many])
    expect(everything(followed)).toEqual(everything(anew))
    expect(followed.at(750)).toHaveLength(
      many.filter(({ spans: [span] }) => span!.start <= 750 && span!.end > 750).length,
    )
  })

  it('gives every two marks on one character lanes of their own', () => {
    const areApart = (a: Segment, b: Segment) => a === b || a.lane !== b.lane || a.from >= b.to || b.from >= a.to
    fc.assert(
      fc.property(fc.array(aMark, { maxLength: 40 }), (marks) => {
        const index = new HighlightIndex(blocks, marks)
        for (const block of blocks) {
          const segments = index.of(block.index)
          expect(segments.every((a) => segments.every((b) => areApart(a, b)))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
