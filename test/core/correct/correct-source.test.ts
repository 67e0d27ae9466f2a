import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctSource, restoreRevision } from '../../../electron/core/correct/correct-source'
import { act, redoAction, undoAction } from '../../../electron/core/store/act'
import { findDraft, keepDraft } from '../../../electron/core/store/correction-drafts'
import type { ProjectDatabase } from '../../../electron/core/store/database'
import { getPassage, insertPassage, listPassages, setTranslation } from '../../../electron/core/store/passages'
import { listRevisions, readRevision } from '../../../electron/core/store/revisions'
import { getSource, insertSource, listTurns } from '../../../electron/core/store/sources'
import { getImportedFile, getRevisionId, getText, listCues } from '../../../electron/core/store/transcripts'
import { verifyProject } from '../../../electron/core/verify/verify-project'
import { applyEdits } from '../../../shared/anchoring/edits'
import type { TextEdit } from '../../../shared/domain/correction'
import type { SourceId } from '../../../shared/domain/ids'
import { AppError } from '../../../shared/errors'
import { aSource } from '../../builders'
import { searchProject } from '../search/search-project'
import { temporaryProject } from '../temporary-project'

/** The edit that puts one text in the place of another, where that stands first. */
function change(db: ProjectDatabase, id: SourceId, from: string, to: string): TextEdit {
  const start = getText(db, id).indexOf(from)
  expect(start).toBeGreaterThan(-1)
  return { start, end: start + from.length, text: to }
}

function correct(db: ProjectDatabase, id: SourceId, ...edits: TextEdit[]) {
  return act(db, 'source.correct', (w) => correctSource(w, id, getRevisionId(w, id), edits))
}

function mark(db: ProjectDatabase, id: SourceId, ...quotes: string[]) {
  const text = getText(db, id)
  const ranges = quotes.map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
  return act(db, 'passage.mark', (w) => insertPassage(w, { sourceId: id, ranges }))
}

