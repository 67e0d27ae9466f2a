import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderAs } from '../../../electron/core/export/export-review'
import { planPage } from '../../../electron/core/round-trip/plan-page'
import { readPage } from '../../../electron/core/round-trip/read-page'
import { applyMarkdown, planMarkdown } from '../../../electron/core/round-trip/read-back'
import { settlePage } from '../../../electron/core/round-trip/settle-page'
import { act, undoAction } from '../../../electron/core/store/act'
import { insertProse, insertQuote } from '../../../electron/core/store/blocks'
import { getPassage, insertPassage, listPassages, setTranslation } from '../../../electron/core/store/passages'
import { getReview, insertReview } from '../../../electron/core/store/reviews'
import { getText } from '../../../electron/core/store/transcripts'
import { insertSection } from '../../../electron/core/store/sections'
import type { PassageId, SectionId } from '../../../shared/domain/ids'
import type { TextRange } from '../../../shared/domain/span'
import type { MarkdownChoice } from '../../../shared/domain/markdown-plan'
import { renderReview, type MarkdownOptions } from '../../../shared/markdown/render-review'
import { aDocument, aQuote, aSection } from '../../shared/markdown/documents'
import { someText } from '../../shared/markdown/some-text'
import { temporaryProject, withSource } from '../temporary-project'

/** A review with prose, a lead-in and quotes in two camps, and a passage that it does not quote. */
function aDebate() {
  const db = temporaryProject()
  const source = withSource(
    db,
    'forest.txt',
    [
      'Ada: Trees talk to each other through fungi.',
      'Bob: They do not talk at all, they leak.',
      'Ada: Nobody has shown it in the field.',
    ],
    'Forest Hour',
  )
  const text = getText(db, source)
  const [talk, leak, field] = [/Trees.*/, /They.*/, /Nobody.*/].map((words) => {
    const { 0: said, index } = words.exec(text)!
    return { start: index, end: index + said.length }
  }) as [TextRange, TextRange, TextRange]
  return act(db, 'test', (writable) => {
    const review = insertReview(writable, { title: 'Trees', language: 'en' })
    const camp = (label: string, index: number) =>
      insertSection(writable, {
        reviewId: review,
        parentId: null,
        index,
        kind: 'camp',
        heading: null,
        camp: { label, thesis: '', holder: '', colour: index + 1 },
      })
    const [a, b] = [camp('A', 0), camp('B', 1)]
    const passage = (range: TextRange) => insertPassage(writable, { sourceId: source, ranges: [range] })
    const said = { talk: passage(talk), leak: passage(leak) }
    setTranslation(writable, said.talk, { language: 'en', text: 'They speak.', state: 'done' })
    insertProse(writable, a, 0, 'First *one* thing.\n\nThen another, see [this](passage:' + said.leak + ').')
    insertQuote(writable, a, 1, said.talk, 'She says:')
    insertProse(writable, a, 2, 'So much for that.')
    insertQuote(writable, b, 0, said.leak, '')
    return { db, review, a, b, ...said, passage, field }
  })
}

type Debate = ReturnType<typeof aDebate>

function exported({ db, review }: Debate, options: MarkdownOptions = {}): string {
  return renderAs(db, {
    id: review,
    format: 'md',
    strict: false,
    options: { obsidian: options.obsidian, frontMatter: options.frontMatter },
  }).content as string
}

function readBack({ db, review }: Debate, markdown: string, choices: Record<string, MarkdownChoice> = {}): void {
  const { base } = planMarkdown(db, review, markdown)
  act(db, 'review.applyMarkdown', (writable) => applyMarkdown(writable, { id: review, markdown, base, choices }))
}

const blocksOf = ({ db, review }: Debate) =>
  getReview(db, review).sections.map(({ blocks }) =>
    blocks.map((block) =>
      block.kind === 'prose' ? block.markdown : `${block.leadIn}> ${getPassage(db, block.passageId).text}`,
    ),
  )

const nothing = { findPassage: () => null, findText: () => null }

