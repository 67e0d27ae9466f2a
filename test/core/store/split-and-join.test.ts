import { describe, expect, it } from 'vitest'
import type { PassageId, SourceId } from '../../../shared/domain/ids'
import { act, undoAction } from '../../../electron/core/store/act'
import { insertProse, insertQuote } from '../../../electron/core/store/blocks'
import type { ProjectDatabase } from '../../../electron/core/store/database'
import {
  getPassage,
  insertPassage,
  listPassages,
  putIntoCamp,
  setTranslation,
  updatePassage,
} from '../../../electron/core/store/passages'
import { insertRelation, listRelations } from '../../../electron/core/store/relations'
import { getReview } from '../../../electron/core/store/reviews'
import { joinPassages, splitPassage } from '../../../electron/core/store/split-and-join'
import { listSources } from '../../../electron/core/store/sources'
import { startReview } from '../../../electron/core/start-review'
import { temporaryProject, withSource } from '../temporary-project'

const BUS = 'The last bus leaves at eleven.'
const DARK = 'Forty people walk home in the dark.'
const EMPTY = 'An empty bus helps nobody.'
const TEXT = `${BUS} ${DARK}\n\n${EMPTY}`

/** A hearing of two turns, and a review whose camp A quotes the passages that `quote` is called with. */
function aHearing() {
  const db = temporaryProject()
  const source = withSource(db, 'hearing.txt', [`Tomas: ${BUS} ${DARK}`, `Vera: ${EMPTY}`])
  const reviewId = act(db, 'review.create', (w) =>
    startReview(w, { title: 'Night bus', language: 'en', starter: true }),
  )
  const camps = () => getReview(db, reviewId).sections.filter(({ kind }) => kind === 'camp')
  const [a, b] = camps().map(({ id }) => id)
  return {
    db,
    source,
    a: a!,
    b: b!,
    speaker: (name: string) => listSources(db)[0]!.speakers.find((each) => each.name === name)!.id,
    quotes: () =>
      camps()[0]!.blocks.map((block) =>
        block.kind === 'quote' ? getPassage(db, block.passageId).text : block.markdown,
      ),
  }
}

function mark(db: ProjectDatabase, sourceId: SourceId, ...quotes: readonly string[]): PassageId {
  const ranges = quotes.map((quote) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length }))
  return act(db, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges }))
}

describe('a passage that is split', () => {
  it('becomes two with its camps, tags and note, and its translation in both, stale', () => {
    const { db, source, a, b } = aHearing()
    const id = mark(db, source, `${BUS} ${DARK}`)
    act(db, 'passage.update', (w) => {
      updatePassage(w, id, { note: 'ask for counts', tags: ['night', 'cost'], attributed: false })
      putIntoCamp(w, id, b)
      putIntoCamp(w, id, a)
      setTranslation(w, id, { language: 'zh', text: '末班车十一点走', state: 'done' })
    })
    const before = getPassage(db, id)
    const [first, second] = act(db, 'passage.split', (w) => splitPassage(w, id, BUS.length))
    expect(first).toBe(id)
    const kept = { note: 'ask for counts', tags: ['night', 'cost'], attributed: false, camps: [b, a] }
    const translations = [{ language: 'zh', text: '末班车十一点走', state: 'stale' }]
    expect(getPassage(db, first)).toMatchObject({ ...kept, text: BUS, translations })
    expect(getPassage(db, second)).toMatchObject({ ...kept, text: DARK, translations })
    undoAction(db)
    expect(listPassages(db)).toEqual([before])
  })

  it('is quoted as two, one after the other, where it was quoted, and both stand in its relations', () => {
    const { db, source, a, quotes } = aHearing()
    const id = mark(db, source, `${BUS} ${DARK}`)
    const other = mark(db, source, EMPTY)
    act(db, 'block.placeQuote', (w) => {
      insertQuote(w, a, 0, id, 'He says:')
      insertProse(w, a, 1, 'And then')
      insertQuote(w, a, 2, id, '')
      insertRelation(w, other, id, 'contradicts')
    })
    const [, second] = act(db, 'passage.split', (w) => splitPassage(w, id, BUS.length + 1))
    expect(quotes()).toEqual([BUS, DARK, 'And then', BUS, DARK])
    expect(listRelations(db).map(({ from, to }) => [from, to])).toEqual(
      expect.arrayContaining([
        [other, id],
        [other, second],
      ]),
    )
  })

  it('gives each half the one who says it, unless somebody else was chosen', () => {
    const { db, source, speaker } = aHearing()
    const across = mark(db, source, DARK, EMPTY)
    const [, second] = act(db, 'passage.split', (w) => splitPassage(w, across, TEXT.indexOf(EMPTY)))
    expect([across, second].map((id) => getPassage(db, id).speakerId)).toEqual([speaker('Tomas'), speaker('Vera')])
    const chosen = mark(db, source, DARK, EMPTY)
    act(db, 'passage.update', (w) => updatePassage(w, chosen, { speakerId: speaker('Vera') }))
    const [, half] = act(db, 'passage.split', (w) => splitPassage(w, chosen, TEXT.indexOf(EMPTY)))
    expect([chosen, half].map((id) => getPassage(db, id).speakerId)).toEqual([speaker('Vera'), speaker('Vera')])
  })

  it('stays whole when one side would be empty', () => {
    const { db, source } = aHearing()
    const id = mark(db, source, BUS)
    const split = (at: number) => () => act(db, 'passage.split', (w) => splitPassage(w, id, at))
    expect(split(0)).toThrow(expect.objectContaining({ code: 'span-invalid' }))
    expect(split(BUS.length)).toThrow(expect.objectContaining({ code: 'span-invalid' }))
    expect(getPassage(db, id).text).toBe(BUS)
  })
})

