import { expect, it } from 'vitest'
import { parseMarkdown } from '../../../shared/markdown/gfm'
import { toHtml } from '../../../shared/markdown/to-html'

it.each([
  ['a <img src=x onerror=alert(1)> & "b"', '<p>a &lt;img src=x onerror=alert(1)&gt; &amp; &quot;b&quot;</p>\n'],
  [
    '[x](javascript:alert(1)) [y](https://y.example/?a=1&b="2")',
    '<p>x <a href="https://y.example/?a=1&amp;b=&quot;2&quot;" rel="noreferrer">y</a></p>\n',
  ],
  ['![a cat](https://c.example/cat.png)', '<p><a href="https://c.example/cat.png" rel="noreferrer">a cat</a></p>\n'],
  ['[](https://x.example)', '<p><a href="https://x.example" rel="noreferrer">https://x.example</a></p>\n'],
  ['3. c\n4. d', '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>\n'],
  ['- [x] done', '<ul>\n<li>☑ done</li>\n</ul>\n'],
  [
    '| a |\n| -: |\n| `<` |',
    '<table>\n<tr><th scope="col" class="right">a</th></tr>\n<tr><td class="right"><code>&lt;</code></td></tr>\n</table>\n',
  ],
  ['```\n<b>\n```', '<pre><code>&lt;b&gt;\n</code></pre>\n'],
])('shows %j', (markdown, html) => {
  expect(toHtml(parseMarkdown(markdown))).toBe(html)
})
