import { describe, expect, it } from 'vitest'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { HighlightIndex, type Mark } from '../../../renderer/features/transcript/passages/highlight-index'
import type { PassageId } from '../../../shared/domain/ids'
import { aTranscript } from './a-transcript'

const { text, turns } = aTranscript('We build the bridge because we must.', 'And who pays for the bridge?')
const blocks = splitIntoBlocks(text, turns)

function aMark(id: string, colour: number, ...quotes: string[]): Mark {
  const spans = quotes.map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
  return { id: id as PassageId, colour, spans }
}

function drawn(index: HighlightIndex, block: number) {
  const { start } = blocks[block]!
  return index.of(block).map(({ id, from, to, lane }) => [id, text.slice(start + from, start + to), lane])
}

describe('where passages lie', () => {
  it('draws a passage across turns in both', () => {
    const index = new HighlightIndex(blocks, [aMark('p', 1, 'we must.\n\nAnd who')])
    expect(drawn(index, 0)).toEqual([['p', 'we must.', 0]])
    expect(drawn(index, 1)).toEqual([['p', 'And who', 0]])
    expect(index.of(1)[0]!.starts).toBe(false)
  })

  it('draws every span of a passage', () => {
    const index = new HighlightIndex(blocks, [aMark('p', 1, 'We build', 'because we must', 'who pays')])
    expect([...drawn(index, 0), ...drawn(index, 1)].map(([, quote]) => quote)).toEqual([
      'We build',
      'because we must',
      'who pays',
    ])
  })

  it('gives passages that lie on one another a lane each, and the next free one to later ones', () => {
    const index = new HighlightIndex(blocks, [
      aMark('inner', 2, 'the bridge'),
      aMark('outer', 1, 'We build the bridge because'),
      aMark('third', 3, 'bridge because we'),
      aMark('after', 4, 'must'),
    ])
    expect(drawn(index, 0)).toEqual([
      ['outer', 'We build the bridge because', 0],
      ['inner', 'the bridge', 1],
      ['third', 'bridge because we', 2],
      ['after', 'must', 0],
    ])
  })

  it('draws the longer of two that start together below', () => {
    const index = new HighlightIndex(blocks, [aMark('short', 1, 'We'), aMark('long', 2, 'We build')])
    expect(drawn(index, 0)).toEqual([
      ['long', 'We build', 0],
      ['short', 'We', 1],
    ])
  })

  it('names the passages at an offset, the shortest first, each once', () => {
    const index = new HighlightIndex(blocks, [
      aMark('wide', 1, 'We build the bridge because we must.'),
      aMark('narrow', 2, 'bridge because'),
    ])
    expect(index.at(text.indexOf('because'))).toEqual(['narrow', 'wide'])
    expect(index.at(0)).toEqual(['wide'])
    expect(index.at(text.indexOf('pays'))).toEqual([])
  })

  it('ends before its end: what follows a passage is not in it', () => {
    const index = new HighlightIndex(blocks, [aMark('p', 1, 'We')])
    expect([0, 1, 2].map((offset) => index.at(offset).length)).toEqual([1, 1, 0])
  })
})
