import { describe, expect, it } from 'vitest'
import { campChoices, campOf, countsOf, freeColour, marksOf } from '../../../renderer/features/transcript/camps'
import type { PassageId, ReviewId, SectionId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Section } from '../../../shared/domain/review'

function aCamp(label: string, colour: number, kind: Section['kind'] = 'camp'): Section {
  return {
    id: `camp ${label}` as SectionId,
    reviewId: 'bridge' as ReviewId,
    parentId: null,
    kind,
    heading: null,
    camp: { label, thesis: `${label} is right`, holder: '', colour },
    view: null,
    blocks: [],
  }
}

const sections = [aCamp('A', 3), aCamp('B', 1), aCamp('', 5, 'cold-water')]
const choices = campChoices({ sections }, 'Cold water')

function aPassage(id: string, ...camps: string[]): Passage {
  return {
    id: id as PassageId,
    sourceId: 'source' as Passage['sourceId'],
    spans: [{ start: 0, end: 2, quote: 'We', prefix: '', suffix: ' build' }],
    text: 'We',
    speakerId: null,
    attributed: true,
    note: '',
    tags: [],
    translations: [],
    camps: camps as SectionId[],
    createdAt: '2026-01-20T00:00:00Z',
  }
}

describe('camps to mark into', () => {
  it('have the keys 1 to 9 in the order of the review', () => {
    expect(choices.map(({ label, key }) => [label, key])).toEqual([
      ['A', '1'],
      ['B', '2'],
      ['Cold water', '3'],
    ])
    const many = campChoices({ sections: Array.from({ length: 11 }, (_, at) => aCamp(String(at), 1)) }, '')
    expect(many.map(({ key }) => key).slice(8)).toEqual(['9', null, null])
  })

  it('are none without a review', () => {
    expect(campChoices(null, 'Cold water')).toEqual([])
  })
})

describe('the colour of a passage', () => {
  it('is that of its first camp in the current review', () => {
    expect(campOf(aPassage('p', 'camp of another review', 'camp B', 'camp A'), choices)?.label).toBe('B')
  })

  it('is none when it is in no camp of this review', () => {
    expect(
      marksOf([aPassage('p', 'camp of another review'), aPassage('q', 'camp A')], choices, 'We build').map(
        ({ colour }) => colour,
      ),
    ).toEqual([0, 3])
  })
})

describe('the marks of passages', () => {
  const passage = aPassage('p', 'camp A')
  const [mark] = marksOf([passage], choices, 'We build')

  it('are the same objects while nothing about them changes', () => {
    expect(marksOf([passage], choices, 'We build')[0]).toBe(mark)
    expect(mark?.spans).toBe(passage.spans)
  })

  it('leave out a span whose place holds other words, for as long as it does', () => {
    expect(marksOf([passage], choices, 'I build')[0]?.spans).toEqual([])
    expect(marksOf([passage], choices, 'W')[0]?.spans).toEqual([])
    const other = { start: 3, end: 8, quote: 'build', prefix: 'We ', suffix: '' }
    const both = { ...passage, spans: [...passage.spans, other] }
    expect(marksOf([both], choices, 'No build')[0]?.spans).toEqual([other])
    expect(marksOf([both], choices, 'We build')[0]?.spans).toEqual(both.spans)
  })
})

describe('how many passages a camp has', () => {
  const passages = [aPassage('p', 'camp B', 'camp A'), aPassage('q', 'camp B'), aPassage('r', 'camp of another review')]

  it('counts each where it wears the colour, and those that wear none', () => {
    expect([...countsOf(passages, choices)]).toEqual([
      ['camp B', 2],
      [null, 1],
    ])
    expect([...countsOf([], choices)]).toEqual([])
  })

  it('is another for the camps of another review, and the same again for the first', () => {
    const first = countsOf(passages, choices)
    expect([...countsOf(passages, campChoices({ sections: [aCamp('A', 3)] }, ''))]).toEqual([
      ['camp A', 1],
      [null, 2],
    ])
    expect(countsOf(passages, choices)).toEqual(first)
  })
})

describe('the colour of a new camp', () => {
  it('is the first that is free', () => {
    expect(freeColour(choices)).toBe(2)
    expect(freeColour([])).toBe(1)
  })
})
