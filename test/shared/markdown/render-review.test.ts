import fc from 'fast-check'
import type { Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { passageLink } from '../../../shared/markdown/quote-anchors'
import { renderReview } from '../../../shared/markdown/render-review'
import type { DocumentBlock, DocumentSection } from '../../../shared/markdown/review-document'
import type { PassageId } from '../../../shared/domain/ids'
import { onOneLine } from '../../../shared/domain/elision'
import { aDocument, aQuote, aSection } from './documents'
import { someText } from './some-text'

const prose = (markdown: string): DocumentBlock => ({ kind: 'prose', markdown })

/** What follows the title and the meta line. */
function bodyOf(...sections: DocumentSection[]): string {
  return renderReview(aDocument({ sections })).split('\n').slice(4).join('\n')
}

describe('the page of a review', () => {
  it('has a title, a meta line, sections, quotes and sources, byte for byte', () => {
    const markdown = renderReview(
      aDocument({
        coreSources: 2,
        verified: true,
        sections: [
          aSection({ kind: 'changelog', heading: null }),
          aSection({ kind: 'disagreement', heading: null, blocks: [prose('Two camps, and *no* bridge.')] }),
          aSection({
            kind: 'camp',
            depth: 1,
            heading: null,
            camp: { label: 'A', thesis: 'The network is real', holder: 'the foresters', colour: 1 },
            blocks: [
              aQuote({
                leadIn: 'She says it plainly:',
                text: 'We traced the carbon … from birch to fir.',
                translation: '我们追踪了碳……从桦树到冷杉。',
                attribution: 'Ada Lund (Institute) · Forest Hour',
              }),
              aQuote({ text: 'It went both ways.' }),
            ],
          }),
          aSection({
            kind: 'sources',
            heading: null,
            blocks: [prose('Read in full:'), prose('Others were skimmed.')],
          }),
        ],
        citedSources: [
          { title: 'Forest Hour', speakers: ['Ada Lund', 'Host'], date: '2025-02-01' },
          { title: 'Soil Talk', speakers: [], date: null },
        ],
        mentionedSources: [{ title: 'Moss Weekly', speakers: [], date: null }],
      }),
    )
    expect(markdown).toBe(`# Do trees talk?

Topic page (living document) · Last updated 2026-06-11 · 2 core interviews (checked against the full transcript)

## Change log

## Where they disagree

Two camps, and *no* bridge.

### Camp A · "The network is real" — the foresters

She says it plainly:

> "We traced the carbon … from birch to fir."
>
> “我们追踪了碳……从桦树到冷杉。”
>
> Ada Lund (Institute) · Forest Hour

> "It went both ways."

## Sources

Read in full:

- Forest Hour · Ada Lund, Host · 2025-02-01
- Soil Talk

Others were skimmed.

Mentioned, not cited:

- Moss Weekly
`)
  })

  it('speaks Chinese in a Chinese review', () => {
    const markdown = renderReview(
      aDocument({
        title: '树会说话吗?',
        language: 'zh',
        coreSources: 5,
        verified: true,
        sections: [
          aSection({
            kind: 'camp',
            heading: null,
            camp: { label: 'A', thesis: '网络是真的', holder: '林学家', colour: 1 },
            blocks: [aQuote({ translation: '会的。', attribution: 'Ada Lund · Forest Hour' })],
          }),
          aSection({
            kind: 'cold-water',
            heading: null,
            camp: { label: '冷水', thesis: '没人看见过', holder: '实验派', colour: 8 },
          }),
          aSection({ kind: 'sources', heading: null }),
        ],
        mentionedSources: [{ title: 'Moss Weekly', speakers: [], date: null }],
      }),
    )
    expect(markdown).toBe(`# 树会说话吗?

主题页(活文档)· 最近更新 2026-06-11 · 取材 5 篇核心访谈(按逐字稿全文核对)

## 阵营 A · "网络是真的"——林学家

> "They do."
>
> 「会的。」
>
> Ada Lund · Forest Hour

## 冷水 · "没人看见过"——实验派

## 取材

提到但未引用：

- Moss Weekly
`)
  })

  it('claims to be checked only when it was', () => {
    expect(renderReview(aDocument({ coreSources: 1 }))).toContain('2026-06-11 · 1 core interview\n')
    expect(renderReview(aDocument({ language: 'zh', coreSources: 2 }))).toContain('取材 2 篇核心访谈\n')
  })

  it('takes the camp’s label as it is when it is more than a letter', () => {
    const camp = { label: 'The sceptics', thesis: '', holder: 'Lab C', colour: 2 }
    expect(bodyOf(aSection({ kind: 'camp', heading: null, camp }))).toBe('## The sceptics — Lab C\n')
  })

  it('sets a quote of several cue lines on one line', () => {
    expect(bodyOf(aSection({ blocks: [aQuote({ text: 'The team\nis small  on \r\n purpose.' })] }))).toContain(
      '> "The team is small  on purpose."\n',
    )
  })
})

describe('prose', () => {
  it('keeps its Markdown, with headings below the section’s', () => {
    const markdown = '# One\n\n## Two\n\n1) a\n2) b\n\n| x | y |\n|--|--|\n| 1 | ~~2~~ |'
    expect(bodyOf(aSection({ depth: 1, blocks: [prose(markdown)] }))).toBe(
      '### A point\n\n#### One\n\n##### Two\n\n1. a\n2. b\n\n| x | y     |\n| - | ----- |\n| 1 | ~~2~~ |\n',
    )
  })

  it('shows raw HTML as text', () => {
    expect(bodyOf(aSection({ blocks: [prose('<script>alert(1)</script> and <b>bold</b>')] }))).toBe(
      '## A point\n\n\\<script>alert(1)\\</script> and \\<b>bold\\</b>\n',
    )
  })

  it('leaves a bare address bare', () => {
    const markdown = 'See https://example.org/a_b*c, www.example.org or me@example.org.'
    expect(bodyOf(aSection({ blocks: [prose(markdown)] }))).toBe(`## A point\n\n${markdown}\n`)
  })

  it('keeps the links and footnotes of two blocks apart', () => {
    const blocks = [
      prose('[a][1] b[^1]\n\n[1]: https://a.example\n[^1]: first'),
      prose('[c][1] d[^1]\n\n[1]: https://c.example\n[^1]: second'),
    ]
    expect(bodyOf(aSection({ blocks }))).toBe(
      '## A point\n\n[a](https://a.example) b[^1]\n\n[^1]: first\n\n[c](https://c.example) d[^2]\n\n[^2]: second\n',
    )
  })
})

const MARKUP = [
  'html',
  'link',
  'image',
  'linkReference',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'break',
  'footnoteReference',
  'footnoteDefinition',
  'definition',
  'table',
  'thematicBreak',
]

/** As GitHub's grammar reads it, raw HTML included; without the later pass that also links escaped addresses. */
function readMarkdown(markdown: string): Root {
  const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions })
}