describe('a correction', () => {
  it('gives the source another text, with its turns, words and search; the old one and the file stay', () => {
    const db = temporaryProject()
    const id = aSource(db, [
      ['Ada', 'The engin weaves patterns.'],
      ['Bob', 'I am not so sure.'],
    ])
    const first = getRevisionId(db, id)
    const file = getImportedFile(db, id)
    const report = correct(db, id, change(db, id, 'engin', 'analytical engine'), change(db, id, ' so', ''))
    expect(report).toMatchObject({ edits: 2, passages: [], staleTranslations: 0 })
    expect(getText(db, id)).toBe('The analytical engine weaves patterns.\n\nI am not sure.')
    expect(listTurns(db, id).map(({ start, end }) => getText(db, id).slice(start, end))).toEqual([
      'The analytical engine weaves patterns.',
      'I am not sure.',
    ])
    expect(getSource(db, id)).toMatchObject({ words: 9, turns: 2, sha256: file && getSource(db, id).sha256 })
    expect(searchProject(db, 'analytical').total).toBe(1)
    expect(listRevisions(db, id)).toMatchObject([
      { id: report.revision, kind: 'correction', edits: 2, words: 9 },
      { id: first, kind: 'import', edits: null, words: 9 },
    ])
    const old = readRevision(db, id, first)
    expect(old.text).toBe('The engin weaves patterns.\n\nI am not so sure.')
    expect(applyEdits(old.text, old.changes!)).toBe(getText(db, id))
    expect(getImportedFile(db, id)).toEqual(file)
  })

  it('carries passages: unchanged, moved, altered with their translations stale, and lost ones kept', () => {
    const db = temporaryProject()
    const id = aSource(db, [['Ada', 'The engine weaves patterms. It does not think. It never did.']])
    const still = mark(db, id, 'The engine')
    const altered = mark(db, id, 'weaves patterms')
    const lost = mark(db, id, 'does not think')
    const moved = mark(db, id, 'never did')
    act(db, 'passage.translate', (w) => {
      for (const passage of [altered, moved])
        setTranslation(w, passage, { language: 'zh', text: '编织图案', state: 'done' })
    })
    const report = correct(db, id, change(db, id, 'patterms', 'patterns'), change(db, id, ' It does not think.', ''))
    expect(report.staleTranslations).toBe(1)
    expect(report.passages).toEqual([
      {
        passageId: lost,
        text: 'does not think',
        spans: [{ outcome: 'lost', quote: 'does not think', found: null }],
      },
      {
        passageId: altered,
        text: 'weaves patterms',
        spans: [{ outcome: 'altered', quote: 'weaves patterms', found: 'weaves patterns' }],
      },
      { passageId: moved, text: 'never did', spans: [{ outcome: 'moved', quote: 'never did', found: null }] },
      { passageId: still, text: 'The engine', spans: [{ outcome: 'exact', quote: 'The engine', found: null }] },
    ])
    expect(getPassage(db, altered)).toMatchObject({
      text: 'weaves patterns',
      spans: [{ start: 11, end: 26, prefix: 'The engine ', suffix: '. It never did.' }],
      translations: [{ state: 'stale' }],
    })
    expect(getPassage(db, moved).translations).toMatchObject([{ state: 'done' }])
    const verified = new Map(verifyProject(db, {}).quotes.map(({ id: passage, status }) => [passage, status]))
    expect(Object.fromEntries(verified)).toEqual({
      [still]: 'exact',
      [altered]: 'exact',
      [moved]: 'exact',
      [lost]: 'missing',
    })
  })

  it('finds a lost passage again when its words come back', () => {
    const db = temporaryProject()
    const id = aSource(db, [['Ada', 'The engine weaves patterns. It does not think.']])
    const passage = mark(db, id, 'does not think')
    correct(db, id, change(db, id, ' It does not think.', ''))
    correct(db, id, change(db, id, 'The', 'Well, the'))
    expect(getPassage(db, passage).text).toBe('does not think')
    const { passages } = correct(db, id, change(db, id, 'patterns', 'patterns; it does not think, but'))
    expect(passages).toMatchObject([{ spans: [{ outcome: 'moved' }] }])
    const [span] = getPassage(db, passage).spans
    expect(getText(db, id).slice(span!.start, span!.end)).toBe('does not think')
  })

  it('keeps times with their cues', () => {
    const db = temporaryProject()
    const text = 'We traced it. Both ways.\n\nNobody knew.'
    const cue = (start: number, end: number, time: number) => ({ start, end, startTime: time, endTime: time + 1 })
    const id = act(db, 'source.import', (w) =>
      insertSource(w, {
        title: 'Talk',
        language: 'en',
        date: null,
        tier: 'core',
        media: null,
        speakers: [],
        transcript: {
          text,
          format: 'srt',
          encoding: 'utf-8',
          words: 7,
          turns: [
            { start: 0, end: 24, speaker: 'Ada', startTime: 1, endTime: 3 },
            { start: 26, end: 38, speaker: 'Bob', startTime: 3, endTime: 4 },
          ],
          cues: [cue(0, 13, 1), cue(14, 24, 2), cue(26, 38, 3)],
          notes: [],
          chosen: { format: null, encoding: null },
          file: { name: 'talk.srt', sha256: 'x', bytes: new Uint8Array([1]) },
        },
      }),
    )
    correct(db, id, change(db, id, 'it.', 'the carbon.'), change(db, id, 'Both', 'It went both'))
    const said = (part: { start: number; end: number }) => getText(db, id).slice(part.start, part.end)
    expect(listCues(db, id).map((each) => [each.startTime, said(each)])).toEqual([
      [1, 'We traced the carbon.'],
      [2, 'It went both ways.'],
      [3, 'Nobody knew.'],
    ])
    expect(listTurns(db, id).map(said)).toEqual(['We traced the carbon. It went both ways.', 'Nobody knew.'])
  })

  it.each<[string, string, string, string]>([
    ['that puts in a line break', 'engine', 'en\ngine', 'correction-invalid'],
    ['that puts in another line break', 'engine', 'en\u2028gine', 'correction-invalid'],
    ['that puts in NUL', 'engine', 'en\0gine', 'correction-invalid'],
    ['that puts in half a character', 'engine', 'en\ud83d', 'correction-invalid'],
    ['that cuts a character', '\ude00', '', 'correction-invalid'],
    ['that joins two turns', 'think.\n\nI am', 'think. I am', 'correction-invalid'],
    ['that changes nothing', 'engine', 'engine', 'correction-invalid'],
  ])('%s is refused and changes nothing', (_, from, to, code) => {
    const db = temporaryProject()
    const id = aSource(db, [
      ['Ada', 'The engine 😀 does not think.'],
      ['Bob', 'I am not so sure.'],
    ])
    const before = getText(db, id)
    expect(() => correct(db, id, change(db, id, from, to))).toThrow(expect.objectContaining({ code }))
    expect(getText(db, id)).toBe(before)
    expect(listRevisions(db, id)).toHaveLength(1)
  })

  it('that leaves no text, or is made of a text that is no longer the current one, is refused', () => {
    const db = temporaryProject()
    const id = aSource(db, [['Ada', 'Yes.']])
    expect(() => correct(db, id, change(db, id, 'Yes.', ''))).toThrow(/no text would be left/)
    const first = getRevisionId(db, id)
    correct(db, id, change(db, id, 'Yes', 'No'))
    const again = () =>
      act(db, 'source.correct', (w) => correctSource(w, id, first, [{ start: 0, end: 3, text: 'So' }]))
    expect(again).toThrow(expect.objectContaining({ code: 'revision-changed' }))
  })

  it('forgets the draft that it was made from; another source’s stays', () => {
    const db = temporaryProject()
    const [id, other] = [aSource(db), aSource(db, [['Eve', 'Perhaps.']], { title: 'Other' })]
    const edits = [{ start: 0, end: 3, text: 'An' }]
    db.transaction((w) => {
      keepDraft(w, id, getRevisionId(w, id), edits)
      keepDraft(w, other, getRevisionId(w, other), edits)
    })
    expect(findDraft(db, id)).toMatchObject({ edits, baseRevision: getRevisionId(db, id) })
    correct(db, id, ...edits)
    expect(findDraft(db, id)).toBe(null)
    expect(findDraft(db, other)).toMatchObject({ edits })
    db.transaction((w) => keepDraft(w, other, getRevisionId(w, other), []))
    expect(findDraft(db, other)).toBe(null)
  })
})

