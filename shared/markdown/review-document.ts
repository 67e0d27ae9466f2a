import type { PassageId, SectionId } from '../domain/ids'
import type { UiLanguage } from '../domain/language'
import type { RelationKind } from '../domain/passage'
import type { Camp, SectionKind } from '../domain/review'

/** A source as a review's list of sources names it. */
export interface DocumentSource {
  readonly title: string
  /** `YYYY-MM-DD`, or `null`. */
  readonly date: string | null
  readonly speakers: readonly string[]
}

/** A passage as it stands on the page. */
export interface DocumentQuote {
  readonly kind: 'quote'
  readonly passage: PassageId
  /** The passage's spans as one text, joined by an elision. */
  readonly text: string
  /** BCP 47, of the source. */
  readonly language: string
  /** In the review's language; `null` when there is none. */
  readonly translation: string | null
  /** Who says it, whether printed or not; `null` when nobody is named. */
  readonly speaker: string | null
  /** `null` when none is to be printed. */
  readonly attribution: string | null
  /** The source's title, whether printed or not. */
  readonly source: string
  /** The source's day, `YYYY-MM-DD`, and the name of its file; absent from pages that were kept before these were. */
  readonly date?: string | null
  readonly file?: string
  /** Markdown set before the quote, `''` for none. */
  readonly leadIn: string
}

/** What a section prints, in order. In prose and lead-ins a link to `passage:ID` is a link to that quote. */
export type DocumentBlock = { readonly kind: 'prose'; readonly markdown: string } | DocumentQuote

/** One passage of the page in its relation to another. */
export interface DocumentRelation {
  readonly from: PassageId
  readonly to: PassageId
  readonly kind: RelationKind
}

/** What the author thinks, with the quotes that hold it up. */
export interface DocumentView {
  /** Markdown, `''` for none. */
  readonly judgement: string
  /** 1 to 5, or `null`. */
  readonly confidence: number | null
  readonly strongest: readonly ViewSupport[]
  readonly weakest: readonly ViewSupport[]
}

/** A passage that a view rests on, whether the page quotes it or not. */
export interface ViewSupport {
  readonly passage: PassageId
  readonly text: string
  readonly speaker: string | null
}

export interface DocumentSection {
  readonly id: SectionId
  readonly kind: SectionKind
  /** 0 at the top. */
  readonly depth: number
  readonly heading: string | null
  readonly camp: Camp | null
  readonly blocks: readonly DocumentBlock[]
  /** What the author thinks, printed after the blocks; `null` for nothing. */
  readonly view: DocumentView | null
}

/** A review with everything that its printed page needs: what every export format renders. */
export interface ReviewDocument {
  readonly title: string
  readonly language: UiLanguage
  /** Other words for the topic. */
  readonly aliases: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly updated: string
  /** Sources of tier core that the review cites. */
  readonly coreSources: number
  /** Whether every quote was found to be its source's text, said by the one it names. */
  readonly verified: boolean
  /** In reading order, each after its parent. */
  readonly sections: readonly DocumentSection[]
  /** Between quotes of the page. */
  readonly relations: readonly DocumentRelation[]
  /** Listed by the sources section: core sources first, in the order in which they are first quoted. */
  readonly citedSources: readonly DocumentSource[]
  /** Sources in which an alias stands and which the review does not cite, but for those of tier other. */
  readonly mentionedSources: readonly DocumentSource[]
}
