import { describe, expect, it } from 'vitest'
import { renderAs, renderProject, renderReview } from '../../../electron/core/export/export-review'
import { applyBundle } from '../../../electron/core/bundle/apply-bundle'
import { listHints, listPending } from '../../../electron/core/hints/review-hints'
import { act, redoAction, undoAction } from '../../../electron/core/store/act'
import { insertQuote } from '../../../electron/core/store/blocks'
import { dismissHint, listDismissedHints } from '../../../electron/core/store/dismissed-hints'
import { deleteTerm, listTerms, setTerm } from '../../../electron/core/store/glossary'
import { setView } from '../../../electron/core/store/my-view'
import {
  deletePassages,
  getPassage,
  insertPassage,
  setSpans,
  setTranslation,
} from '../../../electron/core/store/passages'
import { insertRelation } from '../../../electron/core/store/relations'
import { deleteReview, getReview, insertReview } from '../../../electron/core/store/reviews'
import { insertSection, updateSection } from '../../../electron/core/store/sections'
import { updateSource } from '../../../electron/core/store/sources'
import type { WritableDatabase } from '../../../electron/core/store/sql'
import { getText } from '../../../electron/core/store/transcripts'
import { parseBundle } from '../../../shared/bundle'
import type { Hint } from '../../../shared/domain/hints'
import type { PassageId, SectionId } from '../../../shared/domain/ids'
import { temporaryProject, withSource } from '../temporary-project'

/** A talk, and a Chinese or English review of it with a consensus and camps A and B; `quote` takes words from the talk. */
function aDebate(language: 'en' | 'zh' = 'en') {
  const db = temporaryProject()
  const source = withSource(db, 'talk.txt', [
    'Ada: Trees do talk. I would not say that they think. They share carbon.',
    'Bob: They leak. Nobody has shown more.',
    'Speaker 2: Fungi are the network.',
    'Cleo: We all agree that fungi matter.',
  ])
  const text = getText(db, source)
  const write = <T>(work: (db: WritableDatabase) => T): T => act(db, 'test', work)
  const { review, consensus, a, b } = write((writable) => {
    const id = insertReview(writable, { title: 'Trees', language })
    const add = (kind: 'consensus' | 'camp', label: string | null, index: number): SectionId =>
      insertSection(writable, {
        reviewId: id,
        parentId: null,
        index,
        kind,
        heading: null,
        camp: label === null ? null : { label, thesis: '', holder: '', colour: index },
      })
    return { review: id, consensus: add('consensus', null, 0), a: add('camp', 'A', 1), b: add('camp', 'B', 2) }
  })
  const rangeOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const quote = (section: SectionId, ...words: string[]): PassageId =>
    write((writable) => {
      const id = insertPassage(writable, { sourceId: source, ranges: words.map(rangeOf) })
      insertQuote(writable, section, 100, id, '')
      return id
    })
  const hints = () => listHints(db, review).map(({ code, params }) => [code, params])
  return { db, review, consensus, a, b, write, quote, rangeOf, hints }
}

describe('the camps of a review', () => {
  it('are hinted at where one voice stands for many, or nobody is heard against them', () => {
    const { quote, a, b, hints, write } = aDebate()
    expect(hints()).toEqual([])
    const talk = quote(a, 'Trees do talk')
    expect(hints()).toEqual([['camp-without-dissent', { camp: 'A' }]])
    quote(a, 'They share carbon')
    expect(hints()).toContainEqual(['camp-one-speaker', { camp: 'A', speaker: 'Ada' }])
    const leak = quote(b, 'They leak')
    write((writable) => insertRelation(writable, leak, talk, 'contradicts'))
    quote(a, 'We all agree')
    expect(hints()).toEqual([])
  })

  it('are hinted at where one speaker stands in two', () => {
    const { quote, a, b, hints } = aDebate()
    quote(a, 'Trees do talk')
    quote(b, 'They share carbon')
    expect(hints()).toContainEqual(['speaker-two-camps', { speaker: 'Ada', camps: 'A, B', count: 2 }])
  })

  it('are each to be heard in a consensus', () => {
    const { quote, a, b, consensus, hints } = aDebate()
    quote(a, 'Trees do talk')
    quote(b, 'They leak')
    const missing = () => hints().filter(([code]) => code === 'consensus-missing-camp')
    expect(missing()).toEqual([])
    quote(consensus, 'They share carbon')
    expect(missing()).toEqual([['consensus-missing-camp', { camp: 'B' }]])
    quote(consensus, 'Nobody has shown more')
    expect(missing()).toEqual([])
  })
})

