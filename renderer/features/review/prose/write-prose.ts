import type { BlockContent, PhrasingContent, RootContent } from 'mdast'
import { writeMarkdown } from '../../../../shared/markdown/gfm'
import { isText, MARKS, tidyInlines, type InlineNode, type ListNode, type ProseNode, type ProseText } from './nodes'
import { readBlocks, type ProseDocument } from './read-prose'

/**
 * The Markdown of edited prose. A block that was not touched is written byte for byte as it was stored, with what
 * stood between it and its neighbours; `stored` is what the editor was opened with.
 */
export function writeProse(blocks: readonly ProseNode[], { stored, after }: Omit<ProseDocument, 'blocks'>): string {
  // Of nothing but white space the editor shows an empty paragraph, which is not stored.
  if (stored.length === 0 && blocks.every(isEmpty)) return after
  const untouched = blocks.map(({ origin = -1, ...block }) => {
    const from = stored[origin]
    if (from === undefined) return null
    const { origin: _, ...was } = from.node
    return sameNode(block, was) ? origin : null
  })
  if (untouched.length === stored.length && untouched.every((origin, at) => origin === at)) {
    return stored.map(({ before, markdown }) => before + markdown).join('') + after
  }
  const tidy = blocks.map(tidyBlock)
  const kept = compose(tidy, untouched, stored, after)
  // What stands beside new text may be read as another thing than it was.
  return isReadAs(kept, tidy) ? kept : writeBlocks(tidy)
}

/** Blocks as Markdown, all of them written anew. */
export function writeBlocks(blocks: readonly ProseNode[]): string {
  const children = blocks.map(tidyBlock).flatMap(toTree)
  return children.length === 0 ? '' : writeMarkdown({ type: 'root', children }).replace(/\n$/, '')
}

/** Whether a block that was read from Markdown is read as the same again once it was written. */
export function survivesWriting(block: ProseNode, definitions: string): boolean {
  const written = writeBlocks([block])
  const [read, ...others] = readBlocks(definitions === '' ? written : `${written}\n\n${definitions}`)
  const isAlone = others.every(({ type }) => type === 'source')
  if (read === undefined) return isEmpty(block)
  return isAlone && sameNode(comparable(read), comparable(block))
}

function compose(
  blocks: readonly ProseNode[],
  untouched: readonly (number | null)[],
  stored: ProseDocument['stored'],
  after: string,
): string {
  let text = ''
  let last: number | null = null
  let at = 0
  while (at < blocks.length) {
    // Lists side by side are told apart by their marks, so they are written together.
    let end = at + 1
    while (end < blocks.length && areListsAlike(blocks[at], blocks[end])) end += 1
    const run = blocks.slice(at, end)
    const origins = untouched.slice(at, end)
    const first = origins[0] ?? null
    const isKept = first !== null && origins.every((origin, index) => origin === first + index)
    const markdown = isKept
      ? stored
          .slice(first, first + run.length)
          .map((block, index) => (index === 0 ? '' : block.before) + block.markdown)
          .join('')
      : writeBlocks(run)
    if (markdown !== '') {
      const before = stored[first ?? -1]?.before ?? ''
      if (text === '') text = isKept && first === 0 ? before : ''
      else text += isKept && last !== null && first === last + 1 ? before : '\n\n'
      text += markdown
      last = isKept ? (origins.at(-1) ?? null) : null
    }
    at = end
  }
  return last !== null && last === stored.length - 1 ? text + after : text
}

function areListsAlike(a: ProseNode | undefined, b: ProseNode | undefined): boolean {
  return a?.type === 'list' && b?.type === 'list' && a.ordered === b.ordered
}

function isReadAs(markdown: string, blocks: readonly ProseNode[]): boolean {
  const expected = blocks.filter((block) => !isEmpty(block))
  const read = readBlocks(markdown)
  return (
    read.length === expected.length &&
    read.every((block, at) => {
      const other = expected[at]
      return other !== undefined && (other.type === 'source' || sameNode(comparable(block), comparable(other)))
    })
  )
}

