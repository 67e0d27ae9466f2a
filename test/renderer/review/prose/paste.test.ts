import { createEditor, Editor, Transforms } from 'slate'
import { withReact } from 'slate-react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ProseNode } from '../../../../renderer/features/review/prose/nodes'
import { readBlocks } from '../../../../renderer/features/review/prose/read-prose'
import { readHtml } from '../../../../renderer/features/review/prose/read-html'
import { insertBlocks } from '../../../../renderer/features/review/prose/with-paste'
import { withProse } from '../../../../renderer/features/review/prose/with-prose'
import { withUndo } from '../../../../renderer/features/review/prose/with-undo'
import { writeBlocks } from '../../../../renderer/features/review/prose/write-prose'
import { HTML_GLOBALS } from './html-document'

beforeAll(() => {
  for (const [name, value] of Object.entries(HTML_GLOBALS)) vi.stubGlobal(name, value)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const markdownOf = (html: string) => writeBlocks(readHtml(html))

describe('what is copied', () => {
  it('from Word has headings, emphasis, links and lists of several levels', () => {
    const item = (level: number, mark: string, text: string) =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
      style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
    expect(
      markdownOf(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm}</style>
        <!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=EN-GB>
        <!--StartFragment--><h2>The night bus<o:p></o:p></h2>
        <p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Forty</b> people
        <i>walk</i> <span style='color:red'>home</span>, see <a href="https://example.org/a">the count</a>.<o:p></o:p></p>
        ${item(1, '·', 'one')}${item(2, 'o', 'below')}${item(1, '·', 'two')}
        <p class=MsoNormal>After.</p><!--EndFragment--></body></html>`),
    ).toBe(
      '## The night bus\n\n**Forty** people *walk* home, see [the count](https://example.org/a).\n\n- one\n  - below\n- two\n\nAfter.',
    )
  })

  it('from Google Docs has the look of its words by their style, and no more', () => {
    expect(
      markdownOf(`<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
        <h1 dir="ltr"><span style="font-size:20pt;font-weight:400">Buses</span></h1>
        <p dir="ltr"><span style="font-weight:700">Bold</span><span style="font-weight:400"> plain </span><span style="font-style:italic;font-weight:400">soft</span></p>
        <ol><li dir="ltr"><p dir="ltr"><span>first</span></p></li><li><p><span>second</span></p></li>
        <ul><li><p><span>below</span></p></li></ul></ol><br></b>`),
    ).toBe('# Buses\n\n**Bold** plain *soft*\n\n1. first\n2. second\n   - below')
  })

  it('from a page has quotations, code, rules and the words of a table', () => {
    expect(
      markdownOf(
        '<blockquote><p>Said.</p></blockquote><pre>a = 1\n</pre><hr><table><tr><td>a</td><td>b</td></tr></table><p>末班车<br>十一点</p>',
      ),
    ).toBe('> Said.\n\n```\na = 1\n```\n\n---\n\na · b\n\n末班车\\\n十一点')
  })

  it.each([
    ['<script>alert(1)</script><p>words</p>', 'words'],
    ['<style>p{}</style><p onclick="alert(1)">words</p>', 'words'],
    ['<p><a href="javascript:alert(1)">words</a></p>', 'words'],
    ['<p><a href=" JAVASCRIPT:alert(1)">words</a></p>', 'words'],
    ['<p><a href="data:text/html,<script>">words</a></p>', 'words'],
    ['<p>words<img src="https://tracker.example/pixel.gif" onerror="alert(1)"></p>', 'words'],
    ['<p>words<iframe src="https://example.org"></iframe><object data="x"></object><embed src="x"></p>', 'words'],
    ['<p>&lt;b&gt;words&lt;/b&gt;</p>', '\\<b>words\\</b>'],
    ['<p># no heading</p><p>- no item</p><p>1. none</p>', '\\# no heading\n\n\\- no item\n\n1\\. none'],
    ['<p>**no** [link](https://e.org) ![](x)</p>', '\\*\\*no\\*\\* \\[link]\\(https\\://e.org) !\\[]\\(x)'],
  ])('can do no harm: %s', (html, words) => {
    expect(plain(markdownOf(html))).toBe(plain(words))
    expect(markdownOf(html)).not.toMatch(/alert|tracker|script:/i)
  })

  /** What Markdown says, whichever of its characters were escaped. */
  function plain(markdown: string): string {
    return readBlocks(markdown)
      .map((block) => `${block.type} ${JSON.stringify(block.children)}`)
      .join('\n')
  }

  it('goes into the line when it is words alone, and stands by itself when it is more', () => {
    const editor = withProse(withUndo(withReact(createEditor())))
    const written = () => writeBlocks(editor.children as unknown as ProseNode[])
    editor.children = readBlocks('before after')
    Transforms.select(editor, { path: [0, 0], offset: 'before '.length })
    insertBlocks(editor, readHtml('<p>some <b>bold</b> </p>'))
    expect(written()).toBe('before some **bold**after')
    editor.breakUndo()
    insertBlocks(editor, readHtml('<h2>Head</h2><ul><li>a</li></ul>'))
    expect(written()).toBe('before some **bold**\n\n## Head\n\n- a\n\nafter')
    editor.operations = []
    Editor.normalize(editor)
    editor.undo()
    expect(written()).toBe('before some **bold**after')
  })
})
