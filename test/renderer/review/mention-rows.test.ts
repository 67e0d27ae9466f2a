import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../../shared/domain/ids'
import type { SourceMentions } from '../../../shared/domain/mentions'
import type { Source, Tier } from '../../../shared/domain/source'
import {
  citedSources,
  mentionRows,
  type MentionSort,
  sortMentions,
  sumMentions,
} from '../../../renderer/features/review/mentions/mention-rows'
import { anOutline, aPassage } from './a-review'

const id = (name: string) => name as SourceId
const sources = new Map(
  (
    [
      ['desk', 'The Desk 10', 'core', null],
      ['radio', 'The Desk 9', 'other', '2024-05'],
      ['council', 'Council', 'alias', '2024-05-14'],
    ] as const satisfies readonly (readonly [string, string, Tier, string | null])[]
  ).map(([source, title, tier, date]) => [id(source), { id: id(source), title, tier, date } as Source]),
)
const mentioned = (source: string, counts: number[], marked = 0, cited = 0): SourceMentions => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return { sourceId: id(source), counts, total, marked, cited, first: { start: 0, end: 1 } }
}
const mentions = [mentioned('desk', [2, 0], 2, 1), mentioned('radio', [1, 4]), mentioned('council', [0, 2], 1)]
const rows = mentionRows([...mentions, mentioned('gone', [9, 9])], sources, new Set([id('desk')]))

describe('the sources that mention a topic', () => {
  it('are cited, listed as mentioned, or kept out of the page', () => {
    expect(rows.map(({ source, page }) => [source.id, page])).toEqual([
      ['desk', 'cited'],
      ['radio', 'left-out'],
      ['council', 'listed'],
    ])
  })

  it('are cited by the quotes of the page, not by what is only marked', () => {
    const passages = new Map([
      ['q1', aPassage('q1', { sourceId: id('desk') })],
      ['q2', aPassage('q2', { sourceId: id('radio') })],
    ])
    expect([...citedSources({ sections: anOutline('camp a: q1 prose') }, passages)]).toEqual(['desk'])
  })

  it.each<[MentionSort, boolean, string[]]>([
    ['title', false, ['council', 'radio', 'desk']],
    ['tier', false, ['desk', 'council', 'radio']],
    ['date', false, ['radio', 'council', 'desk']],
    ['date', true, ['council', 'radio', 'desk']],
    ['total', true, ['radio', 'desk', 'council']],
    ['marked', true, ['desk', 'council', 'radio']],
    ['cited', false, ['radio', 'council', 'desk']],
  ])('sorted by %s, descending: %j, are %j', (sort, descending, expected) => {
    expect(sortMentions(rows, { sort, descending }).map(({ source }) => source.id)).toEqual(expected)
  })

  it('are summed up', () => {
    expect(sumMentions(rows, 2)).toEqual({ counts: [3, 6], total: 9, marked: 3, cited: 1, listed: 1 })
  })
})
