import { describe, expect, it } from 'vitest'
import { toEnglish } from '../../../shared/domain/messages/message'
import { parseBundle, type BundleInput } from '../../../shared/bundle'
import type { ReviewId } from '../../../shared/domain/ids'
import { campsOf } from '../../../shared/domain/review'
import { PLAIN_FOLDS } from '../../../shared/domain/search'
import { applyBundle } from '../../../electron/core/bundle/apply-bundle'
import { renderBundle } from '../../../electron/core/export/formats/bundle'
import { act, undoAction } from '../../../electron/core/store/act'
import { listPassages } from '../../../electron/core/store/passages'
import { listRelations } from '../../../electron/core/store/relations'
import { listRefused, refuseSuggestions } from '../../../electron/core/store/refused-suggestions'
import { getReview, insertReview, listReviews } from '../../../electron/core/store/reviews'
import { deleteSavedSearch, insertSavedSearch, listSavedSearches } from '../../../electron/core/store/saved-searches'
import { insertSection } from '../../../electron/core/store/sections'
import { getSource, listSources } from '../../../electron/core/store/sources'
import { temporaryProject, withSource } from '../temporary-project'

const FOREST = ['Ada: We traced the carbon\nfrom birch to fir.', 'Host: And back?', 'Ada: It went both ways. And back.']

function aBundle(change: Partial<BundleInput> = {}) {
  return parseBundle({ format: 'verbatim-bundle', version: 1, ...change })
}

const forest = { id: 'f', file: 'talks/forest.txt', title: 'Forest Hour', tier: 'core' as const }

function apply(db: ReturnType<typeof temporaryProject>, change: Partial<BundleInput>, partial = false) {
  return applyBundle(db, aBundle(change), { partial })
}

