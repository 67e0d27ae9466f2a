import { onOneLine } from '../../../shared/domain/elision'
import type { PassageId, SectionId } from '../../../shared/domain/ids'
import type { MarkdownChange, MarkdownChoice, MarkdownDecision } from '../../../shared/domain/markdown-plan'
import { REVIEW_LABELS } from '../../../shared/markdown/labels'
import type { DocumentSection, ReviewDocument } from '../../../shared/markdown/review-document'
import type { Piece } from './align-section'
import { composeSection, type Place, type Settled, type Target } from './compose-section'
import { headingOf, type PagePlan } from './plan-page'
import { keyOf } from './read-page'

/** What is to be written, with what was decided, and all that there was to decide. */
export interface SettledPage {
  readonly changes: readonly MarkdownChange[]
  readonly decisions: readonly MarkdownDecision[]
  readonly targets: ReadonlyMap<SectionId, readonly Target[]>
  readonly removedSections: readonly SectionId[]
  readonly translations: readonly { readonly passage: PassageId; readonly text: string }[]
}

/** Carries out decisions on a plan; those that were not made are the ones that overwrite and remove nothing. */
export function settlePage(
  document: ReviewDocument,
  plan: PagePlan,
  title: string | null,
  chosen: Readonly<Record<string, MarkdownChoice>>,
): SettledPage {
  const decisions: MarkdownDecision[] = []
  const decide = (decision: MarkdownDecision): MarkdownChoice => {
    decisions.push(decision)
    const choice = chosen[decision.id]
    return choice !== undefined && decision.choices.includes(choice) ? choice : decision.choices[0]!
  }
  const moves = new Moves(plan)
  const targets = new Map<SectionId, Target[]>()
  for (const section of document.sections) {
    const aligned = plan.sections.get(section.id)
    if (!aligned) continue
    const heading = headingOf(document, section.id)
    const settled = aligned.pieces.flatMap((piece): Settled[] => {
      if (piece.kind === 'prose') return settleProse(piece, plan, decide)
      if (piece.kind === 'quote') {
        const passage = piece.item.passage!
        const open = plan.open.get(piece.item.key)
        if (open && decide(open.decision) === 'prose') return [authorsOwn(open.node)]
        const place = piece.origin ?? moves.take(passage)
        return [{ kind: 'quote', place: place && { section: place.section, block: place.block }, passage }]
      }
      const { origin, passage } = piece.item
      if (passage === null || moves.isMoved(origin)) return []
      const quote = section.blocks[origin.block]
      const gone = goneQuote(passage, quote?.kind === 'quote' ? quote.text : '', heading, origin.block)
      return decide(gone) === 'keep' ? [{ kind: 'quote', place: origin, passage }] : []
    })
    if (aligned.generatedChanged) decide(generatedChanged(section.id, heading))
    targets.set(section.id, composeSection(section, plan.base.get(section.id) ?? [], settled))
  }
  const translations = plan.under.flatMap((decision) =>
    decide(decision) === 'take' ? { passage: decision.passage!, text: decision.text } : [],
  )
  const removedSections = plan.missing.filter((id) => decide(missingSection(document, plan, id)) === 'remove')
  return {
    changes: changesOf(document, plan, title, targets),
    decisions,
    targets,
    removedSections,
    translations,
  }
}

function settleProse(
  piece: Extract<Piece, { kind: 'prose' }>,
  plan: PagePlan,
  decide: (decision: MarkdownDecision) => MarkdownChoice,
): Settled[] {
  const open = plan.open.get(piece.key)
  if (!open) {
    const { node, key, origin } = piece
    return [{ kind: 'prose', node, key, block: origin?.block ?? null, isLeadIn: origin?.part === 'leadIn' }]
  }
  switch (decide(open.decision)) {
    case 'mark':
      return [{ kind: 'mark', key: piece.key }]
    case 'remove':
      return []
    default:
      return [authorsOwn(open.node)]
  }
}

function authorsOwn(node: Parameters<typeof keyOf>[0]): Settled {
  return { kind: 'prose', node, key: keyOf(node), block: null, isLeadIn: false }
}

/** Pairs quotes that are gone from one place with those that came to another. */
class Moves {
  readonly #gone = new Map<PassageId, Place[]>()
  readonly #taken = new Set<string>()
  readonly #arrivals = new Map<PassageId, Place[]>()

