import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { applyBundle } from '../../../electron/core/bundle/apply-bundle'
import { exportReview, renderAs, renderProject, renderReview } from '../../../electron/core/export/export-review'
import { act } from '../../../electron/core/store/act'
import type { ProjectDatabase } from '../../../electron/core/store/database'
import { insertRelation } from '../../../electron/core/store/relations'
import { readZip } from '../../../electron/core/import/documents/read-zip'
import { insertSpeaker, listSources } from '../../../electron/core/store/sources'
import { insertPassage, updatePassage } from '../../../electron/core/store/passages'
import { parseBundle } from '../../../shared/bundle'
import type { ExportOptions } from '../../../shared/domain/export-options'
import type { PassageId, ReviewId } from '../../../shared/domain/ids'
import { temporaryProject, withSource } from '../temporary-project'

const TREES = 'trees' as ReviewId

/** Two cited talks, one that mentions the topic, one that does not. */
function aReview(): ProjectDatabase {
  const db = temporaryProject()
  withSource(db, 'moss.txt', ['Host: Today: mycorrhizas, and moss.'], 'Moss Weekly')
  withSource(db, 'rain.txt', ['Host: Only rain.'], 'Rain')
  withSource(db, 'soil.txt', ['Speaker 1: =HYPERLINK("x") <b>Nothing</b> & *nobody*\ntalks.'], 'Soil Talk')
  withSource(db, 'forest.txt', ['Ada: We traced the carbon\nfrom birch to fir.', 'Host: And back?', 'Ada: Both ways.'])
  const report = applyBundle(
    db,
    parseBundle({
      format: 'verbatim-bundle',
      version: 1,
      sources: [
        {
          id: 'f',
          file: 'forest.txt',
          title: 'Forest Hour',
          date: '2025-02-01',
          speakers: [{ name: 'Ada Lund', affiliation: 'Institute' }],
        },
        { id: 's', file: 'soil.txt', tier: 'alias' },
      ],
      passages: [
        {
          id: 'q1',
          source: 'f',
          fragments: ['the carbon from birch to fir', 'Both ways.'],
          translation: { en: 'They exchange carbon.' },
        },
        {
          id: 'q2',
          source: 's',
          fragments: ['=HYPERLINK("x") <b>Nothing</b> & *nobody* talks.'],
          attributed: false,
          note: '-1',
        },
      ],
      reviews: [
        {
          id: 'trees',
          title: 'Do trees <talk>?',
          language: 'en',
          updated: '2026-06-11',
          aliases: ['mycorrhiza'],
          sections: [
            { kind: 'disagreement' },
            {
              kind: 'camp',
              parent: 'disagreement',
              camp: { label: 'A', thesis: 'They do', holder: 'foresters' },
              blocks: [
                { type: 'prose', markdown: '# Listen\n\nTo <em>her</em>:' },
                { type: 'quote', passage: 'q1', leadIn: 'She **says**:' },
              ],
            },
            { kind: 'cold-water', parent: 'disagreement', blocks: [{ type: 'quote', passage: 'q2' }] },
            { kind: 'sources', blocks: [{ type: 'prose', markdown: 'Read in full:' }] },
          ],
        },
      ],
    }),
    { partial: false },
  )
  expect(report.problems).toEqual([])
  return db
}

const MARKDOWN = `# Do trees \\<talk>?

Topic page (living document) · Last updated 2026-06-11 · 1 core interview (checked against the full transcript)

## Where they disagree

### Camp A · "They do" — foresters

#### Listen

To \\<em>her\\</em>:

She **says**:

> "the carbon from birch to fir … Both ways."
>
> “They exchange carbon.”
>
> Ada Lund (Institute) · Forest Hour

### Cold water

> "=HYPERLINK("x") \\<b>Nothing\\</b> & \\*nobody\\* talks."

## Sources

Read in full:

- Forest Hour · Ada Lund · 2025-02-01
- Soil Talk

Mentioned, not cited:

- Moss Weekly
`

describe('how an export is made', () => {
  const page = (format: string, options: ExportOptions) =>
    renderAs(aReview(), { id: TREES, format, strict: false, options }).content

  it('leaves translations out where only the originals are wanted, also under a template', () => {
    const template = { format: 'verbatim-template', version: 1, quote: { lines: ['translation', 'original'] } }
    for (const format of ['md', 'html']) {
      const both = page(format, { template }) as string
      const originals = page(format, { template, originalsOnly: true }) as string
      expect(both).toContain('They exchange carbon.')
      expect(originals).not.toContain('They exchange carbon.')
      expect(originals).toContain('the carbon from birch to fir … Both ways.')
      expect(originals).not.toContain('Ada Lund (Institute)')
    }
  })

  it('gives an HTML page the ground that was chosen, whatever the reader’s system says', () => {
    expect(page('html', {})).toContain('prefers-color-scheme: dark')
    for (const [ground, colour] of [
      ['light', '#fbfaf7'],
      ['dark', '#1b1a18'],
    ] as const) {
      const html = page('html', { ground }) as string
      expect(html).not.toContain('prefers-color-scheme')
      expect(html).toContain(`color-scheme: ${ground}`)
      expect(html).toContain(`--ground: ${colour}`)
    }
    expect(page('pdf', { ground: 'dark' })).toBe(page('pdf', {}))
  })
})

