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

  it('never becomes markup', () => {
    expect(copy('a < b & b < c,\nwe build.\n\nThat').html).toBe(
      '<blockquote lang="en"><p>a &#60; b &#38; b &#60; c,\nwe build.</p><p>That</p>' +
        '<footer>Ada Byrne (Port Authority) · The &#60;Bridge&#62; Hearing</footer></blockquote>',
    )
  })
})
