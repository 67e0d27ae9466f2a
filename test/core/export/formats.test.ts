import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { codePointOffsets, wholeCharacters } from '../../../electron/core/export/code-points'
import { csvCell, csvText } from '../../../electron/core/export/formats/csv'
import { renderDocx } from '../../../electron/core/export/formats/docx'
import { renderHtml } from '../../../electron/core/export/formats/html'
import type { GatheredReview } from '../../../electron/core/export/review-document'
import { readZip } from '../../../electron/core/import/documents/read-zip'
import { onOneLine } from '../../../shared/domain/elision'
import type { ReviewDocument } from '../../../shared/markdown/review-document'
import { aDocument, aQuote, aSection } from '../../shared/markdown/documents'
import { someText } from '../../shared/markdown/some-text'

/** A page that no project stands behind. */
function aGathered(document: ReviewDocument): GatheredReview {
  return {
    document,
    review: { ...document, id: 'r' as GatheredReview['review']['id'], sections: [] },
    verification: { quotes: [], summary: { exact: 0, normalised: 0, moved: 0, altered: 0, missing: 0 } },
    passages: new Map(),
    sources: new Map(),
  }
}

function aPage(title: string, text: string, translation: string, prose: string): GatheredReview {
  return aGathered(
    aDocument({
      title,
      sections: [
        aSection({
          heading: `x${title}`,
          blocks: [
            aQuote({ text, translation: `x${translation}`, attribution: `x${title}` }),
            { kind: 'prose', markdown: prose },
          ],
        }),
      ],
    }),
  )
}

/** What neither HTML nor XML can hold is shown as the mark of a character that could not be. */
const shown = (text: string) =>
  onOneLine(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Noncharacter_Code_Point}/gu, '\ufffd')
const inXml = (text: string) => onOneLine(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '\ufffd')

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

function readHtml(html: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const one = { name, attributes, text: '' }
        all.push(one)
        open.push(one)
      },
      ontext(text) {
        for (const one of open) one.text += text
      },
      onclosetag() {
        open.pop()
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return all
}

const ELEMENTS =
  'html head meta title style body main h1 h2 h3 h4 h5 h6 p blockquote details summary ul ol li em strong del code pre br hr a table tr th td sup div'.split(
    ' ',
  )
const ATTRIBUTES = 'lang charset http-equiv content name class id dir open href rel start scope'.split(' ')

/** The text of each paragraph of a WordprocessingML part, and the names of its elements. */
function readParagraphs(xml: string): { paragraphs: string[]; names: Set<string> } {
  const paragraphs: string[] = []
  const names = new Set<string>()
  const parser = new SaxesParser({ xmlns: true })
  let inText = false
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    names.add(name)
    if (name === 'w:p') paragraphs.push('')
    if (name === 'w:t') inText = true
    if (name === 'w:tab') paragraphs[paragraphs.length - 1] += '\t'
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false
  })
  parser.on('text', (text) => {
    if (inText) paragraphs[paragraphs.length - 1] += text
  })
  parser.write(xml).close()
  return { paragraphs, names }
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  for (const entry of await readZip(bytes)) parts.set(entry.name, new TextDecoder().decode(await entry.read()))
  return parts
}

