import { createHash } from 'node:crypto'
import { onOneLine } from '../../../../shared/domain/elision'
import { reviewTree } from '../../../../shared/markdown/review-tree'
import { escapeHtml, toHtml } from '../../../../shared/markdown/to-html'
import type { GatheredReview } from '../review-document'

const STYLE = `
:root { color-scheme: light dark; --ground: #fbfaf7; --ink: #23211d; --quiet: #6b665c; --rule: #d9d4c8; --accent: #8a4b1f; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1b1a18; --ink: #e6e2d9; --quiet: #a39d90; --rule: #3b3833; --accent: #e0a172; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.7 "Source Serif 4", Georgia, "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
h2 { font-size: 1.4rem; margin: 2.75rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); }
.meta, .attribution { color: var(--quiet); font-size: .9rem; }
blockquote { margin: 1.25rem 0; padding: .1rem 0 .1rem 1.1rem; border-left: 3px solid var(--accent); }
blockquote p { margin: .5rem 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--rule); padding: .3rem .6rem; text-align: left; }
.center { text-align: center; } .right { text-align: right; }
pre { overflow-x: auto; }
.footnote { color: var(--quiet); font-size: .9rem; }
.footnote p { display: inline; }
@media print {
  :root { --ground: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --accent: #444; }
  main { max-width: none; padding: 0; }
  blockquote { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
`

/** A review as one HTML file that needs nothing else and, by its policy, can load and run nothing. */
export function renderHtml({ document }: GatheredReview): string {
  const styleHash = createHash('sha256').update(STYLE).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${document.language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(onOneLine(document.title))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${toHtml(reviewTree(document))}</main>
</body>
</html>
`
}
