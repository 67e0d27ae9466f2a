import { describe, expect, it } from 'vitest'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { Hits } from '../../../renderer/features/transcript/find/find-in-text'
import { Drawings } from '../../../renderer/features/transcript/passages/drawing'
import type { Mark } from '../../../renderer/features/transcript/passages/highlight-index'
import type { PassageId } from '../../../shared/domain/ids'
import { aTranscript } from './a-transcript'

const { text, turns } = aTranscript('We build the bridge.', 'Who pays for it?', 'The bridge pays.')
const blocks = splitIntoBlocks(text, turns)
const id = 'split' as PassageId
const split: Mark = {
  id,
  colour: 2,
  spans: ['the bridge', 'bridge pays'].map((quote) => ({
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
  })),
}

function quotes(drawings: Drawings, part: 'selected' | 'elided' | 'hits'): string[] {
  return blocks.flatMap(({ index, start }) =>
    drawings.of(index)[part].map(({ from, to }) => text.slice(start + from, start + to)),
  )
}

describe('what is drawn on a block', () => {
  it('shows a selected passage as one: its spans, what it leaves out, and how far it reaches', () => {
    const drawings = new Drawings(blocks)
    drawings.setMarks([split], id)
    expect(quotes(drawings, 'selected')).toEqual(['the bridge', 'bridge pays'])
    expect(quotes(drawings, 'elided')).toEqual(['.', 'Who pays for it?', 'The '])
    expect(blocks.map(({ index }) => drawings.of(index).extent)).toEqual([
      { opens: true, closes: false },
      { opens: false, closes: false },
      { opens: false, closes: true },
    ])
    expect(drawings.of(0).selectedColour).toBe(2)
  })

  it('shows a passage that is not selected by its mark alone', () => {
    const drawings = new Drawings(blocks)
    drawings.setMarks([split], null)
    expect(drawings.of(0).segments).toHaveLength(1)
    expect(drawings.of(0).selected).toEqual([])
    expect(drawings.of(1).extent).toBeNull()
  })

  it('shows what was just drawn or taken away until the list of all says so too, or otherwise', () => {
    const added: Mark = { id: 'new' as PassageId, colour: 1, spans: [{ start: 0, end: 2 }] }
    const drawn = (drawings: Drawings) => drawings.of(0).segments.map((segment) => segment.id)
    const drawings = new Drawings(blocks)
    drawings.setMarks([split], null)
    drawings.draw([added], [id])
    expect(drawn(drawings)).toEqual(['new'])
    drawings.setMarks([added], null)
    expect(drawn(drawings)).toEqual(['new'])
    drawings.draw([{ ...added, colour: 3 }])
    expect(drawings.of(0).segments[0]?.colour).toBe(3)
    drawings.setMarks([split], null)
    expect(drawn(drawings)).toEqual(['split'])
  })

  it('is none on a text that is opened again until its passages are known, and then theirs alone', () => {
    const added: Mark = { id: 'new' as PassageId, colour: 1, spans: [{ start: 0, end: 2 }] }
    const marks = [split]
    const left = new Drawings(blocks)
    left.setMarks(marks, null)
    left.draw([added])
    const drawings = new Drawings(blocks)
    drawings.setMarks([], null)
    expect(blocks.flatMap(({ index }) => drawings.of(index).segments)).toEqual([])
    expect(drawings.index.at(0)).toEqual([])
    drawings.setMarks(marks, null)
    expect(blocks.flatMap(({ index }) => drawings.of(index).segments.map((segment) => segment.id))).toEqual([
      'split',
      'split',
    ])
    drawings.setMarks([], null)
    expect(blocks.flatMap(({ index }) => drawings.of(index).segments)).toEqual([])
  })

  it('shows what was found, and which of it is looked at', () => {
    const drawings = new Drawings(blocks)
    const edges = [...text.matchAll(/pays/g)].flatMap(({ index }) => [index, index + 4])
    const shown = { blocks, editsOf: () => [] }
    drawings.setFound({ shown, hits: new Hits(Int32Array.from(edges)), current: 1 })
    expect(quotes(drawings, 'hits')).toEqual(['pays', 'pays'])
    expect(blocks.map(({ index }) => drawings.of(index).currentHit !== null)).toEqual([false, false, true])
    drawings.setFound(null)
    expect(quotes(drawings, 'hits')).toEqual([])
  })

  it('is the same object while nothing on the block changed, so that only changed blocks are drawn again', () => {
    const drawings = new Drawings(blocks)
    drawings.setMarks([split], null)
    const before = blocks.map(({ index }) => drawings.of(index))
    const added: Mark = { id: 'new' as PassageId, colour: 1, spans: [{ start: 0, end: 2 }] }
    drawings.setMarks([split, added], null)
    expect(blocks.map(({ index }) => drawings.of(index) === before[index])).toEqual([false, true, true])
  })
})
