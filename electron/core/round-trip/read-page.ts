import type { Blockquote, Heading, Root, RootContent } from 'mdast'
import { parseMarkdown, writeMarkdown } from '../../../shared/markdown/gfm'

/** A page as it was read: its title, and the nodes after it. */
export interface ReadPage {
  readonly title: string | null
  readonly nodes: readonly RootContent[]
}

/** Reads an exported page that may have been edited since, without its front matter and block references. */
export function readPage(markdown: string): ReadPage {
  const text = markdown.replace(/^\ufeff/, '')
  const { children } = parseMarkdown(text.replace(/^---[ \t]*\r?\n(?:[^]*?\r?\n)?---[ \t]*(?:\r?\n|$)/, ''))
  const [first, ...rest] = children
  const titled = first?.type === 'heading' && first.depth === 1
  const nodes = (titled ? rest : children).filter((node, at, all) => {
    const before = all[at - 1]
    return !(node.type === 'paragraph' && before?.type === 'blockquote' && /^\^[A-Za-z0-9-]+$/.test(textOf(node)))
  })
  return { title: titled ? textOf(first) : null, nodes }
}

/** The text of a node, without its markup. */
export function textOf(node: RootContent | Root): string {
  if ('value' in node) return node.value
  if (node.type === 'break') return '\n'
  return 'children' in node ? (node.children as RootContent[]).map(textOf).join('') : ''
}

/** Nodes as Markdown, without a final line feed. */
export function markdownOf(nodes: readonly RootContent[]): string {
  return writeMarkdown({ type: 'root', children: [...nodes] }).replace(/\n$/, '')
}

/** What makes two nodes the same, however they were written down. */
export function keyOf(node: RootContent): string {
  const bare = markdownOf([node])
  return `${node.type} ${markdownOf(parseMarkdown(bare).children)}`
}

/** The lines of a block quote, each a paragraph or a line of one. */
export function quoteLines(quote: Blockquote): string[] {
  return quote.children.flatMap((child) =>
    child.type === 'paragraph'
      ? textOf(child)
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : [],
  )
}

/** The paragraphs of a block quote. */
export function quoteParagraphs(quote: Blockquote): string[] {
  return quote.children.map((child) => textOf(child).trim())
}

export function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading'
}
