import type { RootContent } from 'mdast'
import type { PassageId } from '../domain/ids'
import type { ReviewDocument } from './review-document'

/** What an address in prose begins with that names a quote by its passage's id. */
export const PASSAGE_LINK = 'passage:'

/** The address by which prose links to a quote. */
export function passageLink(id: PassageId): string {
  return PASSAGE_LINK + encodeURIComponent(id)
}

/**
 * A name for each quoted passage that may stand in an address, an HTML id and an Obsidian block reference: letters,
 * digits and hyphens. The same page gives the same names.
 */
export function quoteAnchors({ sections }: Pick<ReviewDocument, 'sections'>): ReadonlyMap<PassageId, string> {
  const anchors = new Map<PassageId, string>()
  for (const { blocks } of sections) {
    for (const block of blocks) {
      if (block.kind !== 'quote' || anchors.has(block.passage)) continue
      const isPlain = /^[A-Za-z0-9-]{1,60}$/.test(block.passage)
      // Two hyphens stand in no id of ours, so a number never meets an id.
      anchors.set(block.passage, isPlain ? `q-${block.passage}` : `q--${anchors.size + 1}`)
    }
  }
  return anchors
}

/** The passage that an address of prose names, or `null`. */
export function linkedPassage(url: string): PassageId | null {
  if (!url.startsWith(PASSAGE_LINK)) return null
  try {
    return decodeURIComponent(url.slice(PASSAGE_LINK.length)) as PassageId
  } catch {
    return null
  }
}

/** Points the links to quotes to where they stand on the page; a link to a quote that is not there becomes its words. */
export function resolveQuoteLinks<Node extends RootContent>(
  nodes: readonly Node[],
  addressOf: (id: PassageId) => string | null,
): Node[] {
  return (nodes as readonly RootContent[]).flatMap((node) => {
    if ('children' in node) {
      Object.assign(node, { children: resolveQuoteLinks(node.children as RootContent[], addressOf) })
    }
    if (node.type !== 'link' || !node.url.startsWith(PASSAGE_LINK)) return node
    const id = linkedPassage(node.url)
    const url = id === null ? null : addressOf(id)
    return url === null ? node.children : { ...node, url }
  }) as Node[]
}

/** Points links to a page's anchors back to the quotes, as prose has them. */
export function restoreQuoteLinks(nodes: readonly RootContent[], anchors: ReadonlyMap<PassageId, string>): void {
  const ids = new Map(Array.from(anchors, ([id, anchor]) => [anchor, id]))
  const visit = (node: RootContent): void => {
    if ('children' in node) node.children.forEach(visit)
    if (node.type !== 'link') return
    const id = ids.get(node.url.replace(/^#\^?/, ''))
    if (node.url.startsWith('#') && id !== undefined) node.url = passageLink(id)
  }
  nodes.forEach(visit)
}