describe('a page that nobody edited', () => {
  it('changes nothing and asks nothing, whatever its text is', () => {
    const quote = fc.record({ text: someText, translation: someText, attribution: someText, leadIn: someText })
    const options = fc.record({ obsidian: fc.boolean(), frontMatter: fc.boolean() })
    fc.assert(
      fc.property(fc.array(quote, { maxLength: 3 }), someText, someText, options, (quotes, prose, title, how) => {
        const document = aDocument({
          title,
          sections: [
            aSection({ id: 's1' as SectionId, heading: 'One', blocks: [{ kind: 'prose', markdown: prose }] }),
            aSection({
              id: 's2' as SectionId,
              heading: `Two ${title}`,
              blocks: quotes.map(({ text, translation, attribution, leadIn }, at) =>
                aQuote({
                  passage: `p${at}` as PassageId,
                  text: `${at} said: ${text}`,
                  translation: translation.trim() || null,
                  attribution: attribution.trim() ? `by ${attribution}` : null,
                  leadIn,
                }),
              ),
            }),
            aSection({ id: 's3' as SectionId, kind: 'sources', heading: null }),
          ],
          citedSources: [{ title: 'Forest Hour', date: null, speakers: [] }],
        })
        const page = readPage(renderReview(document, how))
        const plan = planPage(document, page, nothing)
        const { changes, decisions } = settlePage(document, plan, page.title, {})
        expect({ changes, decisions: decisions.map(({ code }) => code) }).toEqual({ changes: [], decisions: [] })
      }),
      { numRuns: 300 },
    )
  })

  it.each([{}, { obsidian: true, frontMatter: true }])('leaves the review as it is (%j)', (options) => {
    const debate = aDebate()
    const markdown = exported(debate, options)
    expect(planMarkdown(debate.db, debate.review, markdown)).toMatchObject({ found: 2, changes: [], decisions: [] })
    expect(planMarkdown(debate.db, debate.review, markdown.replaceAll('\n', '\r\n'))).toMatchObject({
      changes: [],
      decisions: [],
    })
    const before = getReview(debate.db, debate.review)
    readBack(debate, markdown)
    expect(getReview(debate.db, debate.review)).toEqual(before)
  })
})

