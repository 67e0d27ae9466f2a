import { createHash } from 'node:crypto'
import { onOneLine } from '../../../../shared/domain/elision'
import type { PageGround } from '../../../../shared/domain/export-options'
import { PLAIN_PAGE, reviewTree } from '../../../../shared/markdown/review-tree'
import { labelsOf, type Template } from '../../../../shared/markdown/template'
import { escapeHtml, toHtml } from '../../../../shared/markdown/to-html'
import type { GatheredReview } from '../review-document'

const FONTS = {
  serif: '"Source Serif 4", Georgia, "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", serif',
  sans: '"Inter", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
}

/** Camp colours on a light and on a dark ground, 1 to 8. */
const CAMPS = [
  ['#2f6690', '#7db4dd'],
  ['#a4511f', '#e39b68'],
  ['#3c7a4e', '#84c295'],
  ['#7a4d91', '#c19ad6'],
  ['#96702a', '#d9b566'],
  ['#a23b55', '#e68aa0'],
  ['#2d7577', '#76c2c4'],
  ['#5d6270', '#a9afbf'],
] as const

const QUOTES = {
  bar: 'padding: .1rem 0 .1rem 1.1rem; border-left: 3px solid var(--camp, var(--accent));',
  indent: 'padding: 0 0 0 2rem;',
  box: 'padding: .4rem 1rem; border: 1px solid var(--camp, var(--rule)); border-radius: .4rem;',
}

function styleOf(template: Template | null, ground: PageGround): string {
  const look = template?.look ?? {}
  const camps = (dark: 0 | 1) => CAMPS.map((pair, at) => `.camp-${at + 1} { --camp: ${pair[dark]}; }`).join(' ')
  const light = `:root { --ground: #fbfaf7; --ink: #23211d; --quiet: #6b665c; --rule: #d9d4c8; --accent: ${look.accent ?? '#8a4b1f'}; }
${camps(0)}`
  const dark = `:root { --ground: #1b1a18; --ink: #e6e2d9; --quiet: #a39d90; --rule: #3b3833; --accent: ${look.accentDark ?? '#e0a172'}; }
${camps(1)}`
  const grounds = {
    auto: `:root { color-scheme: light dark; }\n${light}\n@media (prefers-color-scheme: dark) {\n${dark}\n}`,
    light: `:root { color-scheme: light; }\n${light}`,
    dark: `:root { color-scheme: dark; }\n${dark}`,
  }
  return `
${grounds[ground]}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.7 ${FONTS[look.font ?? 'serif']}; }
main { max-width: ${look.width ?? 42}rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
h2 { font-size: 1.4rem; margin: 2.75rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); }
.meta, .attribution { color: var(--quiet); font-size: .9rem; }
blockquote { margin: 1.25rem 0; ${QUOTES[look.quote ?? 'bar']} }
blockquote:target { background: color-mix(in srgb, var(--accent) 12%, transparent); }
blockquote p { margin: .5rem 0; }
summary { color: var(--quiet); font-size: .8rem; cursor: pointer; width: fit-content; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--rule); padding: .3rem .6rem; text-align: left; }
.center { text-align: center; } .right { text-align: right; }
pre { overflow-x: auto; }
.footnote { color: var(--quiet); font-size: .9rem; }
.footnote p { display: inline; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  :root { --ground: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --accent: #444; }
  ${camps(0)}
  main { max-width: none; padding: 0; }
  blockquote { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
  summary { display: none; }
}
`
}

/** A review as one HTML file that needs nothing else and, by its policy, can load and run nothing. */
export function renderHtml(
  { document }: Pick<GatheredReview, 'document'>,
  template: Template | null = null,
  ground: PageGround = 'auto',
): string {
  const style = styleOf(template, ground)
  const styleHash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`
  const language = document.language === 'zh' ? 'zh-Hans' : 'en'
  const labels = labelsOf(document.language, template)
  const tree = reviewTree(document, { ...PLAIN_PAGE, relations: 'list', template })
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(onOneLine(document.title)) || escapeHtml(labels.untitled)}</title>
<style>${style}</style>
</head>
<body>
<main>
${toHtml(tree, { translation: labels.translation, language })}</main>
</body>
</html>
`
}
