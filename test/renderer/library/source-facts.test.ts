import { describe, expect, it } from 'vitest'
import { changesOf, draftOf, isLanguageTag } from '../../../renderer/features/library/source-facts'
import { aListedSource, aSpeaker } from './a-source'

const source = aListedSource({
  title: 'An interview',
  speakers: [aSpeaker('Ada', 'Analytical Society'), aSpeaker('Bob')],
})
const draft = draftOf(source)

describe('what a draft of facts changes', () => {
  it('is nothing when nothing was edited', () => {
    expect(changesOf(source, draft)).toEqual({ facts: null, speakers: [] })
  })

  it('is what was edited alone', () => {
    const edited = { ...draft, title: ' The interview ', tier: 'alias' as const }
    expect(changesOf(source, edited).facts).toEqual({ id: 's1', title: 'The interview', tier: 'alias' })
  })

  it('is no date when the date was cleared', () => {
    expect(changesOf(source, { ...draft, date: '' }).facts).toEqual({ id: 's1', date: null })
  })

  it('is one write for each speaker that was edited', () => {
    const [ada, bob] = draft.speakers
    const edited = { ...draft, speakers: [{ ...ada!, affiliation: ' ' }, bob!] }
    expect(changesOf(source, edited).speakers).toEqual([{ id: 's1', speakerId: 'ada', name: 'Ada', affiliation: null }])
  })
})

it('tells language tags from names of languages', () => {
  expect(['en', 'zh-Hant', ' de '].map(isLanguageTag)).toEqual([true, true, true])
  expect(['', 'English (UK)', '中文', 'en_GB'].map(isLanguageTag)).toEqual([false, false, false, false])
})
