import type { RevisionId } from './ids'
import type { CarriedPassage } from './import-preview'
import type { TextRange } from './span'
import type { Turn } from './turn'

/** A change to a text: what stands at `[start, end)` of it becomes `text`. Lists of them are in order and disjoint. */
export interface TextEdit extends TextRange {
  readonly text: string
}

/** How a revision of a source's text came to be: first import, corrected, an older one taken up again, file read again. */
export const REVISION_KINDS = ['import', 'correction', 'restore', 'reading'] as const
export type RevisionKind = (typeof REVISION_KINDS)[number]

/** A text that a source has or had. Each is immutable. */
export interface Revision {
  readonly id: RevisionId
  readonly kind: RevisionKind
  /** ISO 8601, UTC. */
  readonly madeAt: string
  /** Places where it differs from the one before; `null` where it was not made from that one. */
  readonly edits: number | null
  readonly words: number
}

/** What a source said in one of its revisions. */
export interface RevisionText {
  readonly text: string
  readonly turns: readonly Turn[]
  /** What makes the current text of this one; `null` where the file was read again in between. */
  readonly changes: readonly TextEdit[] | null
}

/** What storing a revision did. */
export interface CorrectionReport {
  readonly revision: RevisionId
  readonly edits: number
  /** Every passage of the source; those to look at first. One that is altered has the new text as its quote. */
  readonly passages: readonly CarriedPassage[]
  /** Translations that no longer fit, because their passage was altered. */
  readonly staleTranslations: number
}

/** What was typed and not yet made a revision. */
export interface CorrectionDraft {
  /** The revision that the edits change. */
  readonly baseRevision: RevisionId
  readonly edits: readonly TextEdit[]
  /** ISO 8601, UTC. */
  readonly savedAt: string
}