describe('a review as Markdown', () => {
  it('is these bytes, each time', () => {
    const db = aReview()
    const { markdown, verification } = renderReview(db, TREES)
    expect(markdown).toBe(MARKDOWN)
    expect(verification.summary).toMatchObject({ exact: 2, altered: 0, missing: 0 })
    expect(renderReview(db, TREES).markdown).toBe(MARKDOWN)
  })

  it('does not claim to be checked when a quote names the wrong speaker, and strict refuses it', () => {
    const db = aReview()
    act(db, 'passage.update', (writable) => {
      const forest = listSources(db).find(({ file }) => file === 'forest.txt')!
      const speakerId = insertSpeaker(writable, forest.id, { label: null, name: 'Eve Oak', affiliation: null })
      updatePassage(writable, 'q1' as PassageId, { speakerId })
    })
    expect(renderReview(db, TREES).markdown).toContain('· 1 core interview\n')
    expect(renderAs(db, { id: TREES, format: 'md', strict: false }).unverified).toBe(1)
    expect(() => renderAs(db, { id: TREES, format: 'md', strict: true })).toThrow(
      '1 of 2 quotes of Do trees <talk>? do not match their sources, the first is q1',
    )
  })

  it('goes into a file, whole, in place of an older one', () => {
    const db = aReview()
    const folder = dirname(db.path)
    const path = join(folder, 'review.md')
    writeFileSync(path, 'older and longer than nothing')
    const { bytes } = exportReview(db, { id: TREES, format: 'md', path, strict: true })
    expect(readFileSync(path, 'utf8')).toBe(MARKDOWN)
    expect(bytes).toBe(Buffer.byteLength(MARKDOWN))
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
    const nowhere = join(folder, 'no-such-folder', 'review.md')
    expect(() => exportReview(db, { id: TREES, format: 'md', path: nowhere, strict: false })).toThrow(
      `The file ${basename(nowhere)} could not be written`,
    )
  })
})

describe('a review as CSV', () => {
  it('has a row for each quote, and no formulas', () => {
    const { content } = renderAs(aReview(), { id: TREES, format: 'csv', strict: false })
    expect(content).toBe(
      '\ufeffsection,quote,translation,speaker,affiliation,source,date,status,note,tags,passage\r\n' +
        '"Camp A · ""They do"" — foresters",the carbon from birch to fir … Both ways.,They exchange carbon.,Ada Lund,Institute,Forest Hour,2025-02-01,exact,,,q1\r\n' +
        `Cold water,"'=HYPERLINK(""x"") <b>Nothing</b> & *nobody* talks.",,Speaker 1,,Soil Talk,,exact,"'-1",,q2\r\n`,
    )
  })
})

describe('a review as HTML', () => {
  it('is one file that loads and runs nothing, with every text escaped', () => {
    const { content } = renderAs(aReview(), { id: TREES, format: 'html', strict: false })
    expect(content).toContain(`content="default-src 'none'; style-src 'sha256-`)
    expect(content).toContain('<title>Do trees &lt;talk&gt;?</title>')
    expect(content).toContain('<h4>Listen</h4>\n<p>To &lt;em&gt;her&lt;/em&gt;:</p>\n<p>She <strong>says</strong>:</p>')
    expect(content).toContain(
      '<blockquote id="q-q2" class="camp-2">\n<p class="original" lang="en" dir="auto">&quot;=HYPERLINK(&quot;x&quot;) &lt;b&gt;Nothing&lt;/b&gt; &amp; *nobody* talks.&quot;</p>\n</blockquote>',
    )
    expect(content).not.toMatch(/<script|<b>|https?:/)
  })
})

