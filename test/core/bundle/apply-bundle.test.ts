import { describe, expect, it } from 'vitest'
import { toEnglish } from '../../../shared/domain/messages/message'
import { parseBundle, type BundleInput } from '../../../shared/bundle'
import type { ReviewId } from '../../../shared/domain/ids'
import { campsOf } from '../../../shared/domain/review'
import { applyBundle } from '../../../electron/core/bundle/apply-bundle'
import { renderBundle } from '../../../electron/core/export/formats/bundle'
import { undoAction } from '../../../electron/core/store/act'
import { listPassages } from '../../../electron/core/store/passages'
import { listRelations } from '../../../electron/core/store/relations'
import { getReview, listReviews } from '../../../electron/core/store/reviews'
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
