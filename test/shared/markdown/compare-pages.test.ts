import { describe, expect, it } from 'vitest'
import type { PassageId, SectionId } from '../../../shared/domain/ids'
import { comparePages, type PageRow } from '../../../shared/markdown/compare-pages'
import type { DocumentBlock } from '../../../shared/markdown/review-document'
import { aDocument, aQuote, aSection } from './documents'

const prose = (markdown: string): DocumentBlock => ({ kind: 'prose', markdown })
const quote = (id: string, change: Parameters<typeof aQuote>[0] = {}) =>
  aQuote({ passage: id as PassageId, text: `They say ${id}.`, ...change })
const section = (id: string, blocks: readonly DocumentBlock[]) =>
  aSection({ id: id as SectionId, heading: `Section ${id}`, blocks })

/** Rows in short: what stands at the left, then at the right. */
function short(rows: readonly PageRow[]): string[] {
  return rows.map((row) => {
    if (row.kind === 'same') return `${row.count} the same`
    if (row.kind === 'heading') return `# ${row.before} | ${row.after}`
    if (row.kind === 'prose') return `${row.before} | ${row.after}`
    const there = row.elsewhere.length > 0 ? ` (${row.elsewhere.join(', ')})` : ''
    return `> ${row.text.before} | ${row.text.after}${there}`
  })
}

describe('two pages side by side', () => {
  it('show what changed under its heading, and count what did not', () => {
    const from = aDocument({
      sections: [
        section('a', [prose('One.'), quote('q1'), prose('It is the same in every way.'), quote('q2')]),
        section('b', [prose('Nothing here.')]),
        section('c', [prose('Gone soon.')]),
      ],
    })
    const to = aDocument({
      sections: [
        section('a', [prose('One.'), quote('q1'), prose('It is the same in most ways.')]),
        section('b', [prose('Nothing here.'), quote('q2'), quote('q3')]),
        section('d', [prose('Quite new.')]),
      ],
    })
    expect(short(comparePages(from, to))).toEqual([
      '1 the same',
      '# Section a | Section a',
      '2 the same',
      'It is the same in every way. | It is the same in most ways.',
      '> They say q2. | null (Section b)',
      '# Section b | Section b',
      '1 the same',
      '> null | They say q2. (Section a)',
      '> null | They say q3.',
      '# Section c | null',
      'Gone soon. | null',
      '# null | Section d',
      'null | Quite new.',
    ])
    expect(comparePages(from, to, true)).toHaveLength(14)
  })

  it('are nothing but a number when they are equal', () => {
    const page = aDocument({ sections: [section('a', [prose('One.'), quote('q1')])] })
    expect(comparePages(page, page)).toEqual([{ kind: 'same', count: 4 }])
  })

  it('tell by words what changed in prose and in a translation', () => {
    const of = (markdown: string, translation: string) =>
      aDocument({ sections: [section('a', [prose(markdown), quote('q1', { translation })])] })
    const [, , changed, retranslated] = comparePages(of('They talk a lot.', 'Alt.'), of('They walk a lot.', 'Neu.'))
    expect(changed).toMatchObject({
      diff: [
        { kind: 'same', text: 'They ' },
        { kind: 'removed', text: 'talk' },
        { kind: 'added', text: 'walk' },
        { kind: 'same', text: ' a lot.' },
      ],
    })
    expect(retranslated).toMatchObject({ kind: 'quote', side: 'both', translation: { before: 'Alt.', after: 'Neu.' } })
  })

  it('show a change of nothing but quotation marks as one', () => {
    const of = (markdown: string) => aDocument({ sections: [section('a', [prose(markdown)])] })
    expect(comparePages(of('"So"'), of('“So”')).at(-1)).toMatchObject({
      diff: [
        { kind: 'removed', text: '"So"' },
        { kind: 'added', text: '“So”' },
      ],
    })
  })
})
