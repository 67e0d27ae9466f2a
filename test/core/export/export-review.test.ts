import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyBundle } from '../../../electron/core/bundle/apply-bundle'
import { exportReview, renderAs, renderProject, renderReview } from '../../../electron/core/export/export-review'
import { act } from '../../../electron/core/store/act'
import type { ProjectDatabase } from '../../../electron/core/store/database'
import { insertSpeaker, listSources } from '../../../electron/core/store/sources'
import { updatePassage } from '../../../electron/core/store/passages'
import { parseBundle } from '../../../shared/bundle'
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
      '<blockquote>\n<p class="original">&quot;=HYPERLINK(&quot;x&quot;) &lt;b&gt;Nothing&lt;/b&gt; &amp; *nobody* talks.&quot;</p>\n</blockquote>',
    )
    expect(content).not.toMatch(/<script|<b>|https?:/)
  })
})

describe('other formats', () => {
  it.each(['docx', 'pdf', 'jsonld', 'qdpx'])('%s comes later, and says so', (format) => {
    const db = temporaryProject()
    const later = `Export as ${format} is not in this version yet`
    expect(() => renderAs(db, { id: TREES, format, strict: false })).toThrow(later)
    expect(() => renderProject(db, format)).toThrow(later)
  })

  it('are refused by name', () => {
    expect(() => renderProject(temporaryProject(), 'constructor')).toThrow('There is no export format constructor')
  })
})
