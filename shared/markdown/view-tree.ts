import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { PassageId } from '../domain/ids'
import { VIEW_SIDES } from '../domain/review'
import type { ReviewLabels } from './labels'
import { quoteName } from './relations-tree'
import type { DocumentView, ViewSupport } from './review-document'

/** The author's view: the judgement, the confidence in words, and what holds it up, as links to quotes. */
export function viewTree(
  view: DocumentView,
  labels: ReviewLabels,
  prose: (markdown: string) => RootContent[],
  addressOf: (id: PassageId) => string | null,
): RootContent[] {
  const nodes = withLabel(labels.view.judgement, labels.colon, prose(view.judgement))
  if (view.confidence !== null) {
    const words = labels.confidence[view.confidence - 1] ?? ''
    nodes.push(labelled(labels.view.confidence, labels.colon, [{ type: 'text', value: words }]))
  }
  for (const side of VIEW_SIDES) {
    const quotes = view[side]
    if (quotes.length === 0) continue
    nodes.push(labelled(labels.view[side], labels.colon, quotesOf(quotes, labels, addressOf)))
  }
  return nodes
}

function quotesOf(
  quotes: readonly ViewSupport[],
  labels: ReviewLabels,
  addressOf: (id: PassageId) => string | null,
): PhrasingContent[] {
  return quotes.flatMap((quote, at): PhrasingContent[] => {
    const text = { type: 'text' as const, value: quoteName(quote, labels) }
    const url = addressOf(quote.passage)
    const named: PhrasingContent = url === null ? text : { type: 'link', url, children: [text] }
    return at === 0 ? [named] : [{ type: 'text', value: '; ' }, named]
  })
}

/** Puts a label before the first paragraph, or on a line of its own. */
function withLabel(label: string, colon: string, nodes: readonly RootContent[]): RootContent[] {
  const [first, ...rest] = nodes
  if (!first) return []
  if (first.type === 'paragraph') return [labelled(label, colon, first.children), ...rest]
  return [labelled(label, colon.trimEnd(), []), ...nodes]
}

function labelled(label: string, colon: string, children: readonly PhrasingContent[]): Paragraph {
  return {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'text', value: label }] },
      { type: 'text', value: colon },
      ...children,
    ],
  }
}