describe('an older revision', () => {
  it('restored is a new one, with passages back where they were', () => {
    const db = temporaryProject()
    const id = aSource(db)
    const first = getRevisionId(db, id)
    const original = getText(db, id)
    const passages = [mark(db, id, 'weaves patterns'), mark(db, id, 'does not think'), mark(db, id, 'not so sure')]
    const before = passages.map((passage) => getPassage(db, passage).spans)
    correct(db, id, change(db, id, 'patterns', 'a pattern'))
    correct(db, id, change(db, id, ' It does not think', ''), change(db, id, 'sure', 'certain'))
    const report = act(db, 'source.restoreRevision', (w) => restoreRevision(w, id, getRevisionId(w, id), first))
    expect(getText(db, id)).toBe(original)
    expect(report.passages.map(({ spans }) => spans[0]?.outcome)).toEqual(['altered', 'altered', 'moved'])
    expect(passages.map((passage) => getPassage(db, passage).spans)).toEqual(before)
    expect(listRevisions(db, id).map(({ kind }) => kind)).toEqual(['restore', 'correction', 'correction', 'import'])
  })

  it('of another source is not found', () => {
    const db = temporaryProject()
    const [id, other] = [aSource(db), aSource(db, [['Eve', 'Perhaps.']], { title: 'Other' })]
    expect(() => readRevision(db, id, getRevisionId(db, other))).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

/** False where the correction is refused as one that cannot be stored. */
function isStored(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'correction-invalid') return false
    throw error
  }
}

/** Whether words stand in a text as they are: not as the beginning or the end of a longer one. */
function holdsWords(text: string, words: string): boolean {
  const before = /^[a-z]/i.test(words) ? '(?<![a-z])' : ''
  const after = /[a-z]$/i.test(words) ? '(?![a-z])' : ''
  return new RegExp(before + words.replace(/[.?;]/g, String.raw`\$&`) + after, 'i').test(text)
}

it('any corrections can be undone one by one and redone, with every passage as it was', () => {
  const words = fc.constantFrom('', 'a', 'tree ', '树', '😀', 'e\u0301', ', and so on')
  const editing = fc.record({ at: fc.nat(200), length: fc.nat(30), text: words })
  fc.assert(
    fc.property(
      fc.array(fc.array(editing, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      (steps) => {
        const db = temporaryProject()
        const id = aSource(db, [
          ['Ada', 'The engine 😀 weaves patterns. It does not think.'],
          ['Bob', 'I am not so sure; 树会说话. Are you?'],
        ])
        for (const quote of ['weaves patterns', 'not so sure', '😀', '树会说话', 'It does']) mark(db, id, quote)
        const state = () => ({ text: getText(db, id), passages: listPassages(db), source: getSource(db, id) })
        const standing = () =>
          new Set(
            listPassages(db)
              .filter(({ spans }) =>
                spans.every(({ start, end, quote }) => getText(db, id).slice(start, end) === quote),
              )
              .map((passage) => passage.id),
          )
        const states = [state()]
        for (const step of steps) {
          const text = getText(db, id)
          const edits = step
            .map(({ at, length, text: added }) => ({ start: at, end: at + length, text: added }))
            .sort((a, b) => a.start - b.start)
            .filter((edit, index, all) => edit.end <= text.length && edit.start > (all[index - 1]?.end ?? -1))
          const before = standing()
          let lost: readonly string[] = []
          const store = () => {
            const { passages } = correct(db, id, ...edits)
            lost = passages.filter(({ spans }) => spans[0]?.outcome === 'lost').map(({ passageId }) => passageId)
          }
          if (!isStored(store)) continue
          // What stood still stands or is told of as lost; what was lost is found again where its words are back.
          const after = standing()
          const silent = listPassages(db).filter(
            ({ id: passage, text: words }) =>
              !after.has(passage) &&
              (before.has(passage) ? !lost.includes(passage) : holdsWords(getText(db, id), words)),
          )
          expect(silent).toEqual([])
          expect(listTurns(db, id)).toHaveLength(2)
          states.push(state())
        }
        for (const before of states.slice(0, -1).reverse()) {
          undoAction(db)
          expect(state()).toEqual(before)
        }
        for (const after of states.slice(1)) {
          redoAction(db)
          expect(state()).toEqual(after)
        }
      },
    ),
    { numRuns: 25 },
  )
})