describe('a quote', () => {
  it('is hinted at until it is translated, and when its passage changed since', () => {
    const { quote, consensus, hints, write, rangeOf, db, review } = aDebate('zh')
    const talk = quote(consensus, 'Trees do talk')
    expect(hints()).toEqual([['quote-untranslated', { language: 'zh' }]])
    expect(listPending(db, { language: 'zh-Hans', reviewId: review })).toMatchObject([
      { passage: { id: talk }, state: 'missing' },
    ])
    write((writable) => setTranslation(writable, talk, { language: 'zh-Hans', text: '树会说话', state: 'done' }))
    expect([hints(), listPending(db, { language: 'zh' })]).toEqual([[], []])
    write((writable) => setSpans(writable, talk, [rangeOf('Trees do')]))
    expect(hints()).toEqual([['translation-stale', { language: 'zh-Hans' }]])
    expect(listPending(db, { language: 'zh' })).toMatchObject([{ state: 'stale' }])
    expect(listPending(db, { language: 'en' })).toEqual([])
  })

  it('is hinted at when its speaker has no name yet', () => {
    const { quote, consensus, hints } = aDebate()
    quote(consensus, 'Fungi are the network')
    expect(hints()).toEqual([['speaker-unnamed', { speaker: 'Speaker 2' }]])
  })

  it.each([
    [
      ['I would', 'say that they think'],
      ['elision-cuts-negation', { word: 'not', at: 1 }],
    ],
    [['Trees do talk.', 'They share carbon'], null],
    [
      ['Trees do talk', 'They leak'],
      ['elision-crosses-speakers', { from: 'Ada', to: 'Bob', at: 1 }],
    ],
    [
      ['They leak.', 'has shown more'],
      ['elision-cuts-negation', { word: 'Nobody', at: 1 }],
    ],
  ] as const)('of %j is hinted at: %j', (words, hint) => {
    const { quote, consensus, hints } = aDebate()
    quote(consensus, ...words)
    expect(hints()).toEqual(hint ? [hint] : [])
  })

  it('is hinted at when its translation leaves the glossary', () => {
    const { quote, consensus, hints, write, db } = aDebate('zh')
    const fungi = quote(consensus, 'We all agree that fungi matter')
    write((writable) => setTranslation(writable, fungi, { language: 'zh', text: '大家都同意菌类重要', state: 'done' }))
    const { id } = write((writable) =>
      setTerm(writable, { term: 'fungi', language: 'zh', translation: '真菌', note: '' }),
    )
    expect(hints()).toEqual([['glossary-departure', { term: 'fungi', expected: '真菌', count: 1 }]])
    write((writable) => setTerm(writable, { id, term: 'fungi', language: 'zh', translation: '菌类', note: 'so said' }))
    expect(hints()).toEqual([])
    expect(() =>
      write((writable) => setTerm(writable, { term: 'fungi ', language: 'zh', translation: null, note: '' })),
    ).toThrow('The glossary has fungi for this language already')
    write((writable) => deleteTerm(writable, id))
    expect(listTerms(db)).toEqual([])
    undoAction(db)
    expect(listTerms(db)).toMatchObject([{ term: 'fungi', translation: '菌类', note: 'so said' }])
  })
})