describe('an edited page', () => {
  it('gives its prose, as one step of undo', () => {
    const debate = aDebate()
    const before = getReview(debate.db, debate.review)
    const markdown = exported(debate)
      .replace('# Trees', '# Trees and fungi')
      .replace('First *one* thing.', 'First **two** things.')
      .replace('She says:', 'She says it plainly:')
      .replace('So much for that.', '')
      .replace('## Camp B', '## Camp B, the sceptics\n\nA new paragraph.\n\n- and\n- a list')
    expect(planMarkdown(debate.db, debate.review, markdown)).toMatchObject({
      changes: [
        { code: 'title', after: 'Trees and fungi' },
        {
          code: 'prose-changed',
          section: 'Camp A',
          after: `First **two** things.\n\nThen another, see [this](passage:${debate.leak}).`,
        },
        { code: 'prose-changed', before: 'She says:', after: 'She says it plainly:' },
        { code: 'prose-removed', before: 'So much for that.' },
        { code: 'heading', before: 'Camp B', after: 'Camp B, the sceptics' },
        { code: 'prose-added', after: 'A new paragraph.\n\n- and\n- a list' },
      ],
      decisions: [],
    })
    readBack(debate, markdown)
    expect(blocksOf(debate)).toEqual([
      [
        `First **two** things.\n\nThen another, see [this](passage:${debate.leak}).`,
        'She says it plainly:> Trees talk to each other through fungi.',
      ],
      ['A new paragraph.\n\n- and\n- a list', '> They do not talk at all, they leak.'],
    ])
    expect(getReview(debate.db, debate.review)).toMatchObject({
      title: 'Trees and fungi',
      sections: [{ heading: null }, { heading: 'Camp B, the sceptics' }],
    })
    expect(exported(debate)).toContain('## Camp B, the sceptics\n\nA new paragraph.')
    expect(planMarkdown(debate.db, debate.review, exported(debate)).changes).toEqual([])
    undoAction(debate.db)
    expect(getReview(debate.db, debate.review)).toEqual(before)
  })

  it('moves a quote to another camp, and places a passage that the review did not quote', () => {
    const debate = aDebate()
    const field = act(debate.db, 'passage.mark', () => debate.passage(debate.field))
    const quote = exported(debate).match(/> "They do not[^]*?Forest Hour\n/)![0]
    const markdown = exported(debate)
      .replace(quote, '> "Nobody has shown it in the field."\n')
      .replace('So much for that.', `So much for that.\n\n${quote}`)
    expect(planMarkdown(debate.db, debate.review, markdown)).toMatchObject({
      changes: [
        { code: 'quote-moved', section: 'Camp A', after: debate.leak },
        { code: 'quote-placed', section: 'Camp B', after: field },
      ],
      decisions: [],
    })
    const moved = getReview(debate.db, debate.review).sections[1]!.blocks[0]!.id
    readBack(debate, markdown)
    expect(blocksOf(debate)).toMatchObject([
      [expect.any(String), expect.any(String), 'So much for that.', '> They do not talk at all, they leak.'],
      ['> Nobody has shown it in the field.'],
    ])
    expect(getReview(debate.db, debate.review).sections[0]!.blocks[3]!.id).toBe(moved)
    expect(getPassage(debate.db, debate.leak).camps).toEqual([debate.a])
  })

  it('asks about each quote that does not match, and keeps what it has', () => {
    const debate = aDebate()
    const markdown = exported(debate)
      .replace('Trees talk to each other through fungi.', 'Trees talk to one another through the fungi.')
      .replace('“They speak.”', '“They do speak.”')
      .replace(
        /> "They do not[^]*?Forest Hour\n/,
        '> "Nobody has shown it in the field."\n\n> "The moon is made of cheese."\n',
      )
    const { decisions, changes } = planMarkdown(debate.db, debate.review, markdown)
    expect(changes).toMatchObject([{ code: 'prose-added' }])
    expect(decisions).toMatchObject([
      {
        code: 'quote-altered',
        passage: debate.talk,
        text: 'Trees talk to one another through the fungi.',
        expected: 'Trees talk to each other through fungi.',
        choices: ['keep', 'prose'],
      },
      {
        id: 'quote-unknown:2',
        text: 'Nobody has shown it in the field.',
        found: { title: 'Forest Hour', ranges: [debate.field] },
        choices: ['prose', 'mark', 'remove'],
      },
      { id: 'quote-unknown:3', text: 'The moon is made of cheese.', found: null, choices: ['prose', 'remove'] },
      { code: 'quote-removed', passage: debate.leak, choices: ['keep', 'remove'] },
    ])
    readBack(debate, markdown)
    expect(blocksOf(debate)[0]![1]).toBe('She says:> Trees talk to each other through fungi.')
    expect(blocksOf(debate)[1]).toEqual([
      '> "Nobody has shown it in the field."\n\n> "The moon is made of cheese."',
      '> They do not talk at all, they leak.',
    ])
    expect(getPassage(debate.db, debate.talk).translations).toMatchObject([{ text: 'They speak.' }])
    undoAction(debate.db)

    const removed = decisions.find(({ code }) => code === 'quote-removed')!.id
    readBack(debate, markdown, { 'quote-unknown:2': 'mark', 'quote-unknown:3': 'remove', [removed]: 'remove' })
    expect(blocksOf(debate)[1]).toEqual(['> Nobody has shown it in the field.'])
    expect(listPassages(debate.db)).toHaveLength(3)
  })

  it('takes a translation only when it is told to', () => {
    const debate = aDebate()
    const markdown = exported(debate)
      .replace('“They speak.”', '“They do speak.”')
      .replace('Ada · Forest', 'Eve · Forest')
    const { decisions } = planMarkdown(debate.db, debate.review, markdown)
    expect(decisions).toMatchObject([
      { code: 'translation-changed', text: 'They do speak.', expected: 'They speak.', choices: ['keep', 'take'] },
      { code: 'attribution-changed', text: 'Eve · Forest Hour', choices: ['keep'] },
    ])
    const translation = () => getPassage(debate.db, debate.talk).translations[0]?.text
    readBack(debate, markdown)
    expect(translation()).toBe('They speak.')
    readBack(debate, markdown, { [decisions[0]!.id]: 'take' })
    expect(translation()).toBe('They do speak.')
  })

  it('removes a section that is gone from it only when it is told to', () => {
    const debate = aDebate()
    const markdown = exported(debate).replace(/## Camp B[^]*$/, '')
    const { decisions } = planMarkdown(debate.db, debate.review, markdown)
    expect(decisions).toMatchObject([{ code: 'section-missing', section: 'Camp B', choices: ['keep', 'remove'] }])
    readBack(debate, markdown)
    expect(blocksOf(debate)).toHaveLength(2)
    readBack(debate, markdown, { [decisions[0]!.id]: 'remove' })
    expect(blocksOf(debate)).toHaveLength(1)
  })

  it('is refused when the review was changed since it was planned', () => {
    const { db, review, a } = aDebate()
    const markdown = '# Other'
    const { base } = planMarkdown(db, review, markdown)
    act(db, 'block.addProse', (writable) => insertProse(writable, a, 0, 'New.'))
    expect(() =>
      act(db, 'review.applyMarkdown', (writable) =>
        applyMarkdown(writable, { id: review, markdown, base, choices: {} }),
      ),
    ).toThrow('was changed since the page was read')
  })
})
