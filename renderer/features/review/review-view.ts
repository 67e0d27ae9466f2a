import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { BlockId, PassageId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { TextRange } from '../../../shared/domain/span'
import type { OpenReview } from './use-review'

/** The ways to look at a review: the page itself, and what stands in its place. */
export type ReviewViewId =
  | 'page'
  | 'board'
  | 'map'
  | 'translations'
  | 'glossary'
  | 'mentions'
  | 'pictures'
  | 'revisions'

export type SearchAliases = (aliases: readonly string[], sources?: readonly SourceId[]) => void

/** A place on the page. */
export type PageTarget = { readonly section: SectionId } | { readonly block: BlockId }

/** What every view is given. */
export interface ReviewViewProps {
  readonly open: OpenReview
  /** The passage shown in the inspector. */
  readonly selected: PassageId | null
  readonly onSelect: (id: PassageId | null) => void
  readonly onOpenSource: (sourceId: SourceId, passageId: PassageId) => void
  /** Opens a transcript with a place in it selected. */
  readonly onOpenPlace: (sourceId: SourceId, place: TextRange) => void
  /** Shows where some aliases stand, in all transcripts or in some. */
  readonly onSearch: SearchAliases
  /** Shows the page, at a place. */
  readonly onGoTo: (target: PageTarget) => void
}

export interface ReviewView {
  readonly id: Exclude<ReviewViewId, 'page'>
  readonly icon: LucideIcon
  readonly View: ComponentType<ReviewViewProps>
}
