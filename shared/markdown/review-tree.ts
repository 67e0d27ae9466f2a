import type { BlockContent, Blockquote, Heading, Paragraph, Root, RootContent } from 'mdast'
import { onOneLine } from '../domain/elision'
import type { PassageId, SectionId } from '../domain/ids'
import { sectionHeading, type ReviewLabels } from './labels'
import { parseProse, type FootnoteCounter } from './parse-prose'
import { quoteAnchors, resolveQuoteLinks } from './quote-anchors'
import { relationsList, relationsMap } from './relations-tree'
import type { DocumentBlock, DocumentQuote, DocumentSection, DocumentSource, ReviewDocument } from './review-document'
import { viewTree } from './view-tree'
import { labelsOf, QUOTE_LINES, type Template } from './template'

/** What a paragraph of the page is, for formats that set it apart. */
export type Role = 'meta' | 'original' | 'translation' | 'attribution'

/** Which part of a review a node at the top of the page was made from. */
export interface Origin {
  readonly section: SectionId
  /** Index among the section's blocks; -1 for what is of no block. */
  readonly block: number
  /** `generated`: made anew by each export, such as the list of sources. */
  readonly part: 'heading' | 'prose' | 'leadIn' | 'quote' | 'generated'
}

declare module 'mdast' {
  interface Data {
    origin?: Origin
  }
  interface ParagraphData {
    role?: Role
  }
  interface BlockquoteData {
    /** The quote that it is, in a page of ours. */
    quote?: DocumentQuote
    /** Its name in addresses; absent where the passage stood before. */
    anchor?: string
    /** Of the camp it stands in, 1 to 8. */
    colour?: number
  }
}

/** How a format wants the page. */
export interface TreeOptions {
  /** What an address on the page is made of, before a quote's anchor. */
  readonly anchorMark: '#' | '#^'
  /** Whether each quote is followed by its Obsidian block reference. */
  readonly blockReferences: boolean
  readonly relations: 'map' | 'list'
  readonly template: Template | null
}

export const PLAIN_PAGE: TreeOptions = { anchorMark: '#', blockReferences: false, relations: 'map', template: null }

interface Page {
  readonly document: ReviewDocument
  readonly labels: ReviewLabels
  readonly options: TreeOptions
  readonly footnotes: FootnoteCounter
  readonly anchors: ReadonlyMap<PassageId, string>
  /** Passages whose anchor stands on the page already. */
  readonly anchored: Set<PassageId>
}

/**
 * The page of a review as a Markdown tree: title, meta line, then each section with its heading and blocks. Text of
 * transcripts, titles and headings stands in text nodes only, so no writer can take it for markup.
 */
export function reviewTree(document: ReviewDocument, options: TreeOptions = PLAIN_PAGE): Root {
  const labels = labelsOf(document.language, options.template)
  const anchors = quoteAnchors(document)
  const page: Page = { document, labels, options, footnotes: { used: 0 }, anchors, anchored: new Set() }
  const children: RootContent[] = [
    heading(1, onOneLine(document.title) || labels.untitled),
    paragraph(labels.metaLine(document), 'meta'),
  ]
  const sections = inOrder(document.sections, options.template)
  const listing = sections.find((section) => section.kind === 'sources')
  for (const section of sections) {
    if (section === listing && section.depth === 0) children.push(...relationsSection(page))
    const level = Math.min(6, section.depth + 2) as Heading['depth']
    const head = heading(level, onOneLine(sectionHeading(section, document.language, labels)))
    const blocks = section.blocks.map((block, at) => blockTree(block, section, page, level, at))
    const view = section.view
      ? viewTree(
          section.view,
          labels,
          (markdown) => proseTree(markdown, page, level),
          (id) => addressOf(id, page),
        )
      : []
    const body = [...(section === listing ? withSources(section, blocks, page) : blocks.flat()), ...view]
    children.push(
      from({ section: section.id, block: -1, part: 'heading' }, head),
      ...body.map((node) =>
        node.data?.origin ? node : from({ section: section.id, block: -1, part: 'generated' }, node),
      ),
    )
  }
  if (!listing || listing.depth > 0) children.push(...relationsSection(page))
  return { type: 'root', children }
}

