import { readFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportReview } from '../../../electron/core/export/export-review'
import {
  addChange,
  compareRevisions,
  proposeChange,
  renderRevision,
} from '../../../electron/core/export/living-document'
import { act, undoAction } from '../../../electron/core/store/act'
import { insertProse, insertQuote, moveBlock, updateBlock } from '../../../electron/core/store/blocks'
import type { ProjectDatabase } from '../../../electron/core/store/database'
import { deletePassages, insertPassage, setTranslation } from '../../../electron/core/store/passages'
import { listReviewRevisions } from '../../../electron/core/store/review-revisions'
import { deleteReview, getReview, insertReview } from '../../../electron/core/store/reviews'
import { insertSection } from '../../../electron/core/store/sections'
import { today } from '../../../electron/core/today'
import type { ReviewId } from '../../../shared/domain/ids'
import type { ReviewRevision } from '../../../shared/domain/review'
import type { UiLanguage } from '../../../shared/domain/language'
import { renderReview } from '../../../electron/core/export/export-review'
import { temporaryProject, withSource } from '../temporary-project'

/** A review with camps A and B and a quote in A, of a talk with three things said. */
function aDebate(language: UiLanguage = 'en') {
  const db = temporaryProject()
  const source = withSource(db, 'forest.txt', ['Ada: Trees talk.', 'Bob: They do not.', 'Ada: They *share*.'])
  return act(db, 'test', (writable) => {
    const review = insertReview(writable, { title: 'Trees', language })
    const section = (label: string, index: number) =>
      insertSection(writable, {
        reviewId: review,
        parentId: null,
        index,
        kind: 'camp',
        heading: null,
        camp: { label, thesis: '', holder: '', colour: index + 1 },
      })
    const [a, b] = [section('A', 0), section('B', 1)]
    const [talk, not, share] = [
      { start: 0, end: 11 },
      { start: 13, end: 25 },
      { start: 27, end: 40 },
    ].map((range) => insertPassage(writable, { sourceId: source, ranges: [range] }))
    const prose = insertProse(writable, a, 0, 'They say so.')
    const quote = insertQuote(writable, a, 1, talk!, '')
    return { db, review, a, b, talk: talk!, not: not!, share: share!, prose, quote }
  })
}

function exported(db: ProjectDatabase, id: ReviewId): void {
  exportReview(db, { id, format: 'md', path: join(dirname(db.path), 'out.md'), strict: false })
}