describe('a page as HTML', () => {
  it('reads back as the same text, whatever it is, and holds nothing that loads or runs', () => {
    fc.assert(
      fc.property(someText, someText, someText, someText, (title, text, translation, prose) => {
        const elements = readHtml(renderHtml(aPage(title, text, translation, prose)))
        const one = (name: string, role?: string) =>
          elements.find((each) => each.name === name && each.attributes['class'] === role)?.text
        expect(one('h1')).toBe(shown(title) || 'Untitled')
        expect(one('p', 'original')).toBe(`"${shown(text)}"`)
        expect(one('p', 'translation')).toBe(`“${shown(`x${translation}`)}”`)
        expect(one('p', 'attribution')).toBe(shown(`x${title}`))
        expect(elements.map(({ name }) => name).filter((name) => !ELEMENTS.includes(name))).toEqual([])
        const attributes = elements.flatMap((each) => Object.entries(each.attributes))
        expect(attributes.filter(([name]) => !ATTRIBUTES.includes(name))).toEqual([])
        const addresses = attributes.flatMap(([name, value]) => (name === 'href' ? [value] : []))
        expect(addresses.filter((address) => !/^(?:https?:|mailto:|#)/i.test(address))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the original in sight and lets its translation be folded away', () => {
    const html = renderHtml(aPage('T', 'They do.', '确实。', ''))
    expect(html).toContain(
      `<blockquote id="q-p1">
<p class="original" lang="en" dir="auto">&quot;They do.&quot;</p>
<details open>
<summary>Translation</summary>
<p class="translation" lang="en" dir="auto">“x确实。”</p>
</details>
<p class="attribution" lang="en" dir="auto">xT</p>
</blockquote>`,
    )
  })
})

describe('a page as a Word document', () => {
  it('is well-formed and reads back as the same text, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(someText, someText, someText, someText, async (title, text, translation, prose) => {
        const parts = await partsOf(renderDocx(aPage(title, text, translation, prose)))
        for (const xml of parts.values()) expect(() => readParagraphs(xml)).not.toThrow()
        const { paragraphs } = readParagraphs(parts.get('word/document.xml')!)
        expect(paragraphs[0]).toBe(inXml(title) || 'Untitled')
        expect(paragraphs.slice(3, 6)).toEqual([
          `"${inXml(text)}"`,
          `“${inXml(`x${translation}`)}”`,
          inXml(`x${title}`),
        ])
      }),
      { numRuns: 200 },
    )
  })

  it('has lists, tables, links and footnotes of its own', async () => {
    const markdown = [
      '1. one\n2. two\n   - deeper',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '[there](https://example.org/?a=1&b=2) and [nowhere](javascript:alert(1)) and a note[^n]\n\n[^n]: Said *twice*.',
      '```\nx = 1\n```',
      'שלום עולם',
    ].join('\n\n')
    const parts = await partsOf(renderDocx(aPage('T', 'They do.', '', markdown)))
    const document = parts.get('word/document.xml')!
    const { paragraphs, names } = readParagraphs(document)
    expect(paragraphs).toEqual(
      expect.arrayContaining(['one', 'two', 'deeper', 'there and nowhere and a note', 'x = 1']),
    )
    expect([...names]).toEqual(
      expect.arrayContaining(['w:tbl', 'w:hyperlink', 'w:numPr', 'w:footnoteReference', 'w:bidi']),
    )
    expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="https://example.org/?a=1&amp;b=2"')
    expect(document).not.toContain('javascript')
    expect(readParagraphs(parts.get('word/footnotes.xml')!).paragraphs).toContain(' Said twice.')
  })
})

describe('a cell of CSV', () => {
  it('starts no formula, and gives its text back', () => {
    fc.assert(
      fc.property(fc.oneof(someText, fc.string({ unit: fc.constantFrom("'", '=', ' ', '\t', '-', 'a') })), (text) => {
        const cell = csvCell(text)
        const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect(inner).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/u)
        expect(csvText(inner)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('offsets in code points', () => {
  it('name the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
        const points = Array.from(text)
        const [from, to] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [number, number]
        const start = points.slice(0, from).join('').length
        const end = points.slice(0, to).join('').length
        const toCodePoints = codePointOffsets(text)
        expect([toCodePoints(start), toCodePoints(end)]).toEqual([from, to])
      }),
    )
  })

  it('cut no character of the context in two', () => {
    expect(wholeCharacters('\ude00so\ud83d')).toBe('so')
    expect(wholeCharacters('😀so😀')).toBe('😀so😀')
  })
})
