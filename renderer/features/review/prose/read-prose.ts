import type { PhrasingContent, RootContent } from 'mdast'
import { parseMarkdown } from '../../../../shared/markdown/gfm'
import {
  aParagraph,
  tidyInlines,
  type InlineNode,
  type ItemNode,
  type Mark,
  type ProseNode,
  type ProseText,
  type SourceNode,
} from './nodes'

/** A block as it is stored: what was read from it, its Markdown, and what stands between it and the block before. */
export interface StoredBlock {
  readonly node: ProseNode
  readonly markdown: string
  readonly before: string
}

/** Prose as the editor has it, and how it is stored. */
export interface ProseDocument {
  readonly blocks: ProseNode[]
  readonly stored: readonly StoredBlock[]
  /** What stands after the last block. */
  readonly after: string
}

type Marks = Partial<Record<Mark, true>>

/**
 * Reads Markdown for the editor. A block that would not come out as it went in, or that the editor has no form for, is
 * kept as its source.
 */
export function readProse(
  markdown: string,
  survives: (block: ProseNode, definitions: string) => boolean,
): ProseDocument {
  if (markdown.startsWith('\uFEFF')) return onlySource(markdown)
  const root = parseMarkdown(markdown)
  const sliceOf = (node: RootContent) =>
    markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  const definitions = root.children
    .filter(({ type }) => type === 'definition' || type === 'footnoteDefinition')
    .map(sliceOf)
    .join('\n\n')
  const stored: StoredBlock[] = []
  let end = 0
  root.children.forEach((child, origin) => {
    const text = sliceOf(child)
    const before = markdown.slice(end, child.position?.start.offset ?? end)
    end = child.position?.end.offset ?? end
    const read = readBlock(child, sliceOf)
    const node = read !== null && survives(read, definitions) ? read : sourceOf(text)
    stored.push({ node: { ...node, origin }, markdown: text, before })
  })
  const blocks = stored.map(({ node }) => node)
  return { blocks: blocks.length > 0 ? blocks : [aParagraph()], stored, after: markdown.slice(end) }
}

/** The blocks of a Markdown that comes from elsewhere, such as the clipboard. */
export function readBlocks(markdown: string): ProseNode[] {
  const sliceOf = (node: RootContent) =>
    markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  return parseMarkdown(markdown).children.map((child) => readBlock(child, sliceOf) ?? sourceOf(sliceOf(child)))
}

function onlySource(markdown: string): ProseDocument {
  const node: ProseNode = { ...sourceOf(markdown), origin: 0 }
  return { blocks: [node], stored: [{ node, markdown, before: '' }], after: '' }
}

function sourceOf(markdown: string): SourceNode {
  return { type: 'source', children: [{ text: markdown }] }
}

/** A block as the editor has it, or `null` where it has no form for it. */
function readBlock(node: RootContent, sliceOf: (node: RootContent) => string): ProseNode | null {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', children: tidyInlines(readInlines(node.children, {}, sliceOf)) }
    case 'heading':
      return { type: 'heading', depth: node.depth, children: tidyInlines(readInlines(node.children, {}, sliceOf)) }
    case 'code':
      return {
        type: 'code',
        ...(typeof node.lang === 'string' && { lang: node.lang }),
        ...(typeof node.meta === 'string' && { meta: node.meta }),
        children: [{ text: node.value }],
      }
    case 'thematicBreak':
      return { type: 'rule', children: [{ text: '' }] }
    case 'blockquote': {
      const children = readAll(node.children, sliceOf)
      return children && { type: 'quotation', children: children.length > 0 ? children : [aParagraph()] }
    }
    case 'list': {
      const items = node.children.map((item): ItemNode | null => {
        const children = readAll(item.children, sliceOf)
        if (children === null) return null
        return {
          type: 'item',
          ...(typeof item.checked === 'boolean' && { checked: item.checked }),
          spread: item.spread ?? false,
          children: children.length > 0 ? children : [aParagraph()],
        }
      })
      if (!items.every((item) => item !== null)) return null
      return {
        type: 'list',
        ordered: node.ordered ?? false,
        start: node.start ?? 1,
        spread: node.spread ?? false,
        children: items,
      }
    }
    default:
      return null
  }
}

function readAll(nodes: readonly RootContent[], sliceOf: (node: RootContent) => string): ProseNode[] | null {
  const blocks = nodes.map((node) => readBlock(node, sliceOf))
  return blocks.every((block) => block !== null) ? blocks : null
}

function readInlines(
  nodes: readonly PhrasingContent[],
  marks: Marks,
  sliceOf: (node: RootContent) => string,
): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value.replaceAll(/\r?\n/g, '\r'), ...marks }]
      case 'strong':
      case 'emphasis':
      case 'delete':
        return readInlines(node.children, { ...marks, [node.type]: true }, sliceOf)
      case 'inlineCode':
        return [{ text: node.value, ...marks, code: true }]
      case 'break':
        return [{ text: '\n', ...marks }]
      case 'link': {
        const children = tidyInlines(readInlines(node.children, marks, sliceOf))
        if (!children.every((child): child is ProseText => 'text' in child)) break
        const { bare } = node.data ?? {}
        return [
          {
            type: 'link',
            url: node.url,
            ...(typeof node.title === 'string' && { title: node.title }),
            ...(bare !== undefined && { bare }),
            children,
          },
        ]
      }
      default:
        break
    }
    return [{ type: 'source-span', markdown: sliceOf(node), children: [{ text: '', ...marks }] }]
  })
}
