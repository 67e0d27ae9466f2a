import type { BlockId, PassageId, SectionId } from '../../../shared/domain/ids'
import type { Block, Section } from '../../../shared/domain/review'

/** Where a block stands: `index` counts among the section's blocks. */
export interface BlockPlace {
  readonly sectionId: SectionId
  readonly index: number
}

export function placeOfBlock(sections: readonly Section[], id: BlockId): BlockPlace | null {
  for (const section of sections) {
    const index = section.blocks.findIndex((block) => block.id === id)
    if (index !== -1) return { sectionId: section.id, index }
  }
  return null
}

/** One place up or down; past a section's first or last block it enters the neighbouring section. `null` at the ends. */
export function stepBlock(sections: readonly Section[], id: BlockId, by: -1 | 1): BlockPlace | null {
  const at = sections.findIndex((section) => section.blocks.some((block) => block.id === id))
  const section = sections[at]
  if (!section) return null
  const index = section.blocks.findIndex((block) => block.id === id) + by
  if (index >= 0 && index < section.blocks.length) return { sectionId: section.id, index }
  const neighbour = sections[at + by]
  if (!neighbour) return null
  return { sectionId: neighbour.id, index: by === -1 ? neighbour.blocks.length : 0 }
}

/**
 * The place that dropping a block into a gap means: gap 0 is before the section's first block, and gaps are counted
 * with the block still in its old place. `null` where it would not move.
 */
export function dropBlock(
  sections: readonly Section[],
  id: BlockId,
  sectionId: SectionId,
  gap: number,
): BlockPlace | null {
  const from = placeOfBlock(sections, id)
  if (!from) return null
  if (from.sectionId !== sectionId) return { sectionId, index: gap }
  const index = gap > from.index ? gap - 1 : gap
  return index === from.index ? null : { sectionId, index }
}

/** The sections after a block moved. */
export function moveBlock(sections: readonly Section[], id: BlockId, place: BlockPlace): Section[] {
  const block = sections.flatMap((section) => section.blocks).find((candidate) => candidate.id === id)
  if (!block) return [...sections]
  return sections.map((section) => {
    const held = section.blocks.includes(block)
    if (!held && section.id !== place.sectionId) return section
    const blocks: Block[] = section.blocks.filter((candidate) => candidate.id !== id)
    if (section.id === place.sectionId) blocks.splice(place.index, 0, block)
    return { ...section, blocks }
  })
}

/** The sections with one block changed. */
export function changeBlock(sections: readonly Section[], id: BlockId, change: (block: Block) => Block): Section[] {
  return sections.map((section) =>
    section.blocks.some((block) => block.id === id)
      ? { ...section, blocks: section.blocks.map((block) => (block.id === id ? change(block) : block)) }
      : section,
  )
}

/** Where each placed passage stands. */
export function placedPassages(sections: readonly Section[]): Map<PassageId, { section: Section; block: Block }> {
  const placed = new Map<PassageId, { section: Section; block: Block }>()
  for (const section of sections) {
    for (const block of section.blocks) {
      if (block.kind === 'quote' && !placed.has(block.passageId)) placed.set(block.passageId, { section, block })
    }
  }
  return placed
}
