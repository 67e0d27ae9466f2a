import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { BlockId, PassageId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { OpenReview } from './use-review'

/** The ways to look at a review: the page itself, and what stands in its place. */
export type ReviewViewId = 'page' | 'board' | 'map' | 'translations' | 'glossary' | 'pictures' | 'revisions'

/** A place on the page. */
export type PageTarget = { readonly section: SectionId } | { readonly block: BlockId }

/** What every view is given. */
export interface ReviewViewProps {
  readonly open: OpenReview
  /** The passage shown in the inspector. */
  readonly selected: PassageId | null
  readonly onSelect: (id: PassageId | null) => void
  readonly onOpenSource: (sourceId: SourceId, passageId: PassageId) => void
  /** Shows the page, at a place. */
  readonly onGoTo: (target: PageTarget) => void
}

export interface ReviewView {
  readonly id: Exclude<ReviewViewId, 'page'>
  readonly icon: LucideIcon
  readonly View: ComponentType<ReviewViewProps>
}
