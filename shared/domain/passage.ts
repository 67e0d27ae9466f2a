import type { PassageId, RelationId, SectionId, SourceId, SpeakerId } from './ids'
import type { LanguageTag } from './language'
import type { Span } from './span'

/** `stale`: the passage changed since it was translated. */
export const TRANSLATION_STATES = ['draft', 'done', 'stale'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]

export interface Translation {
  readonly language: LanguageTag
  readonly text: string
  readonly state: TranslationState
}

/** One quote: spans of one source, in order, joined by an elision where it is shown. */
export interface Passage {
  readonly id: PassageId
  readonly sourceId: SourceId
  /** At least one, in text order, not overlapping. */
  readonly spans: readonly Span[]
  /** The spans' text on one line, joined by an elision. */
  readonly text: string
  readonly speakerId: SpeakerId | null
  /** Whether an attribution is printed under the quote. */
  readonly attributed: boolean
  readonly note: string
  readonly tags: readonly string[]
  readonly translations: readonly Translation[]
  /** Camps that this passage was put into, over all reviews. */
  readonly camps: readonly SectionId[]
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

export const RELATION_KINDS = ['contradicts', 'supports', 'qualifies'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** `from` contradicts, supports or qualifies `to`. */
export interface Relation {
  readonly id: RelationId
  readonly from: PassageId
  readonly to: PassageId
  readonly kind: RelationKind
}
