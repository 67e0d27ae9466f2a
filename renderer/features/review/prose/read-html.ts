import {
  aParagraph,
  isText,
  tidyInlines,
  type InlineNode,
  type ItemNode,
  type ListNode,
  type Mark,
  type ProseNode,
} from './nodes'

type Marks = Partial<Record<Mark, true>>

/** What holds no words of its own: styles, scripts and pictures never come in. */
const LEFT_OUT = new Set([
  'STYLE',
  'SCRIPT',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'IMG',
  'PICTURE',
  'SVG',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'BUTTON',
  'INPUT',
  'SELECT',
  'TEXTAREA',
])
const BLOCKS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'MAIN',
  'HEADER',
  'FOOTER',
  'ASIDE',
  'UL',
  'OL',
  'LI',
  'BLOCKQUOTE',
  'PRE',
  'HR',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TABLE',
  'TBODY',
  'THEAD',
  'TFOOT',
  'TR',
  'TD',
  'TH',
  'DL',
  'DT',
  'DD',
  'FIGURE',
  'FIGCAPTION',
  'BODY',
  'ADDRESS',
])

const LINKABLE = /^(?:https?:|mailto:|passage:)/i

/** The words of a page or a word processor's document, with their structure and emphasis and nothing else. */
export function readHtml(html: string): ProseNode[] {
  // A document of its own, in which nothing runs or loads.
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return joinLists(readChildren(body))
}

function readChildren(parent: Element): ProseNode[] {
  const blocks: ProseNode[] = []
  let words: InlineNode[] = []
  const flush = () => {
    blocks.push(...paragraphOf(words))
    words = []
  }
  for (const child of parent.childNodes) {
    if (child instanceof Element && (BLOCKS.has(child.tagName) || holdsBlocks(child))) {
      flush()
      blocks.push(...readElement(child))
    } else words.push(...readWords(child, {}))
  }
  flush()
  return blocks
}

function holdsBlocks(element: Element): boolean {
  return (
    !LEFT_OUT.has(element.tagName) &&
    [...element.children].some((child) => BLOCKS.has(child.tagName) || holdsBlocks(child))
  )
}

function readElement(element: Element): ProseNode[] {
  const { tagName } = element
  const heading = /^H([1-6])$/.exec(tagName)?.[1]
  if (heading !== undefined) {
    const children = onOneLine(readAllWords(element))
    const depth = Number(heading) as 1 | 2 | 3 | 4 | 5 | 6
    return children.some((child) => isText(child) && child.text !== '') ? [{ type: 'heading', depth, children }] : []
  }
  switch (tagName) {
    case 'UL':
    case 'OL':
      return readList(element)
    case 'BLOCKQUOTE': {
      const children = readChildren(element)
      return children.length > 0 ? [{ type: 'quotation', children }] : []
    }
    case 'PRE':
      return [{ type: 'code', children: [{ text: element.textContent.replace(/\n$/, '') }] }]
    case 'HR':
      return [{ type: 'rule', children: [{ text: '' }] }]
    case 'TR':
      return paragraphOf(
        [...element.children].flatMap((cell, at) => [...(at > 0 ? [{ text: ' · ' }] : []), ...readAllWords(cell)]),
      )
    default:
      return wordListItem(element) ?? readChildren(element)
  }
}

function readList(element: Element): ProseNode[] {
  const items = [...element.children].flatMap((child): ItemNode[] => {
    const blocks = child.tagName === 'UL' || child.tagName === 'OL' ? readList(child) : readChildren(child)
    return blocks.length > 0 ? [anItem(blocks)] : []
  })
  const list = aList(element.tagName === 'OL', items)
  // Some programs set a nested list beside its item instead of in it.
  for (let at = list.children.length - 1; at > 0; at--) {
    const { children } = list.children[at]!
    if (children.length !== 1 || children[0]?.type !== 'list') continue
    list.children[at - 1]!.children.push(...children)
    list.children.splice(at, 1)
  }
  return list.children.length > 0 ? [list] : []
}

/** Word writes an item as a paragraph that says so in its style, its mark as text that is to be ignored. */
function wordListItem(element: Element): ProseNode[] | null {
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(element.getAttribute('style') ?? '')?.[1]
  if (level === undefined) return null
  const ignored = [...element.querySelectorAll('[style*="mso-list:"]')].filter((each) =>
    /mso-list:\s*ignore/i.test(each.getAttribute('style') ?? ''),
  )
  const mark = ignored
    .map((each) => each.textContent)
    .join('')
    .trim()
  for (const each of ignored) each.remove()
  let list = aList(/^\(?[\dA-Za-z]+[.)]/.test(mark), [anItem(paragraphOf(readAllWords(element)))])
  for (let depth = Math.min(Number(level), 9); depth > 1; depth--) list = aList(list.ordered, [anItem([list])])
  return [list]
}