describe('the passages of a bundle', () => {
  it('are found by their fragments, across the line breaks of captions, and said by whom the transcript names', () => {
    const db = temporaryProject()
    const source = withSource(db, 'forest.txt', FOREST)
    const report = apply(db, {
      sources: [{ ...forest, speakers: [{ name: 'Ada Lund', affiliation: 'Institute' }] }],
      passages: [
        {
          id: 'q1',
          source: 'f',
          fragments: ['traced the carbon from birch', 'It went both ways.'],
          translation: { zh: '追踪了碳……双向。' },
          tags: ['carbon'],
        },
      ],
    })
    expect(report).toEqual({ applied: true, sources: 1, passages: 1, reviews: 0, problems: [] })
    const [passage] = listPassages(db)
    expect(passage).toMatchObject({
      id: 'q1',
      text: 'traced the carbon from birch … It went both ways.',
      attributed: true,
      tags: ['carbon'],
      translations: [{ language: 'zh', text: '追踪了碳……双向。', state: 'done' }],
    })
    const { speakers, title, tier } = getSource(db, source)
    expect({ title, tier }).toEqual({ title: 'Forest Hour', tier: 'core' })
    expect(speakers.find(({ id }) => id === passage!.speakerId)).toMatchObject({
      label: 'Ada',
      name: 'Ada Lund',
      affiliation: 'Institute',
    })
  })

  it('belong to the one known speaker where the transcript names nobody', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', ['Trees do talk.'])
    apply(db, {
      sources: [{ ...forest, speakers: [{ name: 'Ada Lund' }] }],
      passages: [{ id: 'q1', source: 'f', fragments: ['Trees do talk.'] }],
    })
    const [source] = listSources(db)
    expect(source!.speakers).toMatchObject([{ label: null, name: 'Ada Lund' }])
    expect(listPassages(db)[0]!.speakerId).toBe(source!.speakers[0]!.id)
  })

  it('tell who a numbered voice is', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', ['Speaker 1: Why?', 'Speaker 2: Trees do talk.'])
    apply(db, {
      sources: [{ ...forest, speakers: [{ name: 'Ada Lund', affiliation: 'Institute' }] }],
      passages: [{ id: 'q1', source: 'f', fragments: ['Trees do talk.'] }],
    })
    expect(listSources(db)[0]!.speakers).toMatchObject([
      { label: 'Speaker 1', name: 'Speaker 1' },
      { label: 'Speaker 2', name: 'Ada Lund', affiliation: 'Institute' },
    ])
  })

  it.each([
    ['talks/oak.txt', ['Trees'], undefined, 'source-not-found', 'no imported source is the file talks/oak.txt'],
    ['forest.txt', ['from birch to oak'], undefined, 'fragment-not-found', '"from birch to oak" is not in forest.txt'],
    [
      'forest.txt',
      ['both ways', 'the carbon'],
      undefined,
      'fragment-not-found',
      '"both ways" is not in forest.txt in this order',
    ],
    [
      'forest.txt',
      ['And back'],
      undefined,
      'fragment-ambiguous',
      '"And back" stands 2 times in forest.txt: give its position in spans',
    ],
  ])('that do not fit are reported: %s %s', (file, fragments, spans, code, message) => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', FOREST)
    const report = apply(db, { sources: [{ id: 'f', file }], passages: [{ id: 'q1', source: 'f', fragments, spans }] })
    expect(report).toMatchObject({ applied: false, sources: 0, passages: 0, reviews: 0 })
    expect(report.problems.map(({ text, ...problem }) => ({ ...problem, message: toEnglish(text) }))).toEqual([
      { passage: 'q1', code, message },
    ])
    expect(listPassages(db)).toEqual([])
  })

  it('are told apart by a position', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', FOREST)
    apply(db, {
      sources: [forest],
      passages: [{ id: 'q1', source: 'f', fragments: ['And back'], spans: [{ start: 71, end: 79 }] }],
    })
    expect(listPassages(db)[0]!.spans[0]).toMatchObject({ start: 71, end: 79, quote: 'And back' })
  })

  it('go in without the ones that have problems when that is asked for', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', FOREST)
    const bundle: Partial<BundleInput> = {
      sources: [forest],
      passages: [
        { id: 'q1', source: 'f', fragments: ['both ways'] },
        { id: 'q2', source: 'f', fragments: ['no ways'] },
      ],
      reviews: [
        {
          id: 'r',
          title: 'Trees',
          language: 'en',
          sections: [
            {
              kind: 'point',
              blocks: [
                { type: 'quote', passage: 'q2' },
                { type: 'quote', passage: 'q1' },
              ],
            },
          ],
        },
      ],
    }
    expect(apply(db, bundle)).toMatchObject({ applied: false })
    expect(apply(db, bundle, true)).toMatchObject({
      applied: true,
      passages: 1,
      reviews: 1,
      problems: [{ passage: 'q2' }],
    })
    expect(getReview(db, 'r' as ReviewId).sections[0]!.blocks).toMatchObject([{ kind: 'quote', passageId: 'q1' }])
  })
})

const whole: Partial<BundleInput> = {
  sources: [forest],
  passages: [
    { id: 'q1', source: 'f', fragments: ['both ways'], translation: { zh: '双向' } },
    { id: 'q2', source: 'f', fragments: ['from birch to fir'], attributed: false },
  ],
  relations: [{ from: 'q1', to: 'q2', kind: 'qualifies' }],
  reviews: [
    {
      id: 'trees',
      title: 'Do trees talk?',
      language: 'en',
      updated: '2026-06-11',
      aliases: ['mycorrhiza'],
      sections: [
        { kind: 'consensus', blocks: [{ type: 'prose', markdown: 'They *all* agree.' }] },
        { kind: 'disagreement' },
        { kind: 'point', parent: 'consensus', heading: 'First', blocks: [] },
        {
          kind: 'camp',
          parent: 'disagreement',
          camp: { label: 'A', thesis: 'They do', holder: 'foresters' },
          passages: ['q2'],
          blocks: [{ type: 'quote', passage: 'q1', leadIn: 'She says:' }],
        },
        { kind: 'sources' },
      ],
    },
  ],
}

