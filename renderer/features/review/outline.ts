import type { SectionId } from '../../../shared/domain/ids'
import { sectionDepth, type Section, type SectionKind } from '../../../shared/domain/review'

/** A section as the outline shows it. */
export interface OutlineItem {
  readonly section: Section
  /** 0 at the top. */
  readonly depth: number
  /** 1-based, among its siblings. */
  readonly position: number
  readonly siblings: number
  /** Quotes in the section itself and below it. */
  readonly quotes: number
  readonly children: readonly OutlineItem[]
}

/** Where a section stands: `index` counts among the parent's children. */
export interface SectionPlace {
  readonly parentId: SectionId | null
  readonly index: number
}

/** A heading for each level down to Markdown's sixth; the title is the first. */
const MAX_DEPTH = 4

const ONLY_AT_TOP: ReadonlySet<SectionKind> = new Set(['changelog', 'sources'])

export function childrenOf(sections: readonly Section[], parentId: SectionId | null): Section[] {
  return sections.filter((section) => section.parentId === parentId)
}

export function buildOutline(
  sections: readonly Section[],
  parentId: SectionId | null = null,
  depth = 0,
): OutlineItem[] {
  const siblings = childrenOf(sections, parentId)
  return siblings.map((section, index) => {
    const children = buildOutline(sections, section.id, depth + 1)
    const own = section.blocks.filter((block) => block.kind === 'quote').length
    return {
      section,
      depth,
      position: index + 1,
      siblings: siblings.length,
      quotes: children.reduce((sum, child) => sum + child.quotes, own),
      children,
    }
  })
}

/** The rows of a tree from top to bottom, without what stands below a folded section. */
export function flattenOutline(items: readonly OutlineItem[], folded: ReadonlySet<SectionId>): OutlineItem[] {
  return items.flatMap((item) => [item, ...(folded.has(item.section.id) ? [] : flattenOutline(item.children, folded))])
}

/** The section's own id and those of everything below it. */
export function idsBelow(sections: readonly Section[], id: SectionId): Set<SectionId> {
  const ids = new Set([id])
  // Reading order puts each section after its parent, so one pass finds all.
  for (const section of sections) if (section.parentId !== null && ids.has(section.parentId)) ids.add(section.id)
  return ids
}

export function placeOfSection(sections: readonly Section[], id: SectionId): SectionPlace | null {
  const section = sections.find((candidate) => candidate.id === id)
  if (!section) return null
  const index = childrenOf(sections, section.parentId).findIndex((sibling) => sibling.id === id)
  return { parentId: section.parentId, index }
}

/** Whether a section of this kind may stand below a parent; `null` is the top of the review. */
export function mayStandIn(kind: SectionKind, parent: SectionKind | null): boolean {
  if (parent === null) return true
  return !ONLY_AT_TOP.has(kind) && !ONLY_AT_TOP.has(parent)
}

/** Whether the section may be put below `parentId`: not below itself, not too deep, and of a kind that goes there. */
export function canMoveSection(sections: readonly Section[], id: SectionId, parentId: SectionId | null): boolean {
  const section = sections.find((candidate) => candidate.id === id)
  if (!section) return false
  const parent = sections.find((candidate) => candidate.id === parentId) ?? null
  if (parentId !== null && !parent) return false
  const own = idsBelow(sections, id)
  if (parentId !== null && own.has(parentId)) return false
  if (!mayStandIn(section.kind, parent?.kind ?? null)) return false
  const depth = sectionDepth(sections, section)
  const height = Math.max(
    ...sections.filter((each) => own.has(each.id)).map((each) => sectionDepth(sections, each) - depth),
  )
  return (parent ? sectionDepth(sections, parent) + 1 : 0) + height <= MAX_DEPTH
}

/** One place up or down among its siblings, or `null` at the end. */
export function stepSection(sections: readonly Section[], id: SectionId, by: -1 | 1): SectionPlace | null {
  const place = placeOfSection(sections, id)
  if (!place) return null
  const index = place.index + by
  if (index < 0 || index >= childrenOf(sections, place.parentId).length) return null
  return { parentId: place.parentId, index }
}

