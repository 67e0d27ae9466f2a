import fc from 'fast-check'
import type { PhrasingContent, RootContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../../shared/markdown/gfm'
import { aParagraph, type ProseNode } from '../../../../renderer/features/review/prose/nodes'
import { readBlocks, readProse } from '../../../../renderer/features/review/prose/read-prose'
import { survivesWriting, writeBlocks, writeProse } from '../../../../renderer/features/review/prose/write-prose'

const open = (markdown: string) => readProse(markdown, survivesWriting)

/** Stored Markdown of every kind, also such as the editor has no form for. */
const STORED = [
  'A plain sentence.',
  '两边都承认：**缺司机**，而且夜里的路不安全。',
  'Soft\nbreak, and a hard one\\\nhere, _and_ two  \nspaces.',
  '# Title\n\nSetext\n======\n\nText under it',
  'Title\n---\ntext at once\n# Another\n- list at once',
  '* star\n* list\n\n+ plus\n+ list\n\n1) one\n2) two',
  '- a\n\n  more of a\n\n  - nested\n    1. deeper\n- [x] done\n- [ ] not done',
  '   - indented\n   - list',
  '> quoted\n> - list\n>\n> ```js\n> code()\n> ```\n\n> another',
  '    indented code\n\n~~~ts title="x"\nfenced\n~~~\n\n***\n\n---',
  '| a | b |\n| - | -: |\n| 1 | **2** |\n\nafter the table',
  'A footnote[^1] and [a link][ref], ![a picture](x.png "t"), <b>raw</b> &amp; &copy;.\n\n[^1]: The note.\n\n[ref]: https://example.org "Title"',
  'See [what she said](passage:abc%20d), https://example.org/x, and <https://example.org>.',
  '*a **b*** ~~c~~ **`d`** *[e](https://e.org "t") f* \\*not\\* 2\\*3',
  '\n\n  leading blank lines and a space\n\n\n\nfar below\n\n',
  '```\nnot closed',
  '\uFEFFwith a byte order mark\n\n- x',
  'windows\r\nlines\r\n\r\n- a\r\n- b\r\n',
  '- \n- b\n\n#\n\n>\n',
  '',
  ' \n\n',
]

/**
 * The tree of a Markdown as a page shows it: without where each node stands, without headings and quotations that hold
 * nothing and line breaks at the edges of a block, and each run of words with all its marks, whichever is the outer one.
 */
function meaningOf(markdown: string): unknown {
  return blocksOf(parseMarkdown(markdown.replaceAll('\r\n', '\n')).children)
}

function blocksOf(nodes: readonly RootContent[]): unknown[] {
  return nodes.flatMap((node): unknown[] => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const words = withoutEdges(runsOf(node.children, []))
      return words.length === 0 ? [] : [[node.type, 'depth' in node ? node.depth : null, words]]
    }
    if (node.type === 'blockquote' && node.children.length === 0) return []
    if ('children' in node) {
      const { type, children, position: _, data: __, ...rest } = node
      return [[type, JSON.stringify(rest), blocksOf(children)]]
    }
    const { position: _, ...rest } = node
    return [rest]
  })
}

function runsOf(nodes: readonly PhrasingContent[], marks: readonly string[]): { marks: string; text: string }[] {
  const runs: { marks: string; text: string }[] = []
  for (const node of nodes) {
    const own = node.type === 'link' ? `link ${node.url} ${node.title ?? ''}` : node.type
    const parts =
      'children' in node
        ? runsOf(node.children, [...marks, own])
        : [{ marks: [...new Set(node.type === 'text' ? marks : [...marks, own])].sort().join(), text: textOf(node) }]
    for (const part of parts) {
      const last = runs.at(-1)
      if (last?.marks === part.marks && !part.marks.includes('break')) last.text += part.text
      else runs.push(part)
    }
  }
  return runs
}

function withoutEdges<Run extends { marks: string }>(runs: readonly Run[]): readonly Run[] {
  const isWords = ({ marks }: Run) => !marks.includes('break')
  return runs.slice(Math.max(0, runs.findIndex(isWords)), runs.findLastIndex(isWords) + 1)
}

