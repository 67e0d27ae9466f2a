import { describe, expect, it } from 'vitest'
import {
  bySource,
  bySpeaker,
  byTime,
  inOrderOfTime,
  largestCell,
  periodFor,
  type Tally,
  tallyOf,
} from '../../../../renderer/features/review/pictures/tally'
import type { SourceId, SpeakerId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import type { Source } from '../../../../shared/domain/source'
import { anOutline, aPassage, sectionId } from '../a-review'

const review = {
  sections: anOutline(`
consensus agreed: q1
disagreement split
  camp A: q1 q2
  camp B: q3
cold-water doubts
`),
}

/** A source with one speaker, as far as a tally looks at it. */
const aSource = (id: string, date: string | null, speaker: string) =>
  [
    id as SourceId,
    {
      id,
      title: `Title of ${id}`,
      date,
      speakers: [{ id: `${id}-0` as SpeakerId, name: speaker }],
    } as unknown as Source,
  ] as const
const sources = new Map([
  aSource('s1', '2024-03-01', 'Ada'),
  aSource('s2', '2024-11-20', ' Ada '),
  aSource('s3', null, 'Ben'),
])
const said = (id: string, source: string, ...camps: string[]): Passage =>
  aPassage(id, { sourceId: source as SourceId, speakerId: `${source}-0` as SpeakerId, camps: camps.map(sectionId) })
const passages = [
  said('q1', 's1', 'A'),
  said('q2', 's1'),
  said('q3', 's2', 'A'),
  said('q4', 's2', 'another review’s'),
  said('q5', 's3', 'doubts', 'B'),
]

const shown = ({ rows }: Tally) => rows.map(({ name, cells }) => [name, cells.map((cell) => cell.map(({ id }) => id))])

describe('a tally of passages', () => {
  it('has those that were put into a camp or are quoted in its section, each once', () => {
    const tally = tallyOf(review, passages, bySource(sources))
    expect(tally.camps.map(({ id }) => id)).toEqual(['A', 'B', 'doubts'])
    expect(shown(tally)).toEqual([
      ['Title of s1', [['q1', 'q2'], [], []]],
      ['Title of s2', [['q3'], ['q3'], []]],
      ['Title of s3', [[], ['q5'], ['q5']]],
    ])
    expect(tally.rows.map((row) => row.passages.length)).toEqual([2, 1, 1])
    expect(largestCell(tally)).toBe(2)
  })

  it('knows a person by name, in whatever source', () => {
    expect(shown(tallyOf(review, passages, bySpeaker(sources)))).toEqual([
      ['Ada', [['q1', 'q2', 'q3'], ['q3'], []]],
      ['Ben', [[], ['q5'], ['q5']]],
    ])
  })

  it('sorts by time, what has no date by itself', () => {
    expect(shown(tallyOf(review, passages, byTime(sources, 'year'))).map(([name]) => name)).toEqual(['2024', ''])
    expect(shown(tallyOf(review, passages, byTime(sources, 'month'))).map(([name]) => name)).toEqual([
      '2024-03',
      '2024-11',
      '',
    ])
    const [undated, ...dated] = tallyOf(review, passages, byTime(sources, 'month')).rows.toReversed()
    const shuffled = { camps: [], rows: [undated!, ...dated] }
    expect(inOrderOfTime(shuffled).rows.map(({ id }) => id)).toEqual(['2024-03', '2024-11', ''])
  })

  it('leaves out what has no key, and is empty without camps', () => {
    expect(tallyOf(review, passages, () => null).rows).toEqual([])
    expect(tallyOf({ sections: anOutline('free notes: q1') }, passages, bySource(sources)).rows).toEqual([])
    expect(largestCell({ camps: [], rows: [] })).toBe(0)
  })

  it('takes longer periods for more dates than can be told apart', () => {
    const days = Array.from({ length: 30 }, (_, at) => `2024-01-${String(at + 1).padStart(2, '0')}`)
    const months = Array.from(
      { length: 36 },
      (_, at) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
    )
    expect([periodFor(days.slice(0, 24)), periodFor(days), periodFor(months)]).toEqual(['day', 'month', 'year'])
  })
})
