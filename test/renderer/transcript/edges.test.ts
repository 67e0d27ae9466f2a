import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveEdge, nextEdge, offsetOfEdge, type Edge } from '../../../renderer/features/transcript/edges/edges'
import { SpanEdges } from '../../../renderer/features/transcript/edges/span-edges'
import type { Passage } from '../../../shared/domain/passage'
import { spanOf, type TextRange } from '../../../shared/domain/span'

const text = 'Nobody understands 👩‍👩‍👧 quantum mechanics.'
const aPassage = (...ranges: readonly TextRange[]) =>
  ({ id: 'p', spans: ranges.map((range) => spanOf(text, range)) }) as unknown as Passage
const [first, second] = [
  { start: 0, end: 6 },
  { start: 28, end: 35 },
]

describe('an edge that is moved', () => {
  it('goes where it is put, and leaves its span a whole character at least', () => {
    expect(moveEdge(text, [first, second], { span: 0, side: 'end' }, 18)).toEqual([{ start: 0, end: 18 }, second])
    expect(moveEdge(text, [first, second], { span: 1, side: 'start' }, 99)).toEqual([first, { start: 34, end: 35 }])
    const emoji = { start: 19, end: 27 }
    expect(moveEdge(text, [emoji], { span: 0, side: 'start' }, 25)).toEqual([emoji])
    expect(moveEdge(text, [emoji], { span: 0, side: 'end' }, 3)).toEqual([emoji])
  })

  it('never empties a span nor leaves the text', () => {
    const side = fc.constantFrom('start', 'end')
    fc.assert(
      fc.property(fc.nat(1), side, fc.integer({ min: -9, max: 99 }), (span, which, to) => {
        for (const range of moveEdge(text, [first, second], { span, side: which }, to)) {
          expect(range.start).toBeLessThan(range.end)
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})

describe('the edge that keys choose', () => {
  const walk = (by: 1 | -1, caret?: number) => {
    const seen: number[] = []
    let edge: Edge | null = null
    for (let step = 0; step < 5; step += 1) {
      edge = nextEdge([first, second], edge, by, caret)
      seen.push(offsetOfEdge([first, second], edge))
    }
    return seen
  }

  it('is that of the span at the caret, and goes on in text order', () => {
    expect(walk(1, 3)).toEqual([6, 28, 35, 35, 35])
    expect(walk(-1, 30)).toEqual([28, 6, 0, 0, 0])
  })

  it('is that of the whole passage when the caret is elsewhere', () => {
    expect(walk(1, 15)[0]).toBe(35)
    expect(walk(-1)[0]).toBe(0)
  })
})

describe('the edges of the selected passage', () => {
  it('are written once they are let go of, as one span where they met', () => {
    const edges = new SpanEdges(text)
    edges.show(aPassage(first, second), 1)
    expect([edges.moved, edges.take()]).toEqual([null, null])
    edges.hold({ span: 0, side: 'end' })
    edges.move(18)
    expect(edges.moved?.ranges[0]).toEqual({ start: 0, end: 18 })
    edges.move(30)
    expect(edges.take()).toEqual([{ start: 0, end: 35 }])
    expect(edges.shown?.edge).toBeNull()
  })

  it('are back where they were when that is cancelled, and when the passage changes meanwhile', () => {
    const edges = new SpanEdges(text)
    const passage = aPassage(first, second)
    edges.show(passage, 1)
    edges.hold({ span: 1, side: 'start' })
    edges.move(30)
    edges.cancel()
    expect([edges.moved, edges.take()]).toEqual([null, null])
    edges.hold({ span: 1, side: 'start' })
    edges.move(30)
    edges.show({ ...passage, note: 'n' }, 2)
    expect(edges.moved).toMatchObject({ colour: 2, ranges: [first, { start: 30, end: 35 }] })
    edges.show(aPassage(second), 1)
    expect(edges.moved).toBeNull()
  })
})
