import type { BlockContent, Heading, Paragraph, Root, RootContent } from 'mdast'
import { onOneLine } from '../domain/elision'
import { REVIEW_LABELS, sectionHeading } from './labels'
import { parseProse, type FootnoteCounter } from './parse-prose'
import type { DocumentBlock, DocumentSection, DocumentSource, ReviewDocument } from './review-document'

/** What a paragraph of the page is, for formats that set it apart. */
export type Role = 'meta' | 'original' | 'translation' | 'attribution'

declare module 'mdast' {
  interface ParagraphData {
    role?: Role
  }
}

/**
 * The page of a review as a Markdown tree: title, meta line, then each section with its heading and blocks. Text of
 * transcripts, titles and headings stands in text nodes only, so no writer can take it for markup.
 */
export function reviewTree(document: ReviewDocument): Root {
  const labels = REVIEW_LABELS[document.language]
  const footnotes: FootnoteCounter = { used: 0 }
  const children: RootContent[] = [
    heading(1, onOneLine(document.title) || labels.untitled),
    paragraph(labels.metaLine(document), 'meta'),
  ]
  const listing = document.sections.find((section) => section.kind === 'sources')
  for (const section of document.sections) {
    const level = Math.min(6, section.depth + 2) as Heading['depth']
    children.push(heading(level, onOneLine(sectionHeading(section, document.language))))
    const blocks = section.blocks.map((block) => blockTree(block, document, level, footnotes))
    children.push(...(section === listing ? withSources(section, blocks, document) : blocks.flat()))
  }
  return { type: 'root', children }
}

function blockTree(
  block: DocumentBlock,
  { language }: ReviewDocument,
  level: number,
  footnotes: FootnoteCounter,
): RootContent[] {
  if (block.kind === 'prose') return parseProse(block.markdown, level, footnotes)
  const [open, close] = REVIEW_LABELS[language].translationMarks
  const lines: BlockContent[] = [paragraph(`"${onOneLine(block.text)}"`, 'original')]
  if (block.translation) lines.push(paragraph(`${open}${onOneLine(block.translation)}${close}`, 'translation'))
  if (block.attribution) lines.push(paragraph(onOneLine(block.attribution), 'attribution'))
  return [...parseProse(block.leadIn, level, footnotes), { type: 'blockquote', children: lines }]
}

/** The sources section: its first prose introduces the cited sources; those only mentioned come last. */
function withSources(
  section: DocumentSection,
  blocks: readonly RootContent[][],
  { citedSources, mentionedSources, language }: ReviewDocument,
): RootContent[] {
  const introduced = section.blocks[0]?.kind === 'prose' ? 1 : 0
  const nodes = blocks.slice(0, introduced).flat()
  if (citedSources.length > 0) nodes.push(sourceList(citedSources))
  nodes.push(...blocks.slice(introduced).flat())
  if (mentionedSources.length > 0) {
    nodes.push(paragraph(REVIEW_LABELS[language].mentioned), sourceList(mentionedSources))
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

function heading(depth: Heading['depth'], value: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value }] }
}

function paragraph(value: string, role?: Role): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }], ...(role && { data: { role } }) }
}