describe('a review as annotations', () => {
  it('has a W3C annotation for each quote, with its place in code points', () => {
    const db = aReview()
    act(db, 'relation.add', (writable) => insertRelation(writable, 'q1' as PassageId, 'q2' as PassageId, 'contradicts'))
    const { content } = renderAs(db, { id: TREES, format: 'jsonld', strict: false })
    const collection = JSON.parse(content as string)
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      label: 'Do trees <talk>?',
      total: 2,
    })
    const [first, second] = collection.first.items
    expect(first).toMatchObject({
      type: 'Annotation',
      motivation: ['highlighting', 'classifying'],
      body: [
        { type: 'TextualBody', value: 'They exchange carbon.', language: 'en', purpose: 'describing' },
        { value: 'Camp A · "They do" — foresters', purpose: 'classifying' },
        { type: 'SpecificResource', source: second.id, purpose: 'linking' },
      ],
      target: [
        {
          source: { type: 'Text', 'dcterms:title': 'Forest Hour', 'dcterms:creator': 'Ada Lund' },
          selector: [
            { type: 'TextPositionSelector', start: 10, end: 38 },
            { type: 'TextQuoteSelector', exact: 'the carbon\nfrom birch to fir', prefix: 'We traced ' },
          ],
        },
        { selector: [{ start: 52, end: 62 }, { exact: 'Both ways.' }] },
      ],
    })
    expect(first.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(renderAs(db, { id: TREES, format: 'jsonld', strict: false }).content).toBe(content)
  })
})

describe('a project as REFI-QDA', () => {
  it('has its texts, a selection for each span, and codes of camps and tags', async () => {
    const db = aReview()
    const emoji = withSource(db, 'emoji.txt', ['Ada: 😀😀 It works.'], 'A "new" <talk>')
    act(db, 'passage.mark', (writable) =>
      insertPassage(writable, { sourceId: emoji, ranges: [{ start: 5, end: 14 }], tags: ['a & b'] }),
    )
    const bytes = renderProject(db, 'qdpx') as Uint8Array
    expect(renderProject(db, 'qdpx')).toEqual(bytes)
    const files = await readZip(bytes)
    const texts = new Map<string, string>()
    for (const file of files) texts.set(file.name, new TextDecoder().decode(await file.read()))
    const project = texts.get('project.qde')!
    const selections: string[] = []
    let text = ''
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'TextSource') text = texts.get(attributes['plainTextPath']!.replace('internal://', 'Sources/'))!
      if (name !== 'PlainTextSelection') return
      const [start, end] = [Number(attributes['startPosition']), Number(attributes['endPosition'])]
      selections.push(Array.from(text).slice(start, end).join(''))
    })
    parser.write(project).close()
    expect(selections).toEqual([
      '=HYPERLINK("x") <b>Nothing</b> & *nobody*\ntalks.',
      'the carbon\nfrom birch to fir',
      'Both ways.',
      'It works.',
    ])
    expect(project).toContain('name="A &quot;new&quot; &lt;talk&gt;"')
    expect(project).toContain('name="a &amp; b" isCodable="true"')
    expect(project).toContain('name="Camp A · &quot;They do&quot; — foresters" isCodable="true" color="#2F6690"')
  })
})

describe('a review with a template', () => {
  it('has its words, its order and its look, in Markdown and HTML', () => {
    const db = aReview()
    const template = {
      format: 'verbatim-template',
      version: 1,
      labels: { camp: 'Side', quoteMarks: ['«', '»'], headings: { sources: 'Read' } },
      sections: ['sources'],
      quote: { lines: ['translation', 'original', 'attribution'], attributionMark: '— ' },
      look: { accent: '#123456', font: 'sans', quote: 'box' },
    }
    const request = { id: TREES, strict: false, options: { template } }
    const markdown = renderAs(db, { ...request, format: 'md' }).content as string
    expect(markdown).toContain('### Side A · "They do" — foresters')
    expect(markdown).toContain(
      '> “They exchange carbon.”\n>\n> «the carbon from birch to fir … Both ways.»\n>\n> — Ada Lund (Institute) · Forest Hour',
    )
    expect(markdown.indexOf('## Read')).toBeLessThan(markdown.indexOf('## Where they disagree'))
    expect(renderAs(db, { ...request, format: 'html' }).content).toContain('--accent: #123456')
  })

  it.each([
    [{ look: { accent: 'red; } body { display: none' } }, 'look.accent: '],
    [{ script: 'alert(1)' }, 'the whole: '],
    [{ quote: { lines: ['original', 'original'] } }, 'quote.lines: a line stands there twice'],
  ])('is refused where it holds something else: %j', (change, message) => {
    const template = { format: 'verbatim-template', version: 1, ...change }
    expect(() => renderAs(aReview(), { id: TREES, format: 'md', strict: false, options: { template } })).toThrow(
      `The template is not valid: ${message}`,
    )
  })
})

describe('other formats', () => {
  it('are refused by name', () => {
    const db = aReview()
    expect(() => renderProject(db, 'constructor')).toThrow('There is no export format constructor')
    expect(() => renderProject(db, 'docx')).toThrow('The format docx is of one review, and none was named')
    expect(() => renderAs(db, { id: TREES, format: 'qdpx', strict: false })).toThrow('of a whole project')
  })
})
