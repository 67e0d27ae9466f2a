import type { PassageId, SourceId } from './ids'
import type { TextRange } from './span'
import type { DiffPart } from './verification'

/** What reading an edited page back takes over. `before` and `after` are Markdown or, of headings and titles, text. */
export interface MarkdownChange {
  readonly code:
    | 'title'
    | 'heading'
    | 'prose-added'
    | 'prose-changed'
    | 'prose-removed'
    | 'quote-moved'
    | 'quote-placed'
  /** The heading of the section it is in; empty for the title. */
  readonly section: string
  readonly before: string
  readonly after: string
}

/**
 * What can be done about what does not match. keep: as the project has it. take: as the edited page has it. remove: out of
 * the page. prose: as a block quote of the author's own. mark: as a new passage, from where it was found.
 */
export const MARKDOWN_CHOICES = ['keep', 'take', 'remove', 'prose', 'mark'] as const
export type MarkdownChoice = (typeof MARKDOWN_CHOICES)[number]

/** What does not match the project, and waits for a decision. */
export interface MarkdownDecision {
  /** Names it in the answer. */
  readonly id: string
  /**
   * quote-removed: a quote of the review is gone from the page. quote-altered: its words are others now.
   * quote-unknown: no passage of the project has these words. translation-changed, attribution-changed: what stands under
   * a quote is another. section-missing: no heading of the page is the section's. generated-changed: what each export
   * makes anew was edited.
   */
  readonly code:
    | 'quote-removed'
    | 'quote-altered'
    | 'quote-unknown'
    | 'translation-changed'
    | 'attribution-changed'
    | 'section-missing'
    | 'generated-changed'
  /** The heading of the section it is in. */
  readonly section: string
  readonly passage: PassageId | null
  /** What the page says; empty where it says nothing. */
  readonly text: string
  /** What the project says; empty where it says nothing. */
  readonly expected: string
  /** From `expected` to `text`. */
  readonly diff: readonly DiffPart[]
  /** Where an unknown quote was found, word for word. */
  readonly found: { readonly sourceId: SourceId; readonly title: string; readonly ranges: readonly TextRange[] } | null
  /** The first is what happens when nothing is chosen: it overwrites and removes nothing. */
  readonly choices: readonly MarkdownChoice[]
}

/** What an edited page would change in its review. */
export interface MarkdownPlan {
  /** Names the state of the review that this was made for. */
  readonly base: string
  /** Quotes of the review that were found again by their words, each counted once. */
  readonly found: number
  readonly changes: readonly MarkdownChange[]
  readonly decisions: readonly MarkdownDecision[]
}
