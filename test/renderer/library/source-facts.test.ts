import { describe, expect, it } from 'vitest'
import { changeOf, draftOf, isLanguageTag } from '../../../renderer/features/library/source-facts'
import { aListedSource, aSpeaker } from './a-source'

const source = aListedSource({
  title: 'An interview',
  speakers: [aSpeaker('Ada', 'Analytical Society'), aSpeaker('Bob')],
})
const draft = draftOf(source)

describe('what a draft of facts changes', () => {
  it('is nothing when nothing was edited', () => {
    expect(changeOf(source, draft)).toBeNull()
  })

  it('is what was edited alone', () => {
    const edited = { ...draft, title: ' The interview ', tier: 'alias' as const }
    expect(changeOf(source, edited)).toEqual({ id: 's1', title: 'The interview', tier: 'alias' })
  })

  it('is no date when the date was cleared', () => {
    expect(changeOf(source, { ...draft, date: '' })).toEqual({ id: 's1', date: null })
  })

  it('names the speakers that were edited', () => {
    const [ada, bob] = draft.speakers
    const edited = { ...draft, speakers: [{ ...ada!, affiliation: ' ' }, bob!] }
    expect(changeOf(source, edited)).toEqual({ id: 's1', speakers: [{ id: 'ada', name: 'Ada', affiliation: null }] })
  })
})

it('tells language tags from names of languages', () => {
  expect(['en', 'zh-Hant', ' de '].map(isLanguageTag)).toEqual([true, true, true])
  expect(['', 'English (UK)', '中文', 'en_GB'].map(isLanguageTag)).toEqual([false, false, false, false])
})
