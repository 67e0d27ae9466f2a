import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../../../shared/domain/ids'
import type { Mentions } from '../../../../shared/domain/mentions'
import type { Source } from '../../../../shared/domain/source'
import {
  countedAliases,
  countedTogether,
  drawnLanes,
  termLanes,
} from '../../../../renderer/features/review/pictures/term-frequency'

const aSource = (id: string, date: string | null, words: number) => ({ id: id as SourceId, date, words }) as Source
const mentions = (terms: string[], rows: Record<string, number[]>, total: Record<string, number> = {}): Mentions => ({
  terms,
  sources: Object.entries(rows).map(([id, counts]) => ({
    sourceId: id as SourceId,
    counts,
    total: total[id] ?? counts.reduce((sum, count) => sum + count, 0),
    marked: 0,
    cited: 0,
    first: { start: 0, end: 1 },
  })),
  longer: [],
})

describe('terms over time', () => {
  it('are counted for each date, by themselves and for every 10,000 words; what has no date comes last', () => {
    const sources = [
      aSource('n', null, 500),
      aSource('b', '2024-05-02', 20_000),
      aSource('a', '2024-01-01', 4000),
      aSource('c', '2024-05-02', 5000),
      aSource('quiet', '2024-03-01', 9000),
    ]
    const counted = countedTogether('other', mentions(['tea'], { a: [2], b: [5], n: [1] }))
    const [lane] = termLanes(sources, [counted])
    expect(lane).toMatchObject({ id: 'other', terms: ['tea'], total: 8 })
    expect(lane!.points.map(({ time, count, rate, sources: ids }) => [time.id, time.words, count, rate, ids])).toEqual([
      ['2024-01-01', 4000, 2, 5, ['a']],
      ['2024-03-01', 9000, 0, 0, []],
      ['2024-05-02', 25_000, 5, 2, ['b']],
      ['', 500, 1, 20, ['n']],
    ])
  })

  it('are counted by year where there are too many days and months', () => {
    const sources = Array.from({ length: 30 }, (_, at) => aSource(`s${at}`, `${1990 + at}-01-01`, 1))
    expect(termLanes(sources, [countedTogether('x', mentions(['x'], {}))])[0]!.points[0]!.time.id).toBe('1990')
    expect(termLanes([], [countedTogether('x', mentions(['x'], {}))])[0]).toMatchObject({ total: 0, points: [] })
  })

  it('are each alias, the most frequent first, after any of them', () => {
    const found = mentions(['tea', 'green tea', 'chai'], { a: [3, 2, 0], b: [0, 0, 9] }, { a: 3, b: 9 })
    expect(countedAliases(found).map(({ id, terms, counts }) => [id, terms, [...counts.values()]])).toEqual([
      ['all', ['tea', 'green tea', 'chai'], [3, 9]],
      ['alias chai', ['chai'], [0, 9]],
      ['alias tea', ['tea'], [3, 0]],
      ['alias green tea', ['green tea'], [2, 0]],
    ])
    expect(countedAliases(mentions(['tea'], { a: [1] })).map(({ id }) => id)).toEqual(['alias tea'])
    const many = Array.from({ length: 20 }, (_, at) => `t${at}`)
    const lanes = termLanes(
      [aSource('a', '2024-01-01', 1000)],
      [
        ...countedAliases(mentions(many, { a: many.map((_, at) => at) })),
        countedTogether('other', mentions(['x'], {})),
      ],
    )
    expect(lanes).toHaveLength(22)
    expect(drawnLanes(lanes).map(({ terms }) => terms.join())).toEqual([
      many.join(),
      ...many.slice(-12).toReversed(),
      'x',
    ])
  })
})