describe('a hint that was dismissed', () => {
  it('stays so until what it is about changes, and undo brings it back', () => {
    const { db, review, quote, consensus, write, hints } = aDebate('zh')
    const talk = quote(consensus, 'Trees do talk')
    quote(consensus, 'They leak')
    const told = () => listHints(db, review).map(({ dismissed, passage }) => [passage === talk, dismissed])
    const [{ key }] = listHints(db, review) as [Hint]
    write((writable) => dismissHint(writable, review, key, true))
    expect(told()).toEqual([
      [true, true],
      [false, false],
    ])
    undoAction(db)
    expect(told().flat()).not.toContain(undefined)
    expect(told()[0]).toEqual([true, false])
    redoAction(db)
    expect(told()[0]).toEqual([true, true])
    write((writable) => setTranslation(writable, talk, { language: 'zh', text: '树会说话', state: 'done' }))
    expect(hints()).toEqual([['quote-untranslated', { language: 'zh' }]])
    undoAction(db)
    write((writable) => dismissHint(writable, review, key, false))
    expect(told()[0]).toEqual([true, false])
  })

  it('of a camp stays so when the camp gets another name, and is told again of another speaker', () => {
    const { db, review, quote, a, write } = aDebate()
    const one = quote(a, 'Trees do talk')
    quote(a, 'They share carbon')
    const oneSpeaker = () => listHints(db, review).find(({ code }) => code === 'camp-one-speaker')
    const key = oneSpeaker()!.key
    write((writable) => dismissHint(writable, review, key, true))
    write((writable) => updateSection(writable, a, { camp: { label: 'Talkers', thesis: '', holder: '', colour: 1 } }))
    expect(oneSpeaker()).toMatchObject({ dismissed: true, params: { camp: 'Talkers', speaker: 'Ada' } })
    const { speakerId } = getPassage(db, one)
    write((writable) =>
      updateSource(writable, getPassage(db, one).sourceId, {
        speakers: [{ id: speakerId!, name: 'Ada Lund', affiliation: null }],
      }),
    )
    expect(oneSpeaker()).toMatchObject({ dismissed: false })
    write((writable) => deleteReview(writable, review))
    undoAction(db)
    expect(listDismissedHints(db, review)).toEqual(new Set([key]))
  })
})

describe('my view', () => {
  it('is printed with its confidence in words and links to what holds it up', () => {
    const { db, review, write, quote, a, b } = aDebate()
    const talk = quote(a, 'Trees do talk')
    const leak = quote(b, 'They leak')
    const section = write((writable) => {
      const id = insertSection(writable, {
        reviewId: review,
        parentId: null,
        index: 9,
        kind: 'my-view',
        heading: null,
        camp: null,
      })
      setView(writable, id, { judgement: 'They *share*.', confidence: 2, strongest: [talk], weakest: [leak, talk] })
      return id
    })
    expect(renderReview(db, review).markdown).toContain(`## My view

**Judgement**: They *share*.

**Confidence**: low

**Strongest support**: ["Trees do talk" (Ada)](#q-${talk})

**Weakest support**: ["They leak" (Bob)](#q-${leak}); ["Trees do talk" (Ada)](#q-${talk})
`)
    expect(renderAs(db, { id: review, format: 'html', strict: false }).content).toContain(`<a href="#q-${talk}"`)
    const before = getReview(db, review)
    write((writable) => deletePassages(writable, [leak]))
    expect(getReview(db, review).sections.find(({ id }) => id === section)?.view?.weakest).toEqual([talk])
    undoAction(db)
    expect(getReview(db, review)).toEqual(before)
    write((writable) => deleteReview(writable, review))
    undoAction(db)
    expect(getReview(db, review)).toEqual(before)
    expect(db.integrityProblems()).toEqual([])
  })

  it('goes into a bundle with the glossary, and comes back', () => {
    const { db, review, write, quote, a } = aDebate()
    const talk = quote(a, 'Trees do talk')
    write((writable) => {
      setView(writable, a, { judgement: 'So.', confidence: null, strongest: [talk], weakest: [] })
      setTerm(writable, { term: 'tree', language: 'zh', translation: null, note: '' })
    })
    const bundle = parseBundle(JSON.parse(renderProject(db, 'bundle') as string))
    expect(applyBundle(db, bundle, { partial: false }).problems).toEqual([])
    write((writable) => deleteReview(writable, review))
    write((writable) => deleteTerm(writable, listTerms(db)[0]!.id))
    expect(applyBundle(db, bundle, { partial: false }).problems).toEqual([])
    expect(getReview(db, review).sections[1]).toMatchObject({
      view: { judgement: 'So.', confidence: null, strongest: [talk], weakest: [] },
    })
    expect(listTerms(db)).toMatchObject([{ term: 'tree', language: 'zh', translation: null }])
  })
})
