// Slate takes a property that is `null` for one that is not there: nothing here is ever `null`.
import { Element, Text, type BaseElement, type Node } from 'slate'

/** Words as they are set. A line feed in them is a hard line break, a carriage return a soft one: a space on the page. */
export interface ProseText {
  text: string
  strong?: true
  emphasis?: true
  delete?: true
  code?: true
}

/** The marks of words from the outermost to the innermost. */
export const MARKS = ['delete', 'strong', 'emphasis'] as const
export type Mark = (typeof MARKS)[number] | 'code'

export interface LinkNode extends BaseElement {
  readonly type: 'link'
  readonly url: string
  readonly title?: string
  /** The address as it stood in the text, for a link that was only that. */
  readonly bare?: string
  readonly children: ProseText[]
}

/** Inline Markdown that is kept as it is written: a picture, a footnote's mark, a link by name. */
export interface SourceSpanNode extends BaseElement {
  readonly type: 'source-span'
  readonly markdown: string
  readonly children: [ProseText]
}

export type InlineNode = ProseText | LinkNode | SourceSpanNode

interface BlockBase extends BaseElement {
  /** Of a top block: the index of the stored block it was read from. */
  readonly origin?: number
}
export interface ParagraphNode extends BlockBase {
  readonly type: 'paragraph'
  readonly children: InlineNode[]
}
export interface HeadingNode extends BlockBase {
  readonly type: 'heading'
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  readonly children: InlineNode[]
}
export interface CodeNode extends BlockBase {
  readonly type: 'code'
  readonly lang?: string
  readonly meta?: string
  readonly children: [ProseText]
}
/** Markdown that the editor has no form for, such as a table: edited as it is written. */
export interface SourceNode extends BlockBase {
  readonly type: 'source'
  readonly children: [ProseText]
}
export interface RuleNode extends BlockBase {
  readonly type: 'rule'
  readonly children: [ProseText]
}
export interface QuotationNode extends BlockBase {
  readonly type: 'quotation'
  readonly children: ProseNode[]
}
export interface ListNode extends BlockBase {
  readonly type: 'list'
  readonly ordered: boolean
  readonly start: number
  /** Whether a blank line stands between its items. */
  readonly spread: boolean
  readonly children: ItemNode[]
}
export interface ItemNode extends BaseElement {
  readonly type: 'item'
  /** Of a task alone. */
  readonly checked?: boolean
  readonly spread: boolean
  readonly children: ProseNode[]
}

/** A block of prose. */
export type ProseNode = ParagraphNode | HeadingNode | CodeNode | SourceNode | RuleNode | QuotationNode | ListNode
export type ProseElement = ProseNode | ItemNode | LinkNode | SourceSpanNode

/** The node as an element of prose, or `null` for words and the editor itself. */
export function proseElement(node: Node): ProseElement | null {
  return Element.isElement(node) ? (node as unknown as ProseElement) : null
}

/** Whether a node is of one of these types. */
export function isOf<Type extends ProseElement['type']>(
  node: Node,
  ...types: readonly Type[]
): node is Extract<ProseElement, { type: Type }> {
  const element = proseElement(node)
  return element !== null && (types as readonly string[]).includes(element.type)
}

export function aParagraph(text = ''): ParagraphNode {
  return { type: 'paragraph', children: [{ text }] }
}

/** Words as Slate wants them: neighbours of one look joined, and words, if only none, around whatever is inline. */
export function tidyInlines(nodes: readonly InlineNode[]): InlineNode[] {
  const tidy: InlineNode[] = []
  for (const node of nodes) {
    const before = tidy.at(-1)
    if (!isText(node)) {
      if (before === undefined || !isText(before)) tidy.push({ text: '' })
      tidy.push(node)
    } else if (before !== undefined && isText(before) && (before.text === '' || sameMarks(before, node))) {
      tidy[tidy.length - 1] = before.text === '' ? node : { ...before, text: before.text + node.text }
    } else if (node.text !== '' || before === undefined || !isText(before)) tidy.push(node)
  }
  const last = tidy.at(-1)
  if (last === undefined || !isText(last)) tidy.push({ text: '' })
  return tidy
}

export function isText(node: InlineNode): node is ProseText {
  return Text.isText(node)
}

function sameMarks(a: ProseText, b: ProseText): boolean {
  return Text.equals(a, b, { loose: true })
}
