import type { RootContent } from 'mdast'
import type { PassageId, SectionId } from '../../../shared/domain/ids'
import type { DocumentSection } from '../../../shared/markdown/review-document'
import type { BaseItem } from './align-section'
import { markdownOf } from './read-page'

/** A block of the review as it is. */
export interface Place {
  readonly section: SectionId
  readonly block: number
}

/** A block as a section is to have it, and which one it is now; `null` for a new one. */
export type Target =
  | { readonly kind: 'prose'; readonly place: Place | null; readonly markdown: string }
  | { readonly kind: 'quote'; readonly place: Place | null; readonly passage: PassageId; readonly leadIn: string }
  /** A new passage that a decision of this key marks. */
  | { readonly kind: 'mark'; readonly key: string }

/** What a section is to hold, node by node. `block` is the one that prose is part of now, if any. */
export type Settled =
  | {
      readonly kind: 'prose'
      readonly node: RootContent
      readonly key: string
      readonly block: number | null
      readonly isLeadIn: boolean
    }
  | { readonly kind: 'quote'; readonly place: Place | null; readonly passage: PassageId }
  | { readonly kind: 'mark'; readonly key: string }

type SettledProse = Extract<Settled, { kind: 'prose' }>

/** Makes blocks of what a section is to hold: nodes of one block stay one, and a lead-in stays with its quote. */
export function composeSection(
  section: DocumentSection,
  base: readonly BaseItem[],
  settled: readonly Settled[],
): Target[] {
  const composer = new Composer(section, base)
  for (const piece of settled) composer.add(piece)
  return composer.end()
}

class Composer {
  readonly #section: DocumentSection
  readonly #base: readonly BaseItem[]
  readonly #slots: (
    | Target
    | { readonly kind: 'nodes'; readonly block: number | null; readonly nodes: SettledProse[] }
  )[] = []
  /** Prose of the blocks that are there already. */
  readonly #blocks = new Map<number, SettledProse[]>()
  /** Nodes that go on in a new block. */
  #loose: SettledProse[] | null = null
  /** Nodes that lead in a quote which is still to come. */
  #lead: SettledProse[] = []

  constructor(section: DocumentSection, base: readonly BaseItem[]) {
    this.#section = section
    this.#base = base
  }

  add(piece: Settled): void {
    if (piece.kind === 'prose') this.#addProse(piece)
    else if (piece.kind === 'mark') {
      this.#endLead()
      this.#slots.push(piece)
    } else this.#addQuote(piece)
  }

  end(): Target[] {
    this.#endLead()
    return this.#withUnseen(this.#targets())
  }

  #targets(): Target[] {
    return this.#slots.map((slot): Target => {
      if (slot.kind !== 'nodes') return slot
      const { block, nodes } = slot
      const before = block === null ? undefined : this.#section.blocks[block]
      const same = before?.kind === 'prose' && this.#isAsBefore(nodes, block, 'prose')
      return {
        kind: 'prose',
        place: block === null ? null : { section: this.#section.id, block },
        markdown: same ? before.markdown : markdown(nodes),
      }
    })
  }

  /** A block that shows nothing on the page, such as an empty one, stays behind the one before it. */
  #withUnseen(targets: Target[]): Target[] {
    const seen = new Set(this.#base.map(({ origin }) => origin.block))
    this.#section.blocks.forEach((block, at) => {
      if (seen.has(at) || block.kind !== 'prose') return
      const place = { section: this.#section.id, block: at }
      const before = targets.findLastIndex(
        (target) => target.kind !== 'mark' && target.place?.section === place.section && target.place.block < at,
      )
      targets.splice(before + 1, 0, { kind: 'prose', place, markdown: block.markdown })
    })
    return targets
  }

  #addProse(piece: SettledProse): void {
    const [lead] = this.#lead
    if (piece.isLeadIn) {
      if (lead && lead.block !== piece.block) this.#endLead()
      this.#lead.push(piece)
      this.#loose = null
    } else if (lead && piece.block === null) this.#lead.push(piece)
    else {
      this.#endLead()
      const known = piece.block === null ? this.#loose : this.#blocks.get(piece.block)
      if (known) {
        known.push(piece)
        return
      }
      const nodes = [piece]
      this.#slots.push({ kind: 'nodes', block: piece.block, nodes })
      if (piece.block === null) this.#loose = nodes
      else {
        this.#blocks.set(piece.block, nodes)
        this.#loose = null
      }
    }
  }

  #addQuote({ place, passage }: Extract<Settled, { kind: 'quote' }>): void {
    const block = place?.section === this.#section.id ? place.block : null
    const nodes = block !== null && this.#lead[0]?.block === block ? this.#lead : []
    if (nodes.length > 0) this.#lead = []
    this.#endLead()
    const before = block === null ? undefined : this.#section.blocks[block]
    const same = before?.kind === 'quote' && this.#isAsBefore(nodes, block, 'leadIn')
    this.#slots.push({ kind: 'quote', place, passage, leadIn: same ? before.leadIn : markdown(nodes) })
    this.#loose = null
  }

  /** What led in a quote that is gone is prose. */
  #endLead(): void {
    if (this.#lead.length > 0) this.#slots.push({ kind: 'nodes', block: null, nodes: this.#lead })
    this.#lead = []
  }

  #isAsBefore(nodes: readonly SettledProse[], block: number | null, part: 'prose' | 'leadIn'): boolean {
    const before = this.#base.filter(({ origin }) => origin.block === block && origin.part === part)
    return nodes.length === before.length && nodes.every(({ key }, at) => key === before[at]!.key)
  }
}

function markdown(nodes: readonly SettledProse[]): string {
  return nodes.length === 0 ? '' : markdownOf(nodes.map(({ node }) => node))
}
