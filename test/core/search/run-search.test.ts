import { describe, expect, it } from 'vitest'
import { CLASS, foldTable, LETTER } from '../../../electron/core/search/letters'
import { act, undoAction } from '../../../electron/core/store/act'
import { markMany } from '../../../electron/core/store/mark-many'
import { insertPassage, listPassages, putIntoCamp } from '../../../electron/core/store/passages'
import { insertReview } from '../../../electron/core/store/reviews'
import { insertSection } from '../../../electron/core/store/sections'
import { deleteSources, updateSource } from '../../../electron/core/store/sources'
import { PLAIN_FOLDS, type SearchFilters, type SearchHit } from '../../../shared/domain/search'
import { aSource } from '../../builders'
import { temporaryProject, withSource } from '../temporary-project'
import { aLibrary, search, searchProject, takeOver } from './search-project'

const shown = (hits: readonly SearchHit[]) => hits.map(({ before, match, after }) => `${before}[${match}]${after}`)

/** Two hearings: what Ada and Bob say of the night bus, and what 李安 says of it. */
function aProjectOfHearings() {
  const db = temporaryProject()
  const depot = withSource(db, 'depot', ['Ada: The night bus is late.', 'Bob: No bus at night? A Night  Bus, then!'])
  const city = withSource(db, '城市', ['李安: 末班车十一点就走了。', 'Ada: 末班車?'])
  act(db, 'source.update', (w) => {
    updateSource(w, depot, { date: '2024-05-03' })
    updateSource(w, city, { date: '2025-01-20', language: 'zh', tier: 'alias' })
  })
  return { db, depot, city }
}

describe('a search', () => {
  it('gives each place with the text around it, who says it, and in which turn', () => {
    const { db, depot } = aProjectOfHearings()
    const { total, sources, hits } = searchProject(db, 'night bus')
    expect([total, sources]).toEqual([2, 1])
    expect(shown(hits)).toEqual(['The [night bus] is late.\n\nNo bus at', '\nNo bus at night? A [Night  Bus], then!'])
    expect(hits[0]).toMatchObject({ sourceId: depot, turn: 0, start: 4, end: 13, isMarked: false })
    expect(hits[1]).toMatchObject({ turn: 1, start: 43, end: 53 })
  })

  it('finds one and two Chinese characters, and traditional ones on demand', () => {
    const { db } = aProjectOfHearings()
    expect(searchProject(db, '班').total).toBe(2)
    expect(searchProject(db, '末班车').total).toBe(1)
    expect(searchProject(db, '末班车', { folds: { ...PLAIN_FOLDS, foldHan: true } }).total).toBe(2)
  })

  it('finds what stands over the end of a turn', () => {
    const { db } = aProjectOfHearings()
    expect(searchProject(db, 'late. No bus').hits[0]).toMatchObject({ turn: 0, match: 'late.\n\nNo bus' })
  })

  it('joins terms within a turn', () => {
    const { db } = aProjectOfHearings()
    const matches = (query: string) => searchProject(db, query).hits.map(({ match }) => match)
    expect(matches('bus AND late')).toEqual(['bus', 'late'])
    expect(matches('bus NOT late')).toEqual(['bus', 'Bus'])
    expect(matches('late OR 末班车')).toEqual(['late', '末班车'])
    expect(matches('bus NEAR/1 night')).toEqual(['night bus', 'bus at night', 'Night  Bus'])
    expect(matches('bus NEAR/0 late')).toEqual([])
    expect(matches('ni*')).toEqual(['night', 'night', 'Night'])
  })

  it.each<[SearchFilters, number]>([
    [{ speakers: ['Ada'] }, 1],
    [{ speakers: ['Bob'] }, 2],
    [{ tiers: ['alias'] }, 0],
    [{ languages: ['en'] }, 3],
    [{ from: '2024-05', to: '2024-05' }, 3],
    [{ from: '2024-05-04' }, 0],
    [{ to: '2023' }, 0],
    [{ marked: true }, 1],
    [{ marked: false }, 2],
  ])('keeps to %j', (filters, total) => {
    const { db, depot } = aProjectOfHearings()
    act(db, 'passage.mark', (w) => insertPassage(w, { sourceId: depot, ranges: [{ start: 0, end: 6 }] }))
    act(db, 'passage.mark', (w) => insertPassage(w, { sourceId: depot, ranges: [{ start: 10, end: 12 }] }))
    expect(searchProject(db, 'bus', { filters }).total).toBe(total)
  })

  it('is sorted by what stands before and after, and by who says it when', () => {
    const db = temporaryProject()
    withSource(db, 'b', ['Zoe: old tea cold', 'Ada: some tea again'])
    withSource(db, 'a', ['Bob: new tea bowl'])
    const sorted = (sort: 'left' | 'right' | 'source' | 'speaker' | 'text', descending = false) =>
      searchProject(db, 'tea', { sort, descending }).hits.map(({ before }) => before.trim().split(/\s/).at(-1))
    expect(sorted('text')).toEqual(['old', 'some', 'new'])
    expect(sorted('left')).toEqual(['new', 'old', 'some'])
    expect(sorted('left', true)).toEqual(['some', 'old', 'new'])
    expect(sorted('right')).toEqual(['some', 'new', 'old'])
    expect(sorted('source')).toEqual(['new', 'old', 'some'])
    expect(sorted('speaker')).toEqual(['some', 'new', 'old'])
  })

  it('is sorted by when it is said, in each source from its beginning; what has no time comes last', () => {
    const db = temporaryProject()
    aSource(db, [
      ['Ada', 'late tea', 300],
      ['Bob', 'later tea', 2000],
    ])
    withSource(db, 'untimed', ['Eve: whenever tea'])
    aSource(db, [['Eve', 'early tea', 0.5]], { title: 'Another' })
    const sorted = (descending: boolean) =>
      searchProject(db, 'tea', { sort: 'time', descending }).hits.map(({ before }) => before.trim().split(/\s/).at(-1))
    expect(sorted(false)).toEqual(['early', 'late', 'later', 'whenever'])
    expect(sorted(true)).toEqual(['later', 'late', 'early', 'whenever'])
  })

  it('follows what is deleted, undone and imported', () => {
    const { db, depot } = aProjectOfHearings()
    const library = aLibrary(db)
    const total = () => {
      takeOver(library, db)
      return search(library, 'bus').total
    }
    expect(total()).toBe(3)
    act(db, 'source.delete', (w) => deleteSources(w, [depot]))
    expect(total()).toBe(0)
    undoAction(db)
    withSource(db, 'new', ['Ada: One more bus.'])
    expect(total()).toBe(4)
  })
})