describe('the exports of a review', () => {
  it('are kept, each with its page, also when the review is deleted and comes back', () => {
    const { db, review, prose } = aDebate()
    exported(db, review)
    const before = renderReview(db, review).markdown
    act(db, 'block.update', (writable) => updateBlock(writable, prose, 'They say so, loudly.'))
    exported(db, review)
    exported(db, review)
    const revisions = listReviewRevisions(db, review)
    expect(revisions.map(({ number, format }) => [number, format])).toEqual([
      [3, 'md'],
      [2, 'md'],
      [1, 'md'],
    ])
    expect(renderRevision(db, review, revisions[2]!.id)).toBe(before)
    expect(db.find('SELECT count(*) AS pages FROM review_snapshot')).toEqual({ pages: 2 })
    act(db, 'review.delete', (writable) => deleteReview(writable, review))
    expect(undoAction(db)).toBe('review.delete')
    expect(listReviewRevisions(db, review)).toEqual(revisions)
    expect(db.integrityProblems()).toEqual([])
  })

  it.each([
    ['md', { obsidian: true, frontMatter: true, originalsOnly: true }],
    ['html', { ground: 'dark', template: { format: 'verbatim-template', version: 1, labels: { camp: 'Side' } } }],
    ['docx', {}],
  ] as const)('go out again as they did then, with what was chosen for them: %s', (format, options) => {
    const { db, review, a, b, prose, quote } = aDebate()
    const [first, again] = ['first', 'again'].map((name) => join(dirname(db.path), name)) as [string, string]
    exportReview(db, { id: review, format, path: first, strict: true, options })
    act(db, 'change', (writable) => {
      updateBlock(writable, prose, 'They say it.')
      moveBlock(writable, quote, b, 0)
      insertProse(writable, a, 0, 'New.')
    })
    const [{ id: revision, ...kept }] = listReviewRevisions(db, review) as [ReviewRevision]
    expect(kept.options).toEqual(options)
    exportReview(db, { id: review, format, path: again, strict: true, options: kept.options, revision })
    expect(readFileSync(again).equals(readFileSync(first))).toBe(true)
    expect(listReviewRevisions(db, review)).toHaveLength(1)
  })

  it('go out again as pages only', () => {
    const { db, review } = aDebate()
    exported(db, review)
    const [{ id: revision }] = listReviewRevisions(db, review) as [ReviewRevision]
    const path = join(dirname(db.path), 'out.csv')
    expect(() => exportReview(db, { id: review, format: 'csv', path, strict: false, revision })).toThrow('csv')
  })

  it('are no step of undo', () => {
    const { db, review, prose } = aDebate()
    act(db, 'block.update', (writable) => updateBlock(writable, prose, 'Now'))
    exported(db, review)
    expect(undoAction(db)).toBe('block.update')
    expect(listReviewRevisions(db, review)).toHaveLength(1)
  })

  it('can be compared with each other and with the review as it is', () => {
    const { db, review, a, b, talk, not, share, prose, quote } = aDebate()
    exported(db, review)
    const [first] = listReviewRevisions(db, review)
    act(db, 'change', (writable) => {
      moveBlock(writable, quote, b, 0)
      setTranslation(writable, talk, { language: 'en', text: 'They speak.', state: 'done' })
      insertQuote(writable, b, 1, not, '')
      insertQuote(writable, a, 1, share, 'And then:')
      updateBlock(writable, prose, 'They say it.')
    })
    exported(db, review)
    const [second] = listReviewRevisions(db, review)
    const comparison = compareRevisions(db, { id: review, from: first!.id, to: second!.id })
    expect(comparison).toEqual(compareRevisions(db, { id: review, from: first!.id, to: null }))
    expect(comparison).toEqual({
      title: null,
      quotes: {
        added: [
          { passage: share, text: 'They *share*.', speaker: 'Ada', sections: ['Camp A'] },
          { passage: not, text: 'They do not.', speaker: 'Bob', sections: ['Camp B'] },
        ],
        removed: [],
        changed: [
          {
            passage: talk,
            text: 'Trees talk.',
            speaker: 'Ada',
            sections: ['Camp B'],
            reworded: null,
            retranslated: { from: null, to: 'They speak.' },
            movedFrom: ['Camp A'],
          },
        ],
      },
      sections: {
        added: [],
        removed: [],
        rewritten: [{ id: a, heading: 'Camp A', headingBefore: null, diff: expect.any(Array) }],
      },
    })
    const diff = comparison.sections.rewritten.flatMap((section) => section.diff)
    expect(
      diff
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe('They say so.')
    expect(
      diff
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe('They say it.\n\nAnd then:')
  })
})

describe('the change log', () => {
  it('is proposed an entry of what changed since the last export', () => {
    const { db, review, a, b, talk, not, share, prose, quote } = aDebate()
    expect(proposeChange(db, review)).toEqual({ since: null, markdown: '', comparison: null })
    exported(db, review)
    expect(proposeChange(db, review)).toMatchObject({ since: { number: 1 }, markdown: '' })
    act(db, 'change', (writable) => {
      moveBlock(writable, quote, b, 0)
      setTranslation(writable, talk, { language: 'en', text: 'They speak.', state: 'done' })
      insertQuote(writable, b, 1, not, '')
      insertQuote(writable, a, 1, share, '')
      updateBlock(writable, prose, 'They say it.')
    })
    expect(proposeChange(db, review).markdown).toBe(`**${today()}**

- 2 quotes added: “They \\*share\\*.” (Ada) in Camp A; “They do not.” (Bob) in Camp B
- 1 translation changed: “Trees talk.” (Ada)
- 1 quote moved: “Trees talk.” (Ada) from Camp A to Camp B
- Rewritten: Camp A`)
    exported(db, review)
    act(db, 'passage.delete', (writable) => deletePassages(writable, [not]))
    expect(proposeChange(db, review).markdown).toBe(`**${today()}**\n\n- 1 quote removed: “They do not.” (Bob)`)
  })

  it('is written in the language of the review', () => {
    const { db, review, b, not } = aDebate('zh')
    exported(db, review)
    act(db, 'block.placeQuote', (writable) => insertQuote(writable, b, 0, not, ''))
    expect(proposeChange(db, review).markdown).toBe(
      `**${today()}**\n\n- 新增 1 条引文：「They do not.」（Bob），在「阵营 B」`,
    )
  })

  it('takes the entry as its author left it, at its head, as one action', () => {
    const { db, review } = aDebate()
    act(db, 'review.addChange', (writable) => addChange(writable, review, '**June**\n\n- Begun.'))
    act(db, 'review.addChange', (writable) => addChange(writable, review, '**July**\n\n- Gone on.'))
    expect(renderReview(db, review).markdown).toContain(
      '## Change log\n\n**July**\n\n- Gone on.\n\n**June**\n\n- Begun.\n\n## Camp A',
    )
    exported(db, review)
    expect(proposeChange(db, review).markdown).toBe('')
    undoAction(db)
    expect(undoAction(db)).toBe('review.addChange')
    expect(getReview(db, review).sections.map(({ kind }) => kind)).toEqual(['camp', 'camp'])
  })
})