/** What Markdown has no way to write. */
function isEmpty(block: ProseNode): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children.every((child) => isText(child) && child.text === '')
    case 'source':
      return block.children[0].text.trim() === ''
    case 'quotation':
      return block.children.every(isEmpty)
    case 'list':
    case 'code':
    case 'rule':
      return false
  }
}

/** A block without the spaces at the edges of its lines, which Markdown drops, and without where it was read from. */
function tidyBlock({ origin: _, ...block }: ProseNode): ProseNode {
  return changeWords(block, tidyWords)
}

/** A block such that two of them are the same when Markdown has no way to tell them apart. */
function comparable(block: ProseNode): ProseNode {
  return changeWords(tidyBlock(block), (words) =>
    tidyInlines(words.flatMap((node): InlineNode[] => (isText(node) ? bareSpaces(node) : [node]))),
  )
}

function changeWords(
  node: ProseNode,
  change: (words: readonly InlineNode[], isHeading: boolean) => InlineNode[],
): ProseNode {
  switch (node.type) {
    case 'paragraph':
      return { ...node, children: change(node.children, false) }
    case 'heading':
      return { ...node, children: change(node.children, true) }
    case 'quotation':
      return { ...node, children: withoutEmpty(node.children.map((child) => changeWords(child, change))) }
    case 'list':
      return {
        ...node,
        start: node.ordered ? node.start : 1,
        children: node.children.map((item) => ({
          ...item,
          children: withoutEmpty(item.children.map((child) => changeWords(child, change))),
        })),
      }
    case 'source':
    case 'code':
    case 'rule':
      return node
  }
}

function withoutEmpty(children: ProseNode[]): ProseNode[] {
  const full = children.filter((child) => !isEmpty(child))
  return full.length > 0 ? full : children.slice(0, 1)
}

const BREAKS = /[ \t]*([\n\r])[ \t]*/g

function tidyWords(nodes: readonly InlineNode[], isHeading: boolean): InlineNode[] {
  const words = tidyInlines(
    nodes.filter((node) => !isEmptyLink(node)).map((node) => (isText(node) ? onLines(node, isHeading) : node)),
  )
  const trim = (at: number, edge: RegExp) => {
    const node = words[at]
    if (node !== undefined && isText(node) && node.code !== true)
      words[at] = { ...node, text: node.text.replace(edge, '') }
  }
  trim(0, /^[ \t\n\r]+/)
  trim(words.length - 1, /[ \t\n\r]+$/)
  return tidyInlines(words)
}

function isEmptyLink(node: InlineNode): boolean {
  return !isText(node) && node.type === 'link' && node.children.every(({ text }) => text === '')
}

function onLines(node: ProseText, isHeading: boolean): ProseText {
  const text = node.code === true ? node.text.replaceAll(/[\n\r]/g, ' ') : node.text.replaceAll(BREAKS, '$1')
  return { ...node, text: isHeading ? text.replaceAll(/[\n\r]/g, ' ') : text }
}

function bareSpaces(node: ProseText): ProseText[] {
  const [before, words, after] = apartFromSpaces(node)
  return [{ text: before.text }, words, { text: after.text }].filter(({ text }) => text !== '')
}

/** The spaces before some words, the words, and the spaces after them. */
function apartFromSpaces(node: ProseText): [ProseText, ProseText, ProseText] {
  const [, before = '', words = '', after = ''] = (node.code !== true && /^(\s*)(.*?)(\s*)$/su.exec(node.text)) || []
  const text = node.code === true ? node.text : words
  return [
    { ...node, text: before },
    { ...node, text },
    { ...node, text: after },
  ]
}

function isSpace(node: InlineNode): boolean {
  return isText(node) && node.code !== true && node.text.trim() === ''
}

