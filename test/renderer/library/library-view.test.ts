import { describe, expect, it } from 'vitest'
import { type LibraryView, speakerNames, viewSources } from '../../../renderer/features/library/library-view'
import { aListedSource, aSpeaker } from './a-source'

const sources = [
  aListedSource({ id: 'a', title: 'Part 10', date: '2024-01-05', words: 900, tier: 'other' }),
  aListedSource({ id: 'b', title: 'Part 2', date: null, words: 1200, passages: 3 }),
  aListedSource({
    id: 'c',
    title: '访谈',
    date: '2025-06-01',
    words: 40,
    tier: 'alias',
    speakers: [aSpeaker('Ben Okri', 'Lancaster', 2), aSpeaker('Ada Ng', null, 9)],
  }),
]
const ALL: LibraryView = { text: '', tier: 'all', sort: 'title', descending: false }
const ids = (view: Partial<LibraryView>) => viewSources(sources, { ...ALL, ...view }, 'en').map(({ id }) => id)

describe('the order of sources', () => {
  it('counts numbers in titles as numbers', () => {
    expect(ids({ sort: 'title' })).toEqual(['b', 'a', 'c'])
  })

  it('puts what has no date last, either way', () => {
    expect(ids({ sort: 'date' })).toEqual(['a', 'c', 'b'])
    expect(ids({ sort: 'date', descending: true })).toEqual(['c', 'a', 'b'])
  })

  it('goes by numbers, and by tier from core to other', () => {
    expect(ids({ sort: 'words', descending: true })).toEqual(['b', 'a', 'c'])
    expect(ids({ sort: 'passages', descending: true })).toEqual(['b', 'a', 'c'])
    expect(ids({ sort: 'tier' })).toEqual(['b', 'c', 'a'])
  })

  it('leaves the given list as it is', () => {
    viewSources(sources, { ...ALL, sort: 'words' }, 'en')
    expect(sources.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

describe('the filter', () => {
  it('looks for each word anywhere: title, people, affiliation, date', () => {
    expect(ids({ text: 'part' })).toEqual(['b', 'a'])
    expect(ids({ text: 'okri LANCASTER' })).toEqual(['c'])
    expect(ids({ text: '2025-06' })).toEqual(['c'])
    expect(ids({ text: 'okri part' })).toEqual([])
  })

  it('keeps one tier', () => {
    expect(ids({ tier: 'alias' })).toEqual(['c'])
  })
})

it('names first who speaks most', () => {
  expect(speakerNames(sources[2]!)).toEqual(['Ada Ng', 'Ben Okri'])
})
