import type { UiLanguage } from '../domain/language'
import type { Camp, SectionKind } from '../domain/review'

/** A source as a review's list of sources names it. */
export interface DocumentSource {
  readonly title: string
  /** `YYYY-MM-DD`, or `null`. */
  readonly date: string | null
  readonly speakers: readonly string[]
}

/** What a section prints, in order. */
export type DocumentBlock =
  | { readonly kind: 'prose'; readonly markdown: string }
  | {
      readonly kind: 'quote'
      /** The passage's spans as one text, joined by an elision. */
      readonly text: string
      /** In the review's language; `null` when there is none. */
      readonly translation: string | null
      /** `null` when none is to be printed. */
      readonly attribution: string | null
      /** Markdown set before the quote, `''` for none. */
      readonly leadIn: string
    }

export interface DocumentSection {
  readonly kind: SectionKind
  /** 0 at the top. */
  readonly depth: number
  readonly heading: string | null
  readonly camp: Camp | null
  readonly blocks: readonly DocumentBlock[]
}

/** A review with everything that its printed page needs: what every export format renders. */
export interface ReviewDocument {
  readonly title: string
  readonly language: UiLanguage
  /** `YYYY-MM-DD`. */
  readonly updated: string
  /** Sources of tier core that the review cites. */
  readonly coreSources: number
  /** Whether every quote was found to be its source's text, said by the one it names. */
  readonly verified: boolean
  /** In reading order, each after its parent. */
  readonly sections: readonly DocumentSection[]
  /** Listed by the sources section: core sources first, in the order in which they are first quoted. */
  readonly citedSources: readonly DocumentSource[]
  /** Sources in which an alias stands and which the review does not cite. */
  readonly mentionedSources: readonly DocumentSource[]
}
