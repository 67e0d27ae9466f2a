import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockIndexAt, splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { aTranscript } from './a-transcript'

const textsOf = ({ text, turns }: ReturnType<typeof aTranscript>) =>
  splitIntoBlocks(text, turns).map(({ start, end }) => text.slice(start, end))

describe('splitting turns into blocks', () => {
  it('makes one block of each paragraph and keeps single line breaks in it', () => {
    const transcript = aTranscript('A first thought,\non two lines.\n\nA second one.', 'An answer.')
    expect(textsOf(transcript)).toEqual(['A first thought,\non two lines.', 'A second one.', 'An answer.'])
    expect(splitIntoBlocks(transcript.text, transcript.turns).map(({ turn, opensTurn }) => [turn, opensTurn])).toEqual([
      [0, true],
      [0, false],
      [1, true],
    ])
  })

  it('takes a line of spaces for a blank line', () => {
    expect(textsOf(aTranscript('One.\n \t\n\n  Two.'))).toEqual(['One.', 'Two.'])
  })

  it('breaks a paragraph that fills a screen after a sentence', () => {
    const sentence = `${'word '.repeat(119)}last.`
    const blocks = textsOf(aTranscript(Array(5).fill(sentence).join(' ')))
    expect(blocks.map((block) => block.length)).toEqual([1201, 1201, 600])
    expect(blocks.every((block) => block.endsWith('last.'))).toBe(true)
  })

  it('breaks Chinese after its own full stops, with nothing lost between', () => {
    const sentence = `${'河'.repeat(499)}。`
    expect(textsOf(aTranscript(sentence.repeat(4)))).toEqual([sentence.repeat(3), sentence])
  })

  it('never cuts a character when there is nowhere to break', () => {
    const family = '👩‍👩‍👧'
    for (const block of textsOf(aTranscript(family.repeat(500)))) expect(block.replaceAll(family, '')).toBe('')
  })

  it('gives a turn that says nothing an empty block', () => {
    expect(textsOf(aTranscript('Hello.', '', 'Bye.'))).toEqual(['Hello.', '', 'Bye.'])
  })

  it('leaves out nothing but white space, whatever the text', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '\n\n', '。', '河', '👍', '\r\n', '\t') })
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (said) => {
        const transcript = aTranscript(...said)
        const blocks = splitIntoBlocks(transcript.text, transcript.turns)
        let from = 0
        for (const { start, end, turn } of blocks) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(transcript.text.slice(from, start).trim()).toBe('')
          expect(start).toBeGreaterThanOrEqual(transcript.turns[turn]!.start)
          expect(end).toBeLessThanOrEqual(transcript.turns[turn]!.end)
          from = end
        }
        expect(transcript.text.slice(from).trim()).toBe('')
      }),
    )
  })
})

describe('the block at an offset', () => {
  const { text, turns } = aTranscript('Hello there.', 'Hi.')
  const blocks = splitIntoBlocks(text, turns)

  it('is the one that holds it, and between two the one before', () => {
    expect([0, 11, 12, 13, 14, 17].map((offset) => blockIndexAt(blocks, offset))).toEqual([0, 0, 0, 0, 1, 1])
  })
})
