import type { SourceId, SpeakerId } from './ids'
import type { LanguageTag } from './language'

/** How much a source weighs in a review: read in full, only mentions the topic, or neither. */
export const TIERS = ['core', 'alias', 'other'] as const
export type Tier = (typeof TIERS)[number]

/** A person in one source. `label` is what the transcript calls them; `null` for one added by hand. */
export interface Speaker {
  readonly id: SpeakerId
  readonly label: string | null
  readonly name: string
  readonly affiliation: string | null
  /** Turns this speaker has in the source. */
  readonly turns: number
}

/** One imported transcript, without its text. Times are seconds; `null` where unknown. */
export interface Source {
  readonly id: SourceId
  readonly title: string
  /** The imported file's name, without its folder. */
  readonly file: string
  readonly format: string
  readonly encoding: string
  readonly language: LanguageTag
  /** `YYYY-MM-DD`, or `null`. */
  readonly date: string | null
  readonly tier: Tier
  readonly turns: number
  /** `null` for formats without cues. */
  readonly cues: number | null
  /** Word-like segments of `Intl.Segmenter` in the stored text. */
  readonly words: number
  readonly firstTime: number | null
  readonly lastTime: number | null
  /** SHA-256 of the imported file's bytes, lower-case hex. */
  readonly sha256: string
  /** Of every speaker in order of first appearance. */
  readonly speakers: readonly Speaker[]
  /** Path of the recording: it lay beside the file when that was imported, or was attached later. `null` for none. */
  readonly media: string | null
  /** Passages marked in this source. */
  readonly passages: number
  /** ISO 8601, UTC. */
  readonly importedAt: string
}
