import { fromMarkdown, type Options as ReadOptions } from 'mdast-util-from-markdown'
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm'
import { defaultHandlers, toMarkdown, type Handle, type Options as WriteOptions } from 'mdast-util-to-markdown'
import { gfm } from 'micromark-extension-gfm'
import type { Blockquote, Link, Root, RootContent, Text } from 'mdast'
import { isPlainText } from './plain-text'

const READ: ReadOptions = {
  // Raw HTML is off in the grammar, so that `<b>` is read as the four characters that it is.
  extensions: [gfm(), { disable: { null: ['htmlFlow', 'htmlText'] } }],
  // Without the transforms, which make links out of escaped addresses.
  mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
}

/** A bare address in the author's prose is written as it was, not as `<https://…>`. */
const link: Handle = (node: Link, parent, state, info) =>
  node.data?.bare ? state.createTracker(info).move(node.data.bare) : defaultHandlers.link(node, parent, state, info)
Object.assign(link, { peek: peekLink })

function peekLink(
  node: Link,
  parent: Parameters<Handle>[1],
  state: Parameters<Handle>[2],
  info: Parameters<Handle>[3],
) {
  const { peek } = defaultHandlers.link as Handle & { peek: Handle }
  return node.data?.bare ? node.data.bare.charAt(0) : peek(node, parent, state, info)
}

/** Sentences are written as they are, without a look at each rule of the grammar. */
const text: Handle = (node: Text, _parent, state, info) =>
  isPlainText(node.value) ? node.value : state.safe(node.value, info)

/**
 * A page may have ten thousand quotes: those whose lines are all sentences are set down at once. What stands between
 * them is written as ever; between a quote and anything else there is one empty line, whatever it is.
 */
const root: Handle = (node: Root, _parent, state, info) => {
  const parts: string[] = []
  let others: RootContent[] = []
  const writeOthers = () => {
    if (others.length > 0) parts.push(defaultHandlers.root({ type: 'root', children: others }, undefined, state, info))
    others = []
  }
  for (const child of node.children) {
    const sentences = child.type === 'blockquote' ? quotedSentences(child) : null
    if (sentences === null) others.push(child)
    else {
      writeOthers()
      state.bulletLastUsed = undefined
      parts.push(sentences)
    }
  }
  writeOthers()
  return parts.join('\n\n')
}

function quotedSentences({ children }: Blockquote): string | null {
  let written = ''
  for (const child of children) {
    const [only, ...others] = child.type === 'paragraph' ? child.children : []
    if (only?.type !== 'text' || others.length > 0 || !isPlainText(only.value)) return null
    written += `${written === '' ? '' : '\n>\n'}> ${only.value}`
  }
  return written === '' ? null : written
}

const WRITE: WriteOptions = {
  extensions: [gfmToMarkdown()],
  handlers: { link, root, text },
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  fences: true,
  incrementListMarker: true,
}

/** Reads GitHub's Markdown, without raw HTML: its characters are text. */
export function parseMarkdown(markdown: string): Root {
  const root = fromMarkdown(markdown, READ)
  markBareLinks(root)
  return root
}

/** Writes a tree as GitHub's Markdown. The same tree gives the same bytes; ends in one line feed. */
export function writeMarkdown(root: Root): string {
  return toMarkdown(root, WRITE)
}

/** What may follow a bare address: a backslash there, of an escape, would become part of the address. */
const HARMLESS = /^[.,;!?)'"\P{ASCII}]*(?:\s|$)/u

function markBareLinks(node: Root | RootContent): void {
  if (!('children' in node)) return
  node.children.forEach((child, index) => {
    if (child.type !== 'link') return markBareLinks(child)
    const [text] = child.children
    const next = node.children[index + 1]
    const endsWell =
      !next ||
      (next.type === 'text' && HARMLESS.test(next.value) && (/\s/.test(next.value) || !node.children[index + 2]))
    if (node.type !== 'paragraph' || !endsWell || text?.type !== 'text' || text.value.includes('<')) return
    const { start, end } = child.position ?? {}
    const isBare = text.position?.start.offset === start?.offset && text.position?.end.offset === end?.offset
    if (isBare) child.data = { ...child.data, bare: text.value }
  })
}

declare module 'mdast' {
  interface LinkData {
    /** The address as it stood in the text, for a link that is only that. */
    bare?: string
  }
}