/** Lists that follow one another are one; the nested ones of Word belong below the item before. */
function joinLists(blocks: readonly ProseNode[]): ProseNode[] {
  const joined: ProseNode[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    if (before?.type === 'list' && block.type === 'list') joinInto(before, block)
    else joined.push(block)
  }
  return joined
}

function joinInto(list: ListNode, next: ListNode): void {
  for (const item of next.children) {
    const last = list.children.at(-1)
    const [only, ...others] = item.children
    if (last === undefined || only?.type !== 'list' || others.length > 0) {
      list.children.push(item)
      continue
    }
    const nested = last.children.at(-1)
    if (nested?.type === 'list') joinInto(nested, only)
    else last.children.push(only)
  }
}

function aList(ordered: boolean, children: ItemNode[]): ListNode {
  return { type: 'list', ordered, start: 1, spread: false, children }
}

function anItem(children: ProseNode[]): ItemNode {
  return { type: 'item', spread: false, children: children.length > 0 ? children : [aParagraph()] }
}

function paragraphOf(words: readonly InlineNode[]): ProseNode[] {
  const children = onOneLine(words)
  return children.some((child) => !isText(child) || child.text !== '') ? [{ type: 'paragraph', children }] : []
}

function readAllWords(element: Element): InlineNode[] {
  return [...element.childNodes].flatMap((child) => readWords(child, {}))
}

function readWords(node: Node, marks: Marks): InlineNode[] {
  if (node instanceof Text) return [{ text: node.data.replaceAll(/[ \t\r\n\f]+/g, ' '), ...marks }]
  if (!(node instanceof HTMLElement) || LEFT_OUT.has(node.tagName)) return []
  if (node.tagName === 'BR') return [{ text: '\n', ...marks }]
  const own = { ...marks }
  for (const [mark, isSet] of marksOf(node)) {
    if (isSet) own[mark] = true
    else delete own[mark]
  }
  const words = [...node.childNodes].flatMap((child) => readWords(child, own))
  const url = node.tagName === 'A' ? (node.getAttribute('href') ?? '') : ''
  const texts = words.filter(isText)
  if (!LINKABLE.test(url) || texts.every(({ text }) => text.trim() === '')) return words
  return [{ type: 'link', url, children: texts }]
}

/**
 * What an element says of the look of its words, by its name or, as word processors do, by its style. The style is read
 * as text: the window's policy lets no style of others take effect.
 */
function marksOf(element: HTMLElement): [Mark, boolean][] {
  const style = element.getAttribute('style') ?? ''
  const valueOf = (property: string) =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim()
  const weight = valueOf('font-weight')
  const slant = valueOf('font-style')
  const marks: [Mark, boolean][] = []
  const { tagName } = element
  if (weight !== undefined) marks.push(['strong', weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600])
  else if (tagName === 'B' || tagName === 'STRONG') marks.push(['strong', true])
  if (slant !== undefined) marks.push(['emphasis', slant === 'italic'])
  else if (tagName === 'I' || tagName === 'EM' || tagName === 'CITE') marks.push(['emphasis', true])
  const isStruck = /text-decoration[^;]*line-through/i.test(style)
  if (isStruck || tagName === 'S' || tagName === 'DEL' || tagName === 'STRIKE') marks.push(['delete', true])
  if (tagName === 'CODE' || tagName === 'KBD' || tagName === 'SAMP' || tagName === 'TT') marks.push(['code', true])
  return marks
}

/** Words without the spaces that a page does not show. */
function onOneLine(words: readonly InlineNode[]): InlineNode[] {
  const tidy = tidyInlines(words)
  const first = tidy[0]
  const last = tidy.at(-1)
  if (first && isText(first)) tidy[0] = { ...first, text: first.text.replace(/^\s+/, '') }
  const end = tidy.at(-1)
  if (last && end && isText(end)) tidy[tidy.length - 1] = { ...end, text: end.text.replace(/\s+$/, '') }
  return tidyInlines(
    tidy.map((node) =>
      isText(node) ? { ...node, text: node.text.replaceAll(/ {2,}/g, ' ').replaceAll(/ ?\n ?/g, '\n') } : node,
    ),
  )
}