function nodesOf(node: Root | RootContent): (Root | RootContent)[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}

function textOf(node: RootContent | Root): string {
  return nodesOf(node)
    .map((one) => (one.type === 'text' ? one.value : ''))
    .join('')
}

describe('a page for Obsidian', () => {
  const page = aDocument({
    title: 'Trees: "talk"?',
    aliases: ['wood wide web'],
    sections: [
      aSection({
        blocks: [
          aQuote({ passage: 'abc' as PassageId }),
          aQuote({ passage: 'p 2' as PassageId, text: 'Not so.' }),
          prose(
            `See [the first](${passageLink('abc' as PassageId)}), [the other](passage:p%202) and [one that is gone](passage:x).`,
          ),
        ],
      }),
    ],
  })

  it('has a block reference after each quote, and links to them', () => {
    expect(renderReview(page, { obsidian: true }).split('\n').slice(6).join('\n')).toBe(`> "They do."

^q-abc

> "Not so."

^q--2

See [the first](#^q-abc), [the other](#^q--2) and one that is gone.
`)
  })

  it('has its facts before it', () => {
    expect(renderReview(page, { frontMatter: true })).toMatch(
      /^---\ntitle: "Trees: \\"talk\\"\?"\nlang: en\nupdated: 2026-06-11\naliases: \["wood wide web"\]\nquotes: 2\nverified: false\nsources: \[\]\n---\n\n# Trees/,
    )
  })
})