function toTree(block: ProseNode): RootContent[] {
  switch (block.type) {
    case 'paragraph':
      return isEmpty(block) ? [] : [{ type: 'paragraph', children: toPhrasing(apart(block.children)) }]
    case 'heading':
      return isEmpty(block)
        ? []
        : [{ type: 'heading', depth: block.depth, children: toPhrasing(apart(block.children)) }]
    case 'code':
      return [{ type: 'code', lang: block.lang ?? null, meta: block.meta ?? null, value: block.children[0].text }]
    case 'rule':
      return [{ type: 'thematicBreak' }]
    case 'source':
      // Written as it is: our grammar has no HTML, so no block of this type is ever read.
      return isEmpty(block) ? [] : [{ type: 'html', value: block.children[0].text.replace(/\n+$/, '') }]
    case 'quotation':
      return isEmpty(block) ? [] : [{ type: 'blockquote', children: block.children.flatMap(toTree) as BlockContent[] }]
    case 'list':
      return [toList(block)]
  }
}

function toList({ ordered, start, spread, children }: ListNode): RootContent {
  return {
    type: 'list',
    ordered,
    spread,
    ...(ordered && { start }),
    children: children.map((item) => ({
      type: 'listItem',
      checked: item.checked ?? null,
      spread: item.spread,
      children: item.children.flatMap(toTree) as BlockContent[],
    })),
  }
}

/** With the spaces at the edges of marked words by themselves: no mark may begin or end with one. */
function apart(nodes: readonly InlineNode[]): InlineNode[] {
  return nodes
    .flatMap((node): InlineNode[] => (isText(node) ? apartFromSpaces(node) : [node]))
    .filter((node) => !isText(node) || node.text !== '')
}

function toPhrasing(nodes: readonly InlineNode[]): PhrasingContent[] {
  const written: PhrasingContent[] = []
  let at = 0
  while (at < nodes.length) {
    const node = nodes[at]!
    let mark: (typeof MARKS)[number] | null = null
    let end = at + 1
    for (const each of isSpace(node) ? [] : MARKS) {
      if (!hasMark(node, each)) continue
      let runEnd = at + 1
      while (runEnd < nodes.length && hasMark(nodes[runEnd]!, each)) runEnd += 1
      while (isSpace(nodes[runEnd - 1]!)) runEnd -= 1
      if (mark === null || runEnd > end) [mark, end] = [each, runEnd]
    }
    if (mark === null) written.push(...toInline(node, nodes[at + 1]))
    else {
      const without = mark
      written.push({ type: mark, children: toPhrasing(nodes.slice(at, end).map((each) => withoutMark(each, without))) })
    }
    at = end
  }
  return written
}

function hasMark(node: InlineNode, mark: (typeof MARKS)[number]): boolean {
  if (isText(node)) return node.text !== '' && node[mark] === true
  const words = node.type === 'link' ? node.children.filter(({ text }) => text !== '') : node.children
  return words.length > 0 && words.every((each) => each[mark] === true)
}

function withoutMark(node: InlineNode, mark: (typeof MARKS)[number]): InlineNode {
  const strip = ({ [mark]: _, ...text }: ProseText) => text as ProseText
  if (isText(node)) return strip(node)
  return { ...node, children: node.children.map(strip) } as InlineNode
}

function toInline(node: InlineNode, next: InlineNode | undefined): PhrasingContent[] {
  if (isText(node)) return toText(node)
  if (node.type === 'source-span') return [{ type: 'html', value: node.markdown }]
  const words = node.children.map(({ text }) => text).join('')
  const standsAlone = next === undefined || (isText(next) && /^(?:\s|$)/.test(next.text))
  const isBare = node.bare !== undefined && node.bare === words && standsAlone
  return [
    {
      type: 'link',
      url: node.url,
      title: node.title ?? null,
      children: toPhrasing(apart(node.children)),
      ...(isBare && { data: { bare: words } }),
    },
  ]
}

function toText({ text, code }: ProseText): PhrasingContent[] {
  if (text === '') return []
  if (code === true) return [{ type: 'inlineCode', value: text }]
  return text
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line.replaceAll('\r', '\n') }]),
    ])
}

/** Whether two nodes are the same, whatever the order of their properties. */
function sameNode(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => sameNode((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