/** Sections with those top ones first that a template names, each with all below it. */
function inOrder(sections: readonly DocumentSection[], template: Template | null): readonly DocumentSection[] {
  const first = template?.sections
  if (!first) return sections
  const branches: DocumentSection[][] = []
  for (const section of sections) {
    const branch = branches.at(-1)
    if (section.depth === 0 || !branch) branches.push([section])
    else branch.push(section)
  }
  const named = first.flatMap((kind) => branches.filter(([top]) => top?.kind === kind))
  return [...new Set([...named, ...branches])].flat()
}

function blockTree(
  block: DocumentBlock,
  section: DocumentSection,
  page: Page,
  level: number,
  at: number,
): RootContent[] {
  const prose = (markdown: string, part: Origin['part']) =>
    proseTree(markdown, page, level).map((node) => from({ section: section.id, block: at, part }, node))
  if (block.kind === 'prose') return prose(block.markdown, 'prose')
  const isFirst = !page.anchored.has(block.passage)
  page.anchored.add(block.passage)
  const anchor = isFirst ? page.anchors.get(block.passage) : undefined
  const quote: Blockquote = {
    type: 'blockquote',
    children: quoteLines(block, page),
    data: {
      origin: { section: section.id, block: at, part: 'quote' },
      quote: block,
      ...(anchor && { anchor }),
      ...(section.camp && { colour: section.camp.colour }),
    },
  }
  const nodes = [...prose(block.leadIn, 'leadIn'), quote]
  return anchor && page.options.blockReferences ? [...nodes, paragraph(`^${anchor}`)] : nodes
}

function proseTree(markdown: string, page: Page, level: number): RootContent[] {
  if (markdown === '') return []
  return resolveQuoteLinks(parseProse(markdown, level, page.footnotes), (id) => addressOf(id, page))
}

function quoteLines(quote: DocumentQuote, { labels, options: { template } }: Page): BlockContent[] {
  const [open, close] = labels.quoteMarks
  const [openTranslation, closeTranslation] = labels.translationMarks
  const texts: Record<(typeof QUOTE_LINES)[number], string | null> = {
    original: `${open}${onOneLine(quote.text)}${close}`,
    translation: quote.translation && `${openTranslation}${onOneLine(quote.translation)}${closeTranslation}`,
    attribution: quote.attribution && `${template?.quote?.attributionMark ?? ''}${onOneLine(quote.attribution)}`,
  }
  const lines = (template?.quote?.lines ?? QUOTE_LINES).flatMap((role) => {
    const value = texts[role]
    return value ? paragraph(value, role) : []
  })
  // A page without the words themselves would be no quote.
  return lines.length > 0 ? lines : [paragraph(texts.original!, 'original')]
}

function addressOf(id: PassageId, { anchors, options }: Page): string | null {
  const anchor = anchors.get(id)
  return anchor === undefined ? null : options.anchorMark + anchor
}

function relationsSection(page: Page): RootContent[] {
  const { document, labels, options } = page
  if (document.relations.length === 0) return []
  const shown =
    options.relations === 'map'
      ? relationsMap(document, labels)
      : relationsList(document, labels, (id) => addressOf(id, page))
  return [heading(2, labels.relationsHeading), shown]
}

/** The sources section: its first prose introduces the cited sources; those only mentioned come last. */
function withSources(
  section: DocumentSection,
  blocks: readonly RootContent[][],
  { document: { citedSources, mentionedSources }, labels }: Page,
): RootContent[] {
  const introduced = section.blocks[0]?.kind === 'prose' ? 1 : 0
  const nodes = blocks.slice(0, introduced).flat()
  if (citedSources.length > 0) nodes.push(sourceList(citedSources))
  nodes.push(...blocks.slice(introduced).flat())
  if (mentionedSources.length > 0) {
    nodes.push(paragraph(labels.mentioned), sourceList(mentionedSources))
  }
  return nodes
}

function sourceList(sources: readonly DocumentSource[]): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: sources.map((source) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(sourceLine(source))],
    })),
  }
}

function sourceLine({ title, speakers, date }: DocumentSource): string {
  return [title, speakers.join(', '), date ?? ''].map(onOneLine).filter(Boolean).join(' · ')
}

function from<Node extends RootContent>(origin: Origin, node: Node): Node {
  node.data = { ...node.data, origin }
  return node
}

function heading(depth: Heading['depth'], value: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value }] }
}

function paragraph(value: string, role?: Role): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }], ...(role && { data: { role } }) }
}
