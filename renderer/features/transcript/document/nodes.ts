import type { BaseElement, BasePoint, Path } from 'slate'
import type { TextRange } from '../../../../shared/domain/span'
import { blockIndexAt, type TextBlock } from './blocks'

/** Blocks that mount together: a third of a screenful or so, as all that is beyond the screen is laid out for nothing. `first` and `last` are block indices, both included. */
export interface Section {
  readonly index: number
  readonly first: number
  readonly last: number
}

export interface BlockNode extends BaseElement {
  readonly type: 'block'
  readonly block: TextBlock
}
export interface SectionNode extends BaseElement {
  readonly type: 'section'
  readonly section: Section
}
export interface PartNode extends BaseElement {
  readonly type: 'part'
  readonly part: number
}
export interface VolumeNode extends BaseElement {
  readonly type: 'volume'
  readonly volume: number
}
export type TranscriptNode = BlockNode | SectionNode | PartNode | VolumeNode

const SECTION_LENGTH = 600
const SECTION_BLOCKS = 4
/** Sections in one part: Slate's work for each change grows with the nodes at the top, so these are few. */
export const PART_SECTIONS = 24
/** Parts in one volume: Slate makes an element for each child of what is mounted, so far parts are not. */
export const VOLUME_PARTS = 24

/** One source as a Slate document: volumes of parts of sections of blocks of one text each. */
export interface TranscriptDocument {
  readonly text: string
  readonly blocks: readonly TextBlock[]
  readonly sections: readonly Section[]
  readonly value: VolumeNode[]
}

export function buildDocument(text: string, blocks: readonly TextBlock[]): TranscriptDocument {
  const sections = sectionsOf(blocks)
  const parts: PartNode[] = []
  for (let from = 0; from < sections.length; from += PART_SECTIONS) {
    const children = sections.slice(from, from + PART_SECTIONS).map((section): SectionNode => ({
      type: 'section',
      section,
      children: blocks.slice(section.first, section.last + 1).map((block): BlockNode => ({
        type: 'block',
        block,
        children: [{ text: text.slice(block.start, block.end) }],
      })),
    }))
    parts.push({ type: 'part', part: parts.length, children })
  }
  const value: VolumeNode[] = []
  for (let from = 0; from < parts.length; from += VOLUME_PARTS) {
    value.push({ type: 'volume', volume: value.length, children: parts.slice(from, from + VOLUME_PARTS) })
  }
  return { text, blocks, sections, value }
}

function sectionsOf(blocks: readonly TextBlock[]): Section[] {
  const sections: Section[] = []
  let first = 0
  let length = 0
  blocks.forEach((block, index) => {
    length += block.end - block.start
    if (length >= SECTION_LENGTH || index - first + 1 >= SECTION_BLOCKS || index === blocks.length - 1) {
      sections.push({ index: sections.length, first, last: index })
      first = index + 1
      length = 0
    }
  })
  return sections
}

export function sectionOfBlock(document: TranscriptDocument, block: number): number {
  let low = 0
  let high = document.sections.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (document.sections[middle]!.last < block) low = middle + 1
    else high = middle
  }
  return low
}

export function pathOfBlock(document: TranscriptDocument, block: number): Path {
  const section = sectionOfBlock(document, block)
  const part = Math.floor(section / PART_SECTIONS)
  return [
    Math.floor(part / VOLUME_PARTS),
    part % VOLUME_PARTS,
    section % PART_SECTIONS,
    block - document.sections[section]!.first,
  ]
}

/** The Slate point of an offset in the source's text; between two blocks it is the end of the one before. */
export function pointOf(document: TranscriptDocument, offset: number): BasePoint {
  const index = blockIndexAt(document.blocks, offset)
  const block = document.blocks[index]!
  return {
    path: [...pathOfBlock(document, index), 0],
    offset: Math.min(Math.max(offset, block.start), block.end) - block.start,
  }
}

/** The offset in the source's text of a Slate point. */
export function offsetOf(document: TranscriptDocument, { path, offset }: BasePoint): number {
  const [volume = 0, part = 0, at = 0, within = 0] = path
  const section = document.sections[(volume * VOLUME_PARTS + part) * PART_SECTIONS + at]
  const block = section && document.blocks[section.first + within]
  if (!block) throw new RangeError(`no block at [${path.join(', ')}]`)
  return block.start + Math.min(offset, block.end - block.start)
}

/** The part of `range` that block shows, as offsets within it; `null` when it shows none of it. */
export function withinBlock(block: TextBlock, range: TextRange): { from: number; to: number } | null {
  const from = Math.max(range.start, block.start) - block.start
  const to = Math.min(range.end, block.end) - block.start
  return from < to ? { from, to } : null
}