/** Deeper: the last child of the sibling before it. Higher: right after its parent. `null` where that is not allowed. */
export function changeDepth(sections: readonly Section[], id: SectionId, by: -1 | 1): SectionPlace | null {
  const place = placeOfSection(sections, id)
  if (!place) return null
  if (by === 1) {
    const before = childrenOf(sections, place.parentId)[place.index - 1]
    if (!before || !canMoveSection(sections, id, before.id)) return null
    return { parentId: before.id, index: childrenOf(sections, before.id).length }
  }
  if (place.parentId === null) return null
  const parent = placeOfSection(sections, place.parentId)
  if (!parent || !canMoveSection(sections, id, parent.parentId)) return null
  return { parentId: parent.parentId, index: parent.index + 1 }
}

/** Where in relation to an outline entry a section is dropped. */
export type DropSide = 'before' | 'inside' | 'after'

/** The place that dropping `id` at `targetId` means, or `null` where it may not go or would not move. */
export function dropSection(
  sections: readonly Section[],
  id: SectionId,
  targetId: SectionId,
  side: DropSide,
): SectionPlace | null {
  const target = placeOfSection(sections, targetId)
  const from = placeOfSection(sections, id)
  if (!target || !from || id === targetId) return null
  const parentId = side === 'inside' ? targetId : target.parentId
  if (!canMoveSection(sections, id, parentId)) return null
  const siblings = childrenOf(sections, parentId).filter((section) => section.id !== id)
  const at = siblings.findIndex((section) => section.id === targetId)
  const index = side === 'inside' ? siblings.length : side === 'before' ? at : at + 1
  return parentId === from.parentId && index === from.index ? null : { parentId, index }
}

/** The sections in reading order after a move. */
export function moveSection(sections: readonly Section[], id: SectionId, place: SectionPlace): Section[] {
  const moved = sections.find((section) => section.id === id)
  if (!moved) return [...sections]
  const rest = sections.filter((section) => section.id !== id)
  const inOrder = (parentId: SectionId | null): Section[] => {
    const siblings = childrenOf(rest, parentId)
    if (parentId === place.parentId) siblings.splice(place.index, 0, { ...moved, parentId })
    return siblings.flatMap((section) => [section, ...inOrder(section.id)])
  }
  return inOrder(null)
}

/** Where a new section of this kind goes: camps below the disagreement, points below the consensus, others at the top. */
export function placeForNew(sections: readonly Section[], kind: SectionKind, near: SectionId | null): SectionPlace {
  const home: SectionKind | null =
    kind === 'camp' || kind === 'cold-water' ? 'disagreement' : kind === 'point' ? 'consensus' : null
  if (home) {
    const current = sections.find((section) => section.id === near)
    const parent =
      [current, sections.find((section) => section.id === current?.parentId)].find((each) => each?.kind === home) ??
      sections.find((section) => section.kind === home)
    if (parent) return afterLast(childrenOf(sections, parent.id), kind, parent.id)
  }
  const top = childrenOf(sections, null)
  let root = sections.find((section) => section.id === near) ?? null
  while (root && root.parentId !== null) {
    const parentId: SectionId = root.parentId
    root = sections.find((section) => section.id === parentId) ?? null
  }
  if (root) return { parentId: null, index: top.indexOf(root) + 1 }
  return { parentId: null, index: kind === 'changelog' ? 0 : top.length }
}

/** Where a new section of this kind goes when it is asked for in another: right after it, where it may stand there. */
export function placeAfter(sections: readonly Section[], kind: SectionKind, current: SectionId): SectionPlace {
  const home = placeForNew(sections, kind, current)
  const here = placeOfSection(sections, current)
  return here && here.parentId === home.parentId ? { parentId: here.parentId, index: here.index + 1 } : home
}

/** After the last sibling of the same kind, so that a camp comes before the cold water. */
function afterLast(siblings: readonly Section[], kind: SectionKind, parentId: SectionId): SectionPlace {
  const last = siblings.map((section) => section.kind).lastIndexOf(kind)
  return { parentId, index: last === -1 && kind === 'camp' ? 0 : last === -1 ? siblings.length : last + 1 }
}
