import type { Code, List, PhrasingContent } from 'mdast'
import { assertNever } from '../domain/assert-never'
import { onOneLine } from '../domain/elision'
import type { PassageId } from '../domain/ids'
import { sectionHeading, type ReviewLabels } from './labels'
import type { DocumentQuote, DocumentRelation, ReviewDocument } from './review-document'

/** Characters of a quote that stand for it in a list or a map. */
const SHORT = 60

/** The relations between a page's quotes as a Mermaid flowchart: sections as groups, quotes as nodes. */
export function relationsMap(document: ReviewDocument, labels: ReviewLabels): Code {
  const related = new Set(document.relations.flatMap(({ from, to }) => [from, to]))
  const nodes = new Map<PassageId, string>()
  const groups: string[] = []
  document.sections.forEach((section, at) => {
    const lines: string[] = []
    for (const block of section.blocks) {
      if (block.kind !== 'quote' || !related.has(block.passage) || nodes.has(block.passage)) continue
      const name = `q${nodes.size + 1}`
      nodes.set(block.passage, name)
      lines.push(`    ${name}["${mermaidText(quoteName(block, labels))}"]`)
    }
    if (lines.length === 0) return
    const heading = mermaidText(onOneLine(sectionHeading(section, document.language, labels)))
    groups.push(`  subgraph s${at + 1}["${heading}"]`, ...lines, '  end')
  })
  const arrows = document.relations.map(
    ({ from, to, kind }) =>
      `  ${nodes.get(from)} ${arrowOf(kind, mermaidText(labels.relations[kind]))} ${nodes.get(to)}`,
  )
  return { type: 'code', lang: 'mermaid', value: ['flowchart LR', ...groups, ...arrows].join('\n') }
}

function arrowOf(kind: DocumentRelation['kind'], label: string): string {
  switch (kind) {
    case 'contradicts':
      return `-. "${label}" .->`
    case 'supports':
      return `== "${label}" ==>`
    case 'qualifies':
      return `-- "${label}" -->`
    default:
      return assertNever(kind)
  }
}

/** Text inside a quoted Mermaid label: whatever could end it or be read as markup is a character code. */
function mermaidText(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}\p{P}\p{S} ]|[!-/:-@[-`{-~]/gu, (character) =>
    /[,.!?()'-]/.test(character) ? character : `#${character.codePointAt(0)};`,
  )
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
