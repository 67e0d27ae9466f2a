import type { AlignType, Blockquote, Root, RootContent, TableRow } from 'mdast'

/** Addresses that a page may link to. Anything else, such as `javascript:`, stays text. */
const LINKABLE = /^(?:https?:\/\/|mailto:|#)/i

/** Text as it may stand in HTML, between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\r', '&#13;')
    .replace(NOT_IN_HTML, '\ufffd')
}

/** Control characters and non-characters, which no HTML page may hold. */
const NOT_IN_HTML = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/gu

/** What a page of quotes says of its own. */
export interface HtmlWords {
  /** Names the part of a quote that can be folded away. */
  readonly translation: string
  /** BCP 47, of the page. */
  readonly language: string
}

/**
 * A Markdown tree as HTML. Every text is escaped; raw HTML in the tree is shown as text; images become links, since a
 * page that is read offline loads nothing. Paragraphs with a role get it as their class. With
 * `words`, a translation under its original can be folded away, and the original says its language.
 */
export function toHtml(root: Root, words?: HtmlWords): string {
  return `${root.children.map((node) => (words && node.type === 'blockquote' ? quoteToHtml(node, words) : nodeToHtml(node))).join('\n')}\n`
}

function inside(node: { readonly children: readonly RootContent[] }): string {
  return node.children.map(nodeToHtml).join('')
}

function quoteToHtml(node: Blockquote, words: HtmlWords): string {
  const { quote, anchor, colour } = node.data ?? {}
  if (!quote) return nodeToHtml(node)
  const roles = node.children.map((child) => (child.type === 'paragraph' ? child.data?.role : undefined))
  const folds = roles.includes('original')
  const lines = node.children.map((child, at) => {
    if (child.type !== 'paragraph') return nodeToHtml(child)
    const role = roles[at]
    const language = role === 'original' ? quote.language : words.language
    const line = `<p class="${role}" lang="${escapeHtml(language)}" dir="auto">${inside(child)}</p>`
    return role === 'translation' && folds
      ? `<details open>\n<summary>${escapeHtml(words.translation)}</summary>\n${line}\n</details>`
      : line
  })
  const attributes = `${anchor ? ` id="${escapeHtml(anchor)}"` : ''}${colour ? ` class="camp-${colour}"` : ''}`
  return `<blockquote${attributes}>\n${lines.join('\n')}\n</blockquote>`
}

function nodeToHtml(node: RootContent): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value)
    case 'paragraph':
      return `<p${node.data?.role ? ` class="${node.data.role}"` : ''}>${inside(node)}</p>`
    case 'heading':
      return `<h${node.depth}>${inside(node)}</h${node.depth}>`
    case 'blockquote':
      return `<blockquote>\n${node.children.map(nodeToHtml).join('\n')}\n</blockquote>`
    case 'list': {
      const tag = node.ordered ? 'ol' : 'ul'
      const start = node.ordered && (node.start ?? 1) !== 1 ? ` start="${node.start}"` : ''
      return `<${tag}${start}>\n${node.children.map(nodeToHtml).join('\n')}\n</${tag}>`
    }
    case 'listItem': {
      const box = typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : ''
      const tight = node.children.map((child) =>
        child.type === 'paragraph' && !node.spread ? inside(child) : nodeToHtml(child),
      )
      return `<li>${box}${tight.join('\n')}</li>`
    }
    case 'emphasis':
      return `<em>${inside(node)}</em>`
    case 'strong':
      return `<strong>${inside(node)}</strong>`
    case 'delete':
      return `<del>${inside(node)}</del>`
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`
    case 'code':
      return `<pre><code>${escapeHtml(node.value)}\n</code></pre>`
    case 'break':
      return '<br>\n'
    case 'thematicBreak':
      return '<hr>'
    case 'link':
      return linkToHtml(node.url, inside(node))
    case 'image':
      return linkToHtml(node.url, escapeHtml(node.alt || node.url))
    case 'table':
      return tableToHtml(node.children, node.align ?? [])
    case 'footnoteReference':
      return `<sup><a href="#fn-${escapeHtml(node.identifier)}">${escapeHtml(node.label ?? node.identifier)}</a></sup>`
    case 'footnoteDefinition':
      return `<div class="footnote" id="fn-${escapeHtml(node.identifier)}"><sup>${escapeHtml(node.label ?? node.identifier)}</sup> ${inside(node)}</div>`
    case 'html':
    case 'yaml':
      return escapeHtml(node.value)
    case 'definition':
      return ''
    case 'linkReference':
    case 'tableRow':
    case 'tableCell':
      return inside(node)
    case 'imageReference':
      return escapeHtml(node.alt ?? '')
  }
}

function linkToHtml(url: string, label: string): string {
  if (!LINKABLE.test(url)) return label
  // A link without words would be there for nobody.
  return `<a href="${escapeHtml(url)}" rel="noreferrer">${label.trim() === '' ? escapeHtml(url) : label}</a>`
}

function tableToHtml(rows: readonly TableRow[], align: readonly AlignType[]): string {
  const cells = (row: TableRow, tag: 'th' | 'td') =>
    row.children
      .map((cell, column) => {
        const side = align[column]
        return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${side ? ` class="${side}"` : ''}>${inside(cell)}</${tag}>`
      })
      .join('')
  return `<table>\n${rows.map((row, at) => `<tr>${cells(row, at === 0 ? 'th' : 'td')}</tr>`).join('\n')}\n</table>`
}