describe('the reviews of a bundle', () => {
  it('keep their outline, their day and their camps', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', FOREST)
    apply(db, whole)
    const review = getReview(db, 'trees' as ReviewId)
    expect(review).toMatchObject({ updated: '2026-06-11', aliases: ['mycorrhiza'] })
    expect(review.sections.map(({ kind }) => kind)).toEqual(['consensus', 'point', 'disagreement', 'camp', 'sources'])
    const [camp] = campsOf(review)
    expect(camp).toMatchObject({ parentId: review.sections[2]!.id, camp: { label: 'A', colour: 1 } })
    expect(listPassages(db).map(({ id, camps }) => [id, camps])).toEqual([
      ['q2', [camp!.id]],
      ['q1', [camp!.id]],
    ])
    expect(listRelations(db)).toMatchObject([{ from: 'q1', to: 'q2', kind: 'qualifies' }])
  })

  it('are one action with everything else', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', FOREST)
    apply(db, whole)
    expect(undoAction(db)).toBe('bundle.apply')
    expect(listPassages(db)).toEqual([])
    expect(listReviews(db)).toEqual([])
    expect(listSources(db)[0]!.title).toBe('forest.txt')
  })

  it('change nothing when they are applied again', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', FOREST)
    apply(db, whole)
    const before = renderBundle(db)
    expect(apply(db, whole)).toEqual({ applied: true, sources: 1, passages: 2, reviews: 1, problems: [] })
    expect(renderBundle(db)).toBe(before)
  })

  it('are reported when the project has others under their names', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', FOREST)
    apply(db, whole)
    const passages = [{ id: 'q1', source: 'f', fragments: ['both'] }]
    const reviews = [{ id: 'trees', title: 'Another', language: 'en' as const }]
    expect(apply(db, { sources: [forest], passages, reviews }).problems).toMatchObject([
      { passage: 'q1', code: 'passage-exists' },
      { passage: null, code: 'review-exists' },
    ])
  })
})

describe('a bundle of a project', () => {
  it('rebuilds it from the same transcripts, and is then the same', () => {
    const db = temporaryProject()
    withSource(db, 'forest.txt', FOREST)
    apply(db, whole)
    const bundle = renderBundle(db)
    const other = temporaryProject()
    withSource(other, 'renamed.txt', FOREST)
    expect(applyBundle(other, parseBundle(JSON.parse(bundle)), { partial: false })).toMatchObject({
      passages: 2,
      reviews: 1,
      problems: [],
    })
    // Ids of sources and sections are each project's own.
    const anonymous = (json: string) => {
      const { sources, passages, reviews, relations } = parseBundle(JSON.parse(json))
      const order = reviews.map((review) => review.sections.map(({ id }) => id))
      const parents = reviews.map((review, at) => review.sections.map(({ parent }) => order[at]!.indexOf(parent ?? '')))
      return {
        sources: sources.map(({ id: _, file: __, ...rest }) => rest),
        passages: passages.map(({ source: _, ...rest }) => rest),
        reviews: reviews.map((review) => ({
          ...review,
          sections: review.sections.map(({ id: _, parent: __, ...rest }) => rest),
        })),
        parents,
        relations,
      }
    }
    expect(anonymous(renderBundle(other))).toEqual(anonymous(bundle))
  })
})