describe('relations between quotes', () => {
  it('are a map of the debate', () => {
    const page = aDocument({
      sections: [
        aSection({
          heading: 'A',
          blocks: [aQuote({ passage: 'a' as PassageId, text: 'Say "hi"; <b>#1', speaker: 'Ada' })],
        }),
        aSection({ heading: 'B', blocks: [aQuote({ passage: 'b' as PassageId, text: 'No.' })] }),
      ],
      relations: [{ from: 'b' as PassageId, to: 'a' as PassageId, kind: 'contradicts' }],
    })
    expect(renderReview(page)).toContain(`## How the quotes relate

\`\`\`mermaid
flowchart LR
  subgraph s1["A"]
    q1["#34;Say #34;hi#34;#59; #60;b#62;#35;1#34; (Ada)"]
  end
  subgraph s2["B"]
    q2["#34;No.#34;"]
  end
  q2 -. "contradicts" .-> q1
\`\`\`
`)
  })
})

describe('text of transcripts', () => {
  it('never becomes markup, whatever it is', () => {
    fc.assert(
      fc.property(someText, someText, someText, someText, (title, text, translation, attribution) => {
        const markdown = renderReview(
          aDocument({
            title,
            sections: [
              aSection({
                heading: `x${title}`,
                blocks: [aQuote({ text, translation: `x${translation}`, attribution: `x${attribution}` })],
              }),
              aSection({ kind: 'sources', heading: 'S' }),
            ],
            citedSources: [{ title: `x${title}`, speakers: [attribution], date: null }],
          }),
        )
        const root = readMarkdown(markdown)
        expect(nodesOf(root).filter(({ type }) => MARKUP.includes(type))).toEqual([])
        expect(root.children.map(({ type }) => type)).toEqual([
          'heading',
          'paragraph',
          'heading',
          'blockquote',
          'heading',
          'list',
        ])
        const [heading, , section, quote, , list] = root.children
        const source = [`x${title}`, attribution].map(onOneLine).filter(Boolean).join(' · ')
        expect(textOf(heading!)).toBe(onOneLine(title) || 'Untitled')
        expect(textOf(section!)).toBe(onOneLine(`x${title}`))
        expect(quote!.type === 'blockquote' && quote.children.map(textOf)).toEqual([
          `"${onOneLine(text)}"`,
          `“${onOneLine(`x${translation}`)}”`,
          onOneLine(`x${attribution}`),
        ])
        expect(list!.type === 'list' && list.children.map(textOf)).toEqual([source])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['1. First', '"1. First"'],
    ['#one *two* _three_ [four](five)', '"#one \\*two\\* \\_three\\_ \\[four]\\(five)"'],
    ['<b> &amp; a|b ~c~', '"\\<b> \\&amp; a|b \\~c\\~"'],
    [
      'www.example.org https://example.org me@example.org',
      '"www\\.example.org https\\://example.org me\\@example.org"',
    ],
  ])('escapes %s', (text, written) => {
    expect(bodyOf(aSection({ blocks: [aQuote({ text })] }))).toContain(`> ${written}\n`)
  })
})

describe('prose of any kind', () => {
  it('holds no raw HTML once it is written', () => {
    fc.assert(
      fc.property(someText, (markdown) => {
        const root = readMarkdown(bodyOf(aSection({ blocks: [prose(markdown)] })))
        expect(nodesOf(root).filter(({ type }) => type === 'html')).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
