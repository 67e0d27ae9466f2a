import { describe, expect, it } from 'vitest'
import {
  destinationOf,
  filterPassages,
  groupUnplaced,
  inTextOrder,
  listPlaced,
} from '../../../renderer/features/review/tray'
import type { SourceId, SpeakerId } from '../../../shared/domain/ids'
import type { Source } from '../../../shared/domain/source'
import { anOutline, aPassage, sectionId } from './a-review'

const review = {
  sections: anOutline(`
changelog log
disagreement split
  camp A: q1
  camp B
  cold-water cold
`),
}
const inA = { camps: [sectionId('A')] }

describe('passages not yet placed', () => {
  it('stand under their camp, then those without one', () => {
    const groups = groupUnplaced(review, [
      aPassage('q1', inA),
      aPassage('q2', inA),
      aPassage('q3'),
      aPassage('q4', { camps: [sectionId('cold')] }),
      aPassage('q5', inA),
    ])
    expect(groups.map((group) => [group.camp?.id ?? null, group.passages.map((passage) => passage.id)])).toEqual([
      ['A', ['q2', 'q5']],
      ['cold', ['q4']],
      [null, ['q3']],
    ])
  })

  it('count as without a camp when their camp is another review’s', () => {
    const groups = groupUnplaced(review, [aPassage('q2', { camps: [sectionId('elsewhere')] })])
    expect(groups.map((group) => group.camp)).toEqual([null])
  })

  it('stand under each of two camps', () => {
    const groups = groupUnplaced(review, [aPassage('q2', { camps: [sectionId('B'), sectionId('A')] })])
    expect(groups.map((group) => group.camp?.id)).toEqual(['A', 'B'])
  })
})

it('lists placed passages in the order of the page, with their section', () => {
  const placed = listPlaced(review, [aPassage('q2'), aPassage('q1')])
  expect(placed.map(({ passage, section }) => [passage.id, section.id])).toEqual([['q1', 'A']])
})

describe('searching passages', () => {
  const source = {
    id: 'source' as SourceId,
    title: 'Ep 87: World Models',
    speakers: [{ id: 'v' as SpeakerId, label: null, name: 'Oriol Vinyals', affiliation: 'Gemini', turns: 3 }],
  } as unknown as Source
  const sources = new Map([[source.id, source]])
  const passages = [
    aPassage('q1', { text: 'Acting as a renderer of the world', speakerId: 'v' as SpeakerId }),
    aPassage('q2', { text: 'Quite dumb', translations: [{ language: 'zh', text: '它有点笨', state: 'draft' }] }),
    aPassage('q3', { text: 'Something else', tags: ['renderer'], note: 'ask again' }),
  ]
  const found = (query: string) => filterPassages(passages, query, sources).map((passage) => passage.id)

  it('finds words in the text and the tags, letter case aside', () => {
    expect(found('RENDERER')).toEqual(['q1', 'q3'])
  })

  it('wants every word, wherever each stands', () => {
    expect(found('renderer vinyals')).toEqual(['q1'])
    expect(found('gemini world')).toEqual(['q1'])
    expect(found('renderer dumb')).toEqual([])
  })

  it('finds Chinese inside a translation', () => {
    expect(found('有点笨')).toEqual(['q2'])
  })

  it('keeps all for an empty query', () => {
    expect(found('  ')).toEqual(['q1', 'q2', 'q3'])
  })
})

it('sorts passages by source, then by where they start', () => {
  const at = (id: string, sourceId: string, start: number) =>
    aPassage(id, {
      sourceId: sourceId as SourceId,
      spans: [{ start, end: start + 1, quote: 'x', prefix: '', suffix: '' }],
    })
  const sorted = inTextOrder(
    [at('q1', 'b', 5), at('q2', 'a', 9), at('q3', 'b', 2), at('q4', 'gone', 0)],
    [{ id: 'a' as SourceId }, { id: 'b' as SourceId }],
  )
  expect(sorted.map((passage) => passage.id)).toEqual(['q2', 'q3', 'q1', 'q4'])
})

describe('where a passage is placed', () => {
  const A = sectionId('A')
  const B = sectionId('B')

  it('is the camp it is listed under', () => {
    expect(destinationOf(review, { camps: [A, B] }, B, sectionId('split'))?.id).toBe('B')
  })

  it('is its first camp in this review, even when the user is elsewhere', () => {
    expect(destinationOf(review, { camps: [sectionId('elsewhere'), B] }, null, A)?.id).toBe('B')
  })

  it('is where the user is, for a passage without a camp', () => {
    expect(destinationOf(review, { camps: [] }, null, sectionId('split'))?.id).toBe('split')
  })

  it('is never the change log unless asked for', () => {
    expect(destinationOf(review, { camps: [] }, null, null)?.id).toBe('split')
    expect(destinationOf({ sections: [] }, { camps: [] }, null, null)).toBeNull()
  })
})