  constructor({ sections, open }: PagePlan) {
    const came = new Map<PassageId, number>()
    for (const { pieces } of sections.values()) {
      for (const piece of pieces) {
        if (piece.kind === 'gone') {
          const list = this.#gone.get(piece.item.passage!) ?? []
          this.#gone.set(piece.item.passage!, [...list, piece.item.origin])
        } else if (piece.kind === 'quote' && piece.origin === null && !open.has(piece.item.key)) {
          came.set(piece.item.passage!, (came.get(piece.item.passage!) ?? 0) + 1)
        }
      }
    }
    for (const [passage, count] of came) {
      const places = (this.#gone.get(passage) ?? []).slice(0, count)
      for (const place of places) this.#taken.add(nameOf(place))
      this.#arrivals.set(passage, places)
    }
  }

  /** Whether a quote that is gone from here stands elsewhere now. */
  isMoved(place: Place): boolean {
    return this.#taken.has(nameOf(place))
  }

  /** Where a quote that came from somewhere was; `null` for a new one. */
  take(passage: PassageId): Place | null {
    return this.#arrivals.get(passage)?.shift() ?? null
  }
}

function nameOf({ section, block }: Place): string {
  return `${section} ${block}`
}

const NOTHING = { diff: [], found: null, text: '' } as const

function goneQuote(passage: PassageId, text: string, section: string, block: number): MarkdownDecision {
  return {
    ...NOTHING,
    id: `quote-removed:${passage}:${block}`,
    code: 'quote-removed',
    section,
    passage,
    expected: onOneLine(text),
    choices: ['keep', 'remove'],
  }
}

function generatedChanged(id: SectionId, section: string): MarkdownDecision {
  return {
    ...NOTHING,
    id: `generated-changed:${id}`,
    code: 'generated-changed',
    section,
    passage: null,
    expected: '',
    choices: ['keep'],
  }
}

/** A section can go only where nothing below it is still on the page. */
function missingSection(document: ReviewDocument, plan: PagePlan, id: SectionId): MarkdownDecision {
  const at = document.sections.findIndex((section) => section.id === id)
  const { depth } = document.sections[at]!
  const end = document.sections.findIndex((section, index) => index > at && section.depth <= depth)
  const below = document.sections.slice(at + 1, end < 0 ? undefined : end)
  const canGo = below.every((section) => plan.missing.includes(section.id))
  const heading = headingOf(document, id)
  return {
    ...NOTHING,
    id: `section-missing:${id}`,
    code: 'section-missing',
    section: heading,
    passage: null,
    expected: heading,
    choices: canGo ? ['keep', 'remove'] : ['keep'],
  }
}

function changesOf(
  document: ReviewDocument,
  plan: PagePlan,
  title: string | null,
  targets: ReadonlyMap<SectionId, readonly Target[]>,
): MarkdownChange[] {
  const changes: MarkdownChange[] = []
  const titled = onOneLine(document.title) || REVIEW_LABELS[document.language].untitled
  if (title !== null && title.trim() !== '' && onOneLine(title) !== titled) {
    changes.push({ code: 'title', section: '', before: document.title, after: title })
  }
  for (const section of document.sections) {
    const heading = headingOf(document, section.id)
    const renamed = plan.renamed.get(section.id)
    if (renamed !== undefined) changes.push({ code: 'heading', section: heading, before: heading, after: renamed })
    const list = targets.get(section.id)
    if (list) changes.push(...blockChanges(section, heading, list))
  }
  return changes
}

function blockChanges(section: DocumentSection, heading: string, targets: readonly Target[]): MarkdownChange[] {
  const changes: MarkdownChange[] = []
  const add = (code: MarkdownChange['code'], before: string, after: string) =>
    changes.push({ code, section: heading, before, after })
  const kept = new Set<number>()
  for (const target of targets) {
    if (target.kind === 'mark') continue
    const here = target.place?.section === section.id ? section.blocks[target.place.block] : undefined
    if (here && target.place) kept.add(target.place.block)
    if (target.kind === 'prose') {
      if (here?.kind !== 'prose') add('prose-added', '', target.markdown)
      else if (here.markdown !== target.markdown) add('prose-changed', here.markdown, target.markdown)
    } else if (here?.kind === 'quote') {
      if (here.leadIn !== target.leadIn) add('prose-changed', here.leadIn, target.leadIn)
    } else add(target.place ? 'quote-moved' : 'quote-placed', '', target.passage)
  }
  section.blocks.forEach((block, at) => {
    if (block.kind === 'prose' && !kept.has(at)) add('prose-removed', block.markdown, '')
  })
  const order = targets.flatMap((target) =>
    target.kind === 'quote' && target.place?.section === section.id ? [target.place.block] : [],
  )
  order.forEach((block, at) => {
    const quote = section.blocks[block]
    if (at > 0 && block < order[at - 1]! && quote?.kind === 'quote') add('quote-moved', quote.passage, quote.passage)
  })
  return changes
}
