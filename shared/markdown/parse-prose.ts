import type { Definition, FootnoteDefinition, Heading, Root, RootContent } from 'mdast'
import { parseMarkdown } from './gfm'
import { isPlainText } from './plain-text'

/** Footnotes of several prose blocks on one page: numbered in the order of their blocks. */
export interface FootnoteCounter {
  used: number
}

/** The deepest heading that Markdown and HTML have. */
const DEEPEST = 6

/**
 * The author's Markdown as part of a page: headings moved below `level`, links that name their address elsewhere in
 * the block made whole, footnotes numbered through the page. Raw HTML is text.
 */
export function parseProse(markdown: string, level: number, footnotes: FootnoteCounter): RootContent[] {
  if (markdown === '') return []
  if (isPlainText(markdown)) return [{ type: 'paragraph', children: [{ type: 'text', value: markdown }] }]
  const root = parseMarkdown(markdown)
  demoteHeadings(root, level)
  const definitions = new Map<string, Definition>()
  const numbers = new Map<string, string>()
  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !numbers.has(node.identifier)) {
      numbers.set(node.identifier, String((footnotes.used += 1)))
    }
  })
  return resolve(root.children, definitions, numbers)
}

function demoteHeadings(root: Root, level: number): void {
  const headings: Heading[] = []
  walk(root, (node) => {
    if (node.type === 'heading') headings.push(node)
  })
  const shift = level + 1 - Math.min(...headings.map((heading) => heading.depth))
  if (shift <= 0) return
  for (const heading of headings) heading.depth = Math.min(DEEPEST, heading.depth + shift) as Heading['depth']
}

/** The nodes without definitions, their references replaced by what they refer to. */
function resolve<Node extends RootContent>(
  nodes: readonly Node[],
  definitions: ReadonlyMap<string, Definition>,
  numbers: ReadonlyMap<string, string>,
): Node[] {
  const resolved: RootContent[] = []
  const seen = new Set<string>()
  for (const node of nodes as readonly RootContent[]) {
    if ('children' in node)
      Object.assign(node, { children: resolve(node.children as RootContent[], definitions, numbers) })
    if (node.type === 'definition') continue
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const { url = '', title = null } = definitions.get(node.identifier) ?? {}
      if (node.type === 'imageReference') resolved.push({ type: 'image', alt: node.alt ?? null, url, title })
      else resolved.push({ type: 'link', children: node.children, url, title })
    } else if (node.type === 'footnoteReference') resolved.push(numbered(node, numbers))
    else if (node.type === 'footnoteDefinition') {
      // Only the first of several with one name is ever referred to.
      if (!seen.has(node.identifier)) resolved.push(numbered(node, numbers))
      seen.add(node.identifier)
    } else resolved.push(node)
  }
  return resolved as Node[]
}

function numbered<Node extends FootnoteDefinition | Extract<RootContent, { type: 'footnoteReference' }>>(
  node: Node,
  numbers: ReadonlyMap<string, string>,
): Node {
  const number = numbers.get(node.identifier) ?? node.identifier
  return { ...node, identifier: number, label: number }
}

function walk(node: Root | RootContent, visit: (node: RootContent) => void): void {
  if (node.type !== 'root') visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}
