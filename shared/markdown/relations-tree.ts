import type { Code, List, PhrasingContent } from 'mdast'
import { onOneLine } from '../domain/elision'
import type { PassageId } from '../domain/ids'
import { sectionHeading, type ReviewLabels } from './labels'
import { renderMermaid } from './mermaid'
import type { DocumentQuote, ReviewDocument } from './review-document'

/** Characters of a quote that stand for it in a list or a map. */
const SHORT = 60

/** The relations between a page's quotes as a Mermaid flowchart: sections as groups, quotes as nodes. */
export function relationsMap(document: ReviewDocument, labels: ReviewLabels): Code {
  const waiting = new Set(document.relations.flatMap(({ from, to }) => [from, to]))
  const groups = document.sections.map((section) => ({
    heading: onOneLine(sectionHeading(section, document.language, labels)),
    // Each where it is quoted first.
    nodes: section.blocks.flatMap((block) =>
      block.kind === 'quote' && waiting.delete(block.passage)
        ? [{ id: block.passage, text: quoteName(block, labels) }]
        : [],
    ),
  }))
  const edges = document.relations.map((relation) => ({ ...relation, label: labels.relations[relation.kind] }))
  return { type: 'code', lang: 'mermaid', value: renderMermaid(groups, edges) }
}

/** The relations between a page's quotes as a list of sentences, whose quotes are links where they have an address. */
export function relationsList(
  document: ReviewDocument,
  labels: ReviewLabels,
  addressOf: (id: PassageId) => string | null,
): List {
  const quotes = new Map(
    document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block): [PassageId, DocumentQuote][] => (block.kind === 'quote' ? [[block.passage, block]] : [])),
    ),
  )
  const named = (id: PassageId): PhrasingContent => {
    const quote = quotes.get(id)
    const text = { type: 'text' as const, value: quote ? quoteName(quote, labels) : id }
    const url = addressOf(id)
    return url === null ? text : { type: 'link', url, children: [text] }
  }
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: document.relations.map(({ from, to, kind }) => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [
            named(from),
            { type: 'text', value: ` → ` },
            { type: 'strong', children: [{ type: 'text', value: labels.relations[kind] }] },
            { type: 'text', value: ` → ` },
            named(to),
          ],
        },
      ],
    })),
  }
}

/** A quote's first words between the page's marks, with its speaker. */
export function quoteName(quote: Pick<DocumentQuote, 'text' | 'speaker'>, labels: ReviewLabels): string {
  const [open, close] = labels.quoteMarks
  const characters = Array.from(onOneLine(quote.text))
  const short =
    characters.length > SHORT
      ? `${characters
          .slice(0, SHORT - 1)
          .join('')
          .trimEnd()}…`
      : characters.join('')
  return `${open}${short}${close}${quote.speaker ? ` (${onOneLine(quote.speaker)})` : ''}`
}
