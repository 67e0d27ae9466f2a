import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextUnit, sentenceAt, sentencesIn, turnAt, wordAt } from '../../../shared/domain/text-units'
import { aTranscript } from '../../renderer/transcript/a-transcript'

function sentences(text: string, language = 'en'): string[] {
  return sentencesIn({ text, bounds: { start: 0, end: text.length }, language }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('the sentences of a paragraph', () => {
  it('end with their marks and quotes, not with an abbreviation or a line of a caption', () => {
    expect(sentences('Dr. Fell, e.g., said “No.” Then J. Smith\nleft. Why? ')).toEqual([
      'Dr. Fell, e.g., said “No.”',
      'Then J. Smith\nleft.',
      'Why?',
    ])
    expect(sentences('“我不同意！”第二句？第三', 'zh')).toEqual(['“我不同意！”', '第二句？', '第三'])
  })

  it('hold all of its text but white space, whatever it is', () => {
    const unit = fc.constantFrom('a', 'B', ' ', '\n', '.', '?', '。', '河', '👍🏽', 'e\u0301', '"', 'Mr')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(sentences(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }),
    )
  })
})

describe('what is at an offset', () => {
  const { text, turns } = aTranscript('We build it. Who pays? ', '  The bridge pays.')
  const stretch = { text, bounds: { start: 0, end: 22 }, language: 'en' }
  const said = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

  it('is a word, a sentence, a turn', () => {
    expect([5, 11, 12].map((at) => said(wordAt(stretch, at)))).toEqual(['build', '.', ' '])
    expect([0, 11, 12, 13, 22].map((at) => said(sentenceAt(stretch, at)))).toEqual([
      'We build it.',
      'We build it.',
      'Who pays?',
      'Who pays?',
      'Who pays?',
    ])
    expect([0, 22, 30].map((at) => said(turnAt(text, turns, at)))).toEqual([
      'We build it. Who pays?',
      'We build it. Who pays?',
      'The bridge pays.',
    ])
  })

  it('grows from one to the next', () => {
    const units = [wordAt(stretch, 5), sentenceAt(stretch, 5), turnAt(text, turns, 5)]
    const grown = [{ start: 5, end: 5 }]
    for (let step = 0; step < 4; step += 1) grown.push(nextUnit(grown.at(-1)!, units))
    expect(grown.slice(1).map(said)).toEqual([
      'build',
      'We build it.',
      'We build it. Who pays?',
      'We build it. Who pays?',
    ])
  })
})