describe('marking many places', () => {
  it('is one action, marks nothing twice, and puts all into the camp', () => {
    const { db, depot } = aProjectOfHearings()
    const camp = act(db, 'test', (w) =>
      insertSection(w, {
        reviewId: insertReview(w, { title: 'Buses', language: 'en' }),
        parentId: null,
        index: 0,
        kind: 'camp',
        heading: null,
        camp: { label: 'A', thesis: '', holder: '', colour: 1 },
      }),
    )
    const places = searchProject(db, 'bus').hits
    const first = act(db, 'passage.mark', (w) => insertPassage(w, { sourceId: depot, ranges: [places[0]!] }))
    expect(act(db, 'passage.markMany', (w) => markMany(w, places, camp))).toBe(2)
    expect(listPassages(db).map(({ text, camps }) => [text, camps])).toEqual([
      ['bus', [camp]],
      ['bus', [camp]],
      ['Bus', [camp]],
    ])
    expect(searchProject(db, 'bus', { filters: { camp } }).total).toBe(3)
    undoAction(db)
    expect(listPassages(db).map(({ id, camps }) => [id, camps])).toEqual([[first, []]])
    act(db, 'passage.putIntoCamp', (w) => putIntoCamp(w, first, camp))
    expect(searchProject(db, 'bus', { filters: { camp } }).total).toBe(1)
  })
})

describe('letter case', () => {
  it('is folded as Unicode folds it, one letter for one', () => {
    const table = foldTable(PLAIN_FOLDS)
    for (let code = 0; code < table.length; code += 1) {
      if (table[code] === code || CLASS[code] !== LETTER) continue
      const [letter, folded] = [String.fromCharCode(code), String.fromCharCode(table[code]!)]
      const same =
        new RegExp(`^${folded}$`, 'iu').test(letter) ||
        letter.normalize('NFC') !== letter ||
        folded.normalize('NFC') !== folded
      expect(same, `${letter} and ${folded}`).toBe(true)
    }
  })
})