describe('the saved searches of a bundle', () => {
  /** A camp of a review, two sources, and a search in one of them that suggests passages for the camp. */
  function aProjectWithSearch() {
    const db = temporaryProject()
    const source = withSource(db, 'forest.txt', FOREST)
    withSource(db, 'other.txt', ['Bob: Nothing of carbon.'])
    const camp = act(db, 'review.create', (w) => {
      const reviewId = insertReview(w, { title: 'Trees', language: 'en', aliases: [] })
      const colours = { label: 'A', thesis: '', holder: '', colour: 2 }
      return insertSection(w, { reviewId, parentId: null, index: 0, kind: 'camp', heading: null, camp: colours })
    })
    const folds = { ...PLAIN_FOLDS, foldHan: true }
    act(db, 'savedSearch.save', (w) => {
      const carbon = insertSavedSearch(w, {
        name: 'Carbon',
        query: 'carbon OR 碳',
        folds,
        filters: { sources: [source], speakers: ['Ada'], from: '2024-05', marked: false, camp },
        sort: 'left',
        descending: true,
        marking: { tag: 'carbon', camp, extent: 'sentence' },
      })
      refuseSuggestions(w, carbon, [{ sourceId: source, start: 3, end: 9 }])
      const plain = { query: 'birch', folds: PLAIN_FOLDS, filters: {}, sort: 'text', descending: false } as const
      insertSavedSearch(w, { ...plain, name: 'Birch', marking: null })
    })
    return { db, source }
  }

  it('come along in their order, with the sources, camps and refusals that they have here', () => {
    const { db: from } = aProjectWithSearch()
    const bundle = parseBundle(JSON.parse(renderBundle(from)))
    const db = temporaryProject()
    const source = withSource(db, 'forest.txt', FOREST)
    withSource(db, 'other.txt', ['Bob: Nothing of carbon.'])
    expect(applyBundle(db, bundle, { partial: false })).toMatchObject({ applied: true, problems: [] })
    const camp = campsOf(getReview(db, listReviews(db)[0]!.id))[0]!.id
    const nothing = { sources: 0, speakers: [], camp: false, markingCamp: false }
    const [carbon, birch] = listSavedSearches(db)
    expect(carbon).toMatchObject({
      name: 'Carbon',
      query: 'carbon OR 碳',
      folds: { foldHan: true, matchCase: false },
      filters: { sources: [source], speakers: ['Ada'], from: '2024-05', marked: false, camp },
      sort: 'left',
      descending: true,
      marking: { tag: 'carbon', camp, extent: 'sentence' },
      missing: nothing,
    })
    expect(birch).toMatchObject({ name: 'Birch', filters: {}, marking: null, missing: nothing })
    expect([...listRefused(db, carbon!.id)]).toEqual([[source, [{ start: 3, end: 9 }]]])
    const ids = (one: string) => one.replaceAll(/"(?:id|source|camp)": "[^"]*"|"[a-z0-9]{14}"/g, '')
    expect(ids(renderBundle(db))).toBe(ids(renderBundle(from)))

    expect(applyBundle(db, bundle, { partial: false })).toMatchObject({ problems: [] })
    expect(listSavedSearches(db)).toEqual([carbon, birch])
    undoAction(db)
    undoAction(db)
    expect(listSavedSearches(db)).toEqual([])
  })

  it('find the camps of a review that is here already, and tell what is not here', () => {
    const { db } = aProjectWithSearch()
    const bundle = parseBundle(JSON.parse(renderBundle(db)))
    const [kept] = listSavedSearches(db)
    act(db, 'savedSearch.delete', (w) => deleteSavedSearch(w, kept!.id))
    applyBundle(db, bundle, { partial: false })
    expect(listSavedSearches(db).find(({ id }) => id === kept!.id)).toEqual(kept)

    const [search] = bundle.searches
    const empty = temporaryProject()
    withSource(empty, 'forest.txt', ['Ada: Another text.'])
    apply(empty, {
      sources: bundle.sources.slice(0, 1),
      searches: [{ ...search!, filters: { ...search!.filters, sources: ['gone', ...search!.filters.sources!] } }],
    })
    const [told] = listSavedSearches(empty)
    expect(told!.missing).toEqual({ sources: 1, speakers: [], camp: true, markingCamp: true })
    expect(listRefused(empty, told!.id).size).toBe(0)
  })

  it('are no part of the bundle of one review, and need no more than a name and a query', () => {
    const { db } = aProjectWithSearch()
    expect(renderBundle(db, listReviews(db)[0]!.id)).not.toContain('"searches"')
    const empty = temporaryProject()
    apply(empty, { searches: [{ id: 's', name: 'Bus', query: 'bus' }] })
    expect(listSavedSearches(empty)).toMatchObject([{ id: 's', name: 'Bus', folds: PLAIN_FOLDS, sort: 'text' }])
    expect(() => aBundle({ searches: [{ id: 's', name: '', query: 'bus' }] })).toThrow(/searches\[0\]\.name/)
  })
})
