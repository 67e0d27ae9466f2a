import { diffArrays } from 'diff'
import type { RootContent } from 'mdast'
import type { PassageId } from '../../../shared/domain/ids'
import type { Origin } from '../../../shared/markdown/review-tree'

/** A node of a page, as it is compared. */
export interface PageItem {
  /** Equal for equal nodes; of a quote its passage. */
  readonly key: string
  readonly node: RootContent
  /** Of a quote whose passage is known. */
  readonly passage: PassageId | null
}

/** A node of the page as the review makes it now. */
export interface BaseItem extends PageItem {
  readonly origin: Origin
}

/** A node as the section is to have it, and what it was made from. */
export type Piece =
  | { readonly kind: 'prose'; readonly node: RootContent; readonly key: string; readonly origin: Origin | null }
  | { readonly kind: 'quote'; readonly item: PageItem; readonly origin: Origin | null }
  /** A quote that is gone from here. */
  | { readonly kind: 'gone'; readonly item: BaseItem }

/** A section's pieces in order, and whether what each export makes anew was edited. */
export interface AlignedSection {
  readonly pieces: readonly Piece[]
  readonly generatedChanged: boolean
}

/** Lays an edited section beside the one that the review has. */
export function alignSection(base: readonly BaseItem[], edited: readonly PageItem[]): AlignedSection {
  const pieces: Piece[] = []
  let generatedChanged = false
  let inBase = 0
  let inEdited = 0
  let removed: readonly BaseItem[] = []
  const settle = (added: readonly PageItem[]): void => {
    const prose = removed.filter(({ origin }) => origin.part === 'prose' || origin.part === 'leadIn')
    const generated = removed.filter(({ origin }) => origin.part === 'generated')
    if (generated.length > 0) generatedChanged = true
    let at = 0
    for (const item of added) {
      if (item.passage !== null) {
        pieces.push({ kind: 'quote', item, origin: null })
        continue
      }
      const instead = prose[Math.min(at, prose.length - 1)]
      at += 1
      if (!instead && generated.some(({ node }) => node.type === item.node.type)) continue
      pieces.push({ kind: 'prose', node: item.node, key: item.key, origin: instead?.origin ?? null })
    }
    for (const item of removed) if (item.origin.part === 'quote') pieces.push({ kind: 'gone', item })
    removed = []
  }
  for (const chunk of diffArrays(
    base.map(({ key }) => key),
    edited.map(({ key }) => key),
  )) {
    if (chunk.removed) {
      if (removed.length > 0) settle([])
      removed = base.slice(inBase, (inBase += chunk.count))
    } else if (chunk.added) settle(edited.slice(inEdited, (inEdited += chunk.count)))
    else {
      settle([])
      for (let i = 0; i < chunk.count; i++) {
        const { origin, key } = base[inBase++]!
        const item = edited[inEdited++]!
        if (origin.part === 'quote') pieces.push({ kind: 'quote', item, origin })
        else if (origin.part !== 'generated') pieces.push({ kind: 'prose', node: item.node, key, origin })
      }
    }
  }
  settle([])
  return { pieces, generatedChanged }
}
