import type { ExportOptions } from './export-options'
import type { BlockId, PassageId, ReviewId, ReviewRevisionId, SectionId } from './ids'
import type { UiLanguage } from './language'

export const SECTION_KINDS = [
  'changelog',
  'consensus',
  'point',
  'disagreement',
  'camp',
  'cold-water',
  'unspoken',
  'my-view',
  'open-questions',
  'sources',
  'free',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** Camp colours, 1 to 8: each has a colour and a pattern in the style sheet. */
export const CAMP_COLOURS = 8

/** A side of the debate. Cold water has one too, without being a side. */
export interface Camp {
  readonly label: string
  readonly thesis: string
  readonly holder: string
  /** 1 to `CAMP_COLOURS`. */
  readonly colour: number
}

/** What holds a view up best, and what least. */
export const VIEW_SIDES = ['strongest', 'weakest'] as const
export type ViewSide = (typeof VIEW_SIDES)[number]
/** Steps of confidence, from 1. */
export const CONFIDENCE_STEPS = 5

/** What the author thinks, beside the prose of the section. */
export interface MyView {
  /** Markdown, `''` for none. */
  readonly judgement: string
  /** 1 to `CONFIDENCE_STEPS`; `null` when not said. */
  readonly confidence: number | null
  readonly strongest: readonly PassageId[]
  readonly weakest: readonly PassageId[]
}

export type Block =
  | { readonly kind: 'prose'; readonly id: BlockId; readonly markdown: string }
  | {
      readonly kind: 'quote'
      readonly id: BlockId
      readonly passageId: PassageId
      /** Markdown set before the quote, `''` for none. */
      readonly leadIn: string
    }

/** A part of a review. Sections stand in a tree; `parentId` is `null` at the top. */
export interface Section {
  readonly id: SectionId
  readonly reviewId: ReviewId
  readonly parentId: SectionId | null
  readonly kind: SectionKind
  /** As the author wrote it; `null` stands for the kind's own heading, in the review's language. */
  readonly heading: string | null
  /** Of a camp or cold water, else `null`. */
  readonly camp: Camp | null
  /** `null` where none was set. */
  readonly view: MyView | null
  readonly blocks: readonly Block[]
}

/** One topic page, without its sections. */
export interface ReviewSummary {
  readonly id: ReviewId
  readonly title: string
  readonly language: UiLanguage
  /** Words by which a source that is not cited is found to mention the topic. */
  readonly aliases: readonly string[]
  /** `YYYY-MM-DD`: the last day its content was changed. */
  readonly updated: string
}

/** One topic page. `sections` are in reading order: each after its parent, children before the next sibling. */
export interface Review extends ReviewSummary {
  readonly sections: readonly Section[]
}

/** A review as it was exported once; what its page said is kept with it. */
export interface ReviewRevision {
  readonly id: ReviewRevisionId
  /** 1 for the first export of the review. */
  readonly number: number
  /** Such as `md`. */
  readonly format: string
  /** ISO 8601, UTC. */
  readonly exportedAt: string
  readonly options: ExportOptions
}

/** How deep a section stands: 0 at the top. */
export function sectionDepth(sections: readonly Section[], section: Section): number {
  let depth = 0
  let parentId = section.parentId
  while (parentId !== null) {
    const parent = sections.find((candidate) => candidate.id === parentId)
    if (!parent) break
    depth += 1
    parentId = parent.parentId
  }
  return depth
}

/** The sections that passages can be put into, in reading order. */
export function campsOf(review: Pick<Review, 'sections'>): (Section & { readonly camp: Camp })[] {
  return review.sections.filter(
    (section): section is Section & { readonly camp: Camp } =>
      section.camp !== null && (section.kind === 'camp' || section.kind === 'cold-water'),
  )
}
