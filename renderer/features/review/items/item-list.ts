import type { List, ListItem, Paragraph, PhrasingContent, Root } from 'mdast'
import type { PassageId } from '../../../../shared/domain/ids'
import type { UiLanguage } from '../../../../shared/domain/language'
import type { SectionKind } from '../../../../shared/domain/review'
import { parseMarkdown, writeMarkdown } from '../../../../shared/markdown/gfm'
import { linkedPassage, passageLink } from '../../../../shared/markdown/quote-anchors'

/** One point of a section that lists points. */
export interface ListedItem {
  /** What it says, as Markdown, without the quotes that are named at its end. */
  readonly markdown: string
  /** The passages that it links to, each once: in its words or at its end. */
  readonly passages: readonly PassageId[]
  /** Of a task alone. */
  readonly checked: boolean | null
}

/** A prose block that is one list. */
export interface ItemList {
  readonly ordered: boolean
  /** The number of the first item. */
  readonly start: number
  readonly items: readonly ListedItem[]
}

/** Whether a section of this kind is a list of points. */
export function listsItems(kind: SectionKind): boolean {
  return kind === 'open-questions' || kind === 'unspoken'
}

/** The list that a prose block is, or `null` when it is anything else or more. */
export function readItems(markdown: string): ItemList | null {
  const list = listOf(markdown)
  if (list === null) return null
  return {
    ordered: list.ordered ?? false,
    start: list.start ?? 1,
    items: list.children.map((item) => ({
      markdown: writeItem(item),
      passages: [...new Set(linksIn(item))],
      checked: item.checked ?? null,
    })),
  }
}

/** With an item one place further up or down, or `null` where there is no such place. */
export function stepItem(markdown: string, at: number, by: -1 | 1): string | null {
  const to = at + by
  return change(markdown, ({ children }) => {
    const [item] = children.splice(at, 1)
    if (!item || to < 0 || to > children.length) return false
    children.splice(to, 0, item)
    return true
  })
}

/** Without an item: `''` when it was the only one, `null` when there is none. */
export function removeItem(markdown: string, at: number): string | null {
  const list = listOf(markdown)
  if (list?.children.length === 1 && at === 0) return ''
  return change(markdown, ({ children }) => children.splice(at, 1).length > 0)
}

/** Names a passage at the end of an item, as a link with these words; `null` when the item links to it already. */
export function linkPassage(
  markdown: string,
  at: number,
  id: PassageId,
  words: string,
  language: UiLanguage,
): string | null {
  return change(markdown, ({ children }) => {
    const item = children[at]
    if (!item || linksIn(item).includes(id)) return false
    const paragraph = endOf(item)
    const link: PhrasingContent = { type: 'link', url: passageLink(id), children: [text(words)] }
    const [before, between, after] = MARKS[language]
    const named = namedAtEnd(paragraph)
    if (named) paragraph.children.splice(-1, 0, text(between), link)
    else paragraph.children.push(text(paragraph.children.length > 0 ? before : before.trimStart()), link, text(after))
    return true
  })
}

/** Takes the links to a passage out of an item: one in its words leaves them, one named at its end goes. */
export function unlinkPassage(markdown: string, at: number, id: PassageId): string | null {
  return change(markdown, ({ children }) => {
    const item = children[at]
    if (!item || !linksIn(item).includes(id)) return false
    const paragraph = endOf(item)
    const named = namedAtEnd(paragraph)
    if (named) {
      const kept = named.links.filter((link) => linkedPassage(link.url) !== id)
      const closing = paragraph.children.at(-1)!
      paragraph.children.splice(named.from)
      const opening = paragraph.children.at(-1)
      if (kept.length === 0) {
        if (opening?.type === 'text') opening.value = opening.value.replace(OPENING, '')
        if (opening?.type === 'text' && opening.value === '') paragraph.children.pop()
      } else {
        const between = named.between
        paragraph.children.push(...kept.flatMap((link, index) => (index > 0 ? [text(between), link] : [link])), closing)
      }
    }
    unwrapLinks(item, id)
    return true
  })
}

/** What stands before, between and after the quotes that are named at an item's end. */
const MARKS: Readonly<Record<UiLanguage, readonly [before: string, between: string, after: string]>> = {
  en: [' (', '; ', ')'],
  zh: ['（', '；', '）'],
}
const OPENING = / ?[(（]$/u
const BETWEEN = /^(?:; ?|；)$/u
const CLOSING = /^[)）]$/u

type Link = Extract<PhrasingContent, { type: 'link' }>

interface NamedAtEnd {
  /** Index of the first link in its paragraph. */
  readonly from: number
  readonly links: readonly Link[]
  readonly between: string
}

/** Links to passages in brackets at the end of a paragraph, and nothing else in them. */
function namedAtEnd({ children }: Paragraph): NamedAtEnd | null {
  const closing = children.at(-1)
  if (closing?.type !== 'text' || !CLOSING.test(closing.value)) return null
  const links: Link[] = []
  let between = '; '
  for (let at = children.length - 2; at >= 1; at -= 2) {
    const link = children[at]
    const before = children[at - 1]
    if (link?.type !== 'link' || linkedPassage(link.url) === null || before?.type !== 'text') return null
    links.unshift(link)
    if (BETWEEN.test(before.value)) between = before.value
    else return OPENING.test(before.value) ? { from: at, links, between } : null
  }
  return null
}

function listOf(markdown: string): List | null {
  const [only, ...others] = parseMarkdown(markdown).children
  return only?.type === 'list' && others.length === 0 ? only : null
}

function change(markdown: string, act: (list: List) => boolean): string | null {
  const list = listOf(markdown)
  if (list === null || !act(list)) return null
  return writeMarkdown({ type: 'root', children: [list] }).replace(/\n$/, '')
}

/** The paragraph that quotes are named at the end of: the first, before any list below the item. */
function endOf(item: ListItem): Paragraph {
  const known = item.children.find((child) => child.type === 'paragraph')
  if (known) return known
  const paragraph: Paragraph = { type: 'paragraph', children: [] }
  item.children.push(paragraph)
  return paragraph
}

function writeItem(item: ListItem): string {
  const paragraph = item.children.find((child) => child.type === 'paragraph')
  const named = paragraph && namedAtEnd(paragraph)
  const children = item.children.map((child) => {
    if (!named || child !== paragraph) return child
    const words = paragraph.children.slice(0, named.from)
    const last = words.at(-1)
    if (last?.type === 'text') words[words.length - 1] = text(last.value.replace(OPENING, ''))
    return { ...paragraph, children: words }
  })
  return writeMarkdown({ type: 'root', children }).trim()
}

function linksIn(node: Root['children'][number]): PassageId[] {
  const own = node.type === 'link' ? linkedPassage(node.url) : null
  const below = 'children' in node ? node.children.flatMap(linksIn) : []
  return own === null ? below : [own, ...below]
}

function unwrapLinks(node: Root['children'][number], id: PassageId): void {
  if (!('children' in node)) return
  const children = (node.children as Root['children']).flatMap((child): Root['children'] =>
    child.type === 'link' && linkedPassage(child.url) === id ? child.children : [child],
  )
  Object.assign(node, { children })
  children.forEach((child) => unwrapLinks(child, id))
}

function text(value: string): Extract<PhrasingContent, { type: 'text' }> {
  return { type: 'text', value }
}