describe('passages that are joined', () => {
  it('become one under the first name: spans in text order, overlapping ones united, everything else of both', () => {
    const { db, source, a, b, speaker } = aHearing()
    const late = mark(db, source, EMPTY)
    const early = mark(db, source, BUS, 'home in the dark.')
    const overlap = mark(db, source, 'leaves at eleven. Forty people')
    act(db, 'passage.update', (w) => {
      updatePassage(w, late, { note: 'later', tags: ['x', 'y'] })
      updatePassage(w, early, { note: 'earlier', tags: ['y', 'z'] })
      putIntoCamp(w, late, a)
      putIntoCamp(w, early, b)
      setTranslation(w, late, { language: 'zh', text: '空车没用', state: 'done' })
      setTranslation(w, early, { language: 'zh', text: '末班车', state: 'done' })
      setTranslation(w, early, { language: 'es', text: 'El último', state: 'draft' })
    })
    const before = listPassages(db)
    const id = act(db, 'passage.join', (w) => joinPassages(w, [late, early, overlap]))
    expect(id).toBe(late)
    expect(listPassages(db)).toEqual([
      expect.objectContaining({
        id: late,
        text: `${BUS} Forty people … home in the dark. … ${EMPTY}`,
        speakerId: speaker('Tomas'),
        note: 'earlier\n\nlater',
        tags: ['x', 'y', 'z'],
        camps: [a, b],
        translations: [
          { language: 'es', text: 'El último', state: 'stale' },
          { language: 'zh', text: '末班车 … 空车没用', state: 'stale' },
        ],
      }),
    ])
    undoAction(db)
    expect(listPassages(db)).toEqual(before)
  })

  it('keep the translation of the one that already held all of the text', () => {
    const { db, source } = aHearing()
    const whole = mark(db, source, `${BUS} ${DARK}`)
    const part = mark(db, source, BUS)
    act(db, 'passage.translate', (w) => setTranslation(w, whole, { language: 'zh', text: '整句', state: 'done' }))
    act(db, 'passage.join', (w) => joinPassages(w, [part, whole]))
    expect(getPassage(db, part)).toMatchObject({
      text: `${BUS} ${DARK}`,
      translations: [{ language: 'zh', text: '整句', state: 'done' }],
    })
  })

  it('are quoted once in a section, but for quotes with a lead-in; relations between them end', () => {
    const { db, source, a, b, quotes } = aHearing()
    const [bus, dark, empty] = [mark(db, source, BUS), mark(db, source, DARK), mark(db, source, EMPTY)]
    act(db, 'block.placeQuote', (w) => {
      insertQuote(w, a, 0, bus, '')
      insertQuote(w, a, 1, dark, '')
      insertQuote(w, a, 2, dark, 'And again:')
      insertQuote(w, b, 0, dark, '')
      insertRelation(w, bus, dark, 'supports')
      insertRelation(w, empty, dark, 'contradicts')
      insertRelation(w, empty, bus, 'contradicts')
    })
    act(db, 'passage.join', (w) => joinPassages(w, [bus, dark]))
    expect(quotes()).toEqual([`${BUS} … ${DARK}`, `${BUS} … ${DARK}`])
    expect(listRelations(db)).toEqual([expect.objectContaining({ from: empty, to: bus, kind: 'contradicts' })])
  })

  it('must be two of one source', () => {
    const { db, source } = aHearing()
    const other = withSource(db, 'other.txt', [`Ada: ${TEXT}`])
    const [here, there] = [mark(db, source, BUS), mark(db, other, BUS)]
    const refused = expect.objectContaining({ code: 'invalid-input' })
    expect(() => act(db, 'passage.join', (w) => joinPassages(w, [here, there]))).toThrow(refused)
    expect(() => act(db, 'passage.join', (w) => joinPassages(w, [here, here]))).toThrow(refused)
    expect(listPassages(db)).toHaveLength(2)
  })
})
