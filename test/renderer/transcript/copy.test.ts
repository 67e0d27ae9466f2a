import { describe, expect, it } from 'vitest'
import { copyRange } from '../../../renderer/features/transcript/document/copy'
import type { SpeakerId } from '../../../shared/domain/ids'
import type { Speaker } from '../../../shared/domain/source'
import { aTranscript } from './a-transcript'

const speakers: Speaker[] = [
  { id: 'ada' as SpeakerId, label: 'Ada', name: 'Ada Byrne', affiliation: 'Port Authority', turns: 1 },
  { id: 'bo' as SpeakerId, label: 'Bo', name: 'Bo Lindqvist', affiliation: null, turns: 1 },
]
const source = { title: 'The <Bridge> Hearing', speakers, language: 'en' }
const { text, turns } = aTranscript(['ada', 'If a < b & b < c,\nwe build.\n\nThat is all.'], ['bo', 'Who pays?'])
const copy = (quote: string) =>
  copyRange(source, text, turns, { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })

describe('copied text', () => {
  it('is the stored text, letter by letter, with who said it', () => {
    expect(copy('b < c,\nwe build.').plain).toBe(
      'b < c,\nwe build.\n\nAda Byrne (Port Authority) · The <Bridge> Hearing',
    )
  })

  it('names everyone who speaks in it', () => {
    expect(copy('That is all.\n\nWho pays?').plain).toBe(
      'That is all.\n\nWho pays?\n\nAda Byrne (Port Authority), Bo Lindqvist · The <Bridge> Hearing',
    )
  })

  it('says before each turn who speaks, where several do and the form has room for it', () => {
    expect(copy('That is all.\n\nWho pays?').html).toBe(
      '<blockquote lang="en"><p><b>Ada Byrne:</b> That is all.</p><p><b>Bo Lindqvist:</b> Who pays?</p>' +
        '<footer>Ada Byrne (Port Authority), Bo Lindqvist · The &#60;Bridge&#62; Hearing</footer></blockquote>',
    )
  })

  it('begins and ends at the very code unit, after emoji and letters whose accents are apart', () => {
    const said = 'Ça va 👩🏽‍🚀 cafe\u0301 au lait. Oui.'
    const [only] = [aTranscript(['bo', said])]
    const start = only.text.indexOf('cafe\u0301')
    const { plain } = copyRange(source, only.text, only.turns, { start, end: start + 'cafe\u0301 au lait'.length })
    expect(plain).toBe('cafe\u0301 au lait\n\nBo Lindqvist · The <Bridge> Hearing')
  })

  it('is a whole transcript of a million words as soon as it is asked for', () => {
    const words = Array.from({ length: 20 }, (_, at) => `word ${at} of a turn`).join(' ')
    const long = aTranscript(
      ...Array.from({ length: 10_000 }, (_, at): [string, string] => [at % 2 === 0 ? 'ada' : 'bo', words]),
    )
    const before = performance.now()
    const { plain, html } = copyRange(source, long.text, long.turns, { start: 0, end: long.text.length })
    // A tenth of it on an idle machine: what grows with the square of the turns takes minutes.
    expect(performance.now() - before).toBeLessThan(5000)
    expect(plain).toBe(`${long.text}\n\nAda Byrne (Port Authority), Bo Lindqvist · The <Bridge> Hearing`)
    expect(html.match(/<b>/g)).toHaveLength(10_000)
  })

  it('never becomes markup', () => {
    expect(copy('a < b & b < c,\nwe build.\n\nThat').html).toBe(
      '<blockquote lang="en"><p>a &#60; b &#38; b &#60; c,\nwe build.</p><p>That</p>' +
        '<footer>Ada Byrne (Port Authority) · The &#60;Bridge&#62; Hearing</footer></blockquote>',
    )
  })
})