function textOf(node: PhrasingContent): string {
  // A line's end in code is a space.
  if (node.type === 'inlineCode') return node.value.replaceAll('\n', ' ')
  return 'value' in node ? node.value : 'identifier' in node ? node.identifier : ''
}

describe('prose that is opened and not touched', () => {
  it.each(STORED)('is written byte for byte as it was: %j', (markdown) => {
    const document = open(markdown)
    expect(writeProse(document.blocks, document)).toBe(markdown)
  })

  it('keeps what it has no form for as its source', () => {
    const { blocks } = open('| a |\n| - |\n| 1 |\n\ntext')
    expect(blocks).toEqual([
      { type: 'source', origin: 0, children: [{ text: '| a |\n| - |\n| 1 |' }] },
      { type: 'paragraph', origin: 1, children: [{ text: 'text' }] },
    ])
  })
})

describe('prose that was edited', () => {
  const type = (markdown: string, at: number, text: string) => {
    const document = open(markdown)
    const blocks = document.blocks.map((block, index) =>
      index === at ? ({ ...block, children: [{ text }] } as ProseNode) : block,
    )
    return writeProse(blocks, document)
  }

  it('changes nothing but the block that was touched', () => {
    expect(type('Setext\n======\n\n\n\n*  far  \n*  list\n\nlast\n', 2, 'new *words*')).toBe(
      'Setext\n======\n\n\n\n*  far  \n*  list\n\nnew \\*words\\*',
    )
    expect(type('first\n\n| a |\n| - |\n| 1 |\n\n[ref]: x', 0, 'new')).toBe('new\n\n| a |\n| - |\n| 1 |\n\n[ref]: x')
  })

  it('leaves no room for a neighbour to be read as something else', () => {
    const document = open('```\nnot closed')
    expect(writeProse([...document.blocks, aParagraph('after')], document)).toBe('```\nnot closed\n```\n\nafter')
    const lists = open('- a\n- b')
    const item = { type: 'item' as const, spread: false, children: [aParagraph('c')] }
    const added: ProseNode = { type: 'list', ordered: false, start: 1, spread: false, children: [item] }
    expect(writeProse([...lists.blocks, added], lists)).toBe('- a\n- b\n\n* c')
  })

  it('writes marks that overlap, and spaces at their edges, so that they are read again', () => {
    const words: ProseNode = {
      type: 'paragraph',
      children: [
        { text: 'one ', strong: true },
        { text: 'two', strong: true, emphasis: true },
        { text: ' three', emphasis: true },
        { text: ' ' },
      ],
    }
    const markdown = writeBlocks([words])
    expect(markdown).toBe('**one _two_** *three*')
    expect(writeBlocks(readBlocks(markdown))).toBe(markdown)
  })

  it('reads what it wrote as the same, from any Markdown', () => {
    const piece = fc.oneof(
      fc.constantFrom(...STORED),
      fc.string({ unit: fc.constantFrom(...Array.from('ab 中，*_`#>-+1.)[]()!|~\\\n\t&<:"')) }),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const markdown = pieces.join('\n\n')
        const document = open(markdown)
        expect(writeProse(document.blocks, document)).toBe(markdown)
        const written = writeBlocks(document.blocks)
        expect(writeBlocks(open(written).blocks)).toBe(written)
      }),
      { numRuns: 60 },
    )
  })

  it('means the same once all of it was read and written anew, from any Markdown', () => {
    const words = fc.string({ unit: fc.constantFrom(...Array.from('ab 中，*_`#>-+1.)[]()!|~\\\n<:"')), maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...STORED), words), (markdown) => {
        expect(meaningOf(writeBlocks(open(markdown).blocks))).toEqual(meaningOf(markdown))
      }),
      { numRuns: 100 },
    )
  })

  it('keeps every other block when one is typed in, from any Markdown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STORED.slice(0, 9)), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (pieces, n) => {
          const document = open(pieces.join('\n\n'))
          const at = n % document.blocks.length
          const blocks: ProseNode[] = document.blocks.map((block, index) =>
            index === at ? aParagraph('typed') : block,
          )
          const again = open(writeProse(blocks, document)).blocks
          expect(writeBlocks(again)).toBe(writeBlocks(blocks))
        },
      ),
      { numRuns: 30 },
    )
  })
})
