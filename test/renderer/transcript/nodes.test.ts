import { describe, expect, it } from 'vitest'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import {
  buildDocument,
  offsetOf,
  pathOfBlock,
  pointOf,
  withinBlock,
} from '../../../renderer/features/transcript/document/nodes'
import { createEditor, Node } from 'slate'
import { aTranscript } from './a-transcript'

function documentOf(...said: string[]) {
  const { text, turns } = aTranscript(...said)
  return buildDocument(text, splitIntoBlocks(text, turns))
}

describe('a transcript as a Slate document', () => {
  const long = documentOf(...Array.from({ length: 700 }, (_, index) => `Turn number ${index} says 👍🏽 and goes.`))

  it('holds each block where its path says', () => {
    const editor = createEditor()
    editor.children = long.value
    for (const { index, start, end } of long.blocks) {
      expect(Node.string(Node.get(editor, pathOfBlock(long, index)))).toBe(long.text.slice(start, end))
    }
  })

  it('has few nodes at the top', () => {
    expect(long.sections.length).toBe(175)
    expect(long.value.length).toBe(1)
    expect(long.value[0]!.children.length).toBe(8)
  })

  it('maps every offset of a block to a point and back', () => {
    for (const { start, end } of [long.blocks[0]!, long.blocks[13]!, long.blocks[14]!, long.blocks[699]!]) {
      for (let offset = start; offset <= end; offset += 1) expect(offsetOf(long, pointOf(long, offset))).toBe(offset)
    }
  })

  it('counts UTF-16 code units: an emoji with a skin tone is four', () => {
    const { text } = long
    const thumb = text.indexOf('👍🏽')
    expect(pointOf(long, thumb + 4).offset - pointOf(long, thumb).offset).toBe(4)
  })

  it('takes an offset between two blocks for the end of the first', () => {
    const two = documentOf('Hello.', 'Hi.')
    expect(pointOf(two, 7)).toEqual({ path: [0, 0, 0, 0, 0], offset: 6 })
    expect(pointOf(two, 8)).toEqual({ path: [0, 0, 0, 1, 0], offset: 0 })
  })

  it('throws for a point that is nowhere', () => {
    expect(() => offsetOf(documentOf('Hello.'), { path: [3, 0, 1, 0, 0], offset: 0 })).toThrow(RangeError)
  })
})

describe('a range within a block', () => {
  const block = { index: 0, turn: 0, start: 10, end: 20, opensTurn: true }

  it('is clipped to it', () => {
    expect(withinBlock(block, { start: 5, end: 14 })).toEqual({ from: 0, to: 4 })
    expect(withinBlock(block, { start: 14, end: 99 })).toEqual({ from: 4, to: 10 })
  })

  it('is nothing when they only touch', () => {
    expect(withinBlock(block, { start: 0, end: 10 })).toBeNull()
    expect(withinBlock(block, { start: 20, end: 30 })).toBeNull()
  })
})
