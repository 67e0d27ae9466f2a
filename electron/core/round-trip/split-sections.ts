import type { RootContent } from 'mdast'
import { onOneLine } from '../../../shared/domain/elision'
import type { SectionId } from '../../../shared/domain/ids'
import { REVIEW_LABELS, sectionHeading } from '../../../shared/markdown/labels'
import type { ReviewDocument } from '../../../shared/markdown/review-document'
import { isHeading, keyOf, type ReadPage, textOf } from './read-page'

/** The nodes of an edited page by the section that they stand in. */
export interface SplitPage {
  readonly bodies: ReadonlyMap<SectionId, readonly RootContent[]>
  /** Sections whose heading is another now. */
  readonly renamed: ReadonlyMap<SectionId, string>
}

/**
 * Finds the sections of a review by their headings. A heading that is nobody's stands for the section that comes next,
 * if that one's heading is gone from the page; else it belongs to the prose.
 */
export function splitSections(page: ReadPage, document: ReviewDocument, proseKeys: ReadonlySet<string>): SplitPage {
  const labels = REVIEW_LABELS[document.language]
  const sections = document.sections.map((section) => ({
    id: section.id,
    heading: onOneLine(sectionHeading(section, document.language)),
    depth: Math.min(6, section.depth + 2),
  }))
  const present = new Map<string, number>()
  const nameOf = (heading: string, depth: number) => `${depth} ${heading}`
  for (const node of page.nodes) {
    if (isHeading(node)) {
      const name = nameOf(onOneLine(textOf(node)), node.depth)
      present.set(name, (present.get(name) ?? 0) + 1)
    }
  }
  const open = new Set(sections)
  const bodies = new Map<SectionId, RootContent[]>()
  const renamed = new Map<SectionId, string>()
  const before: RootContent[] = []
  let current = before
  let last = -1
  let isRelations = false
  for (const node of withoutMetaLine(page.nodes, labels.metaLine({ updated: '', coreSources: 0, verified: false }))) {
    if (!isHeading(node)) {
      if (!isRelations) current.push(node)
      continue
    }
    const heading = onOneLine(textOf(node))
    isRelations = node.depth === 2 && heading === labels.relationsHeading
    if (isRelations) continue
    const named = [...open].filter((one) => one.heading === heading && one.depth === node.depth)
    const next = sections[last + 1]
    const found =
      named.find((one) => sections.indexOf(one) > last) ??
      named[0] ??
      (next &&
      open.has(next) &&
      next.depth === node.depth &&
      !present.has(nameOf(next.heading, next.depth)) &&
      !proseKeys.has(keyOf(node))
        ? next
        : undefined)
    if (!found) {
      current.push(node)
      continue
    }
    if (found.heading !== heading) renamed.set(found.id, heading)
    open.delete(found)
    last = sections.indexOf(found)
    current = []
    bodies.set(found.id, current)
  }
  const [first] = bodies
  if (first) bodies.set(first[0], [...before, ...first[1]])
  return { bodies, renamed }
}

/** The line of facts under the title is made anew by each export. */
function withoutMetaLine(nodes: readonly RootContent[], example: string): readonly RootContent[] {
  const [first] = nodes
  const start = example.split('·')[0]!.trim()
  return first?.type === 'paragraph' && textOf(first).startsWith(start) ? nodes.slice(1) : nodes
}
