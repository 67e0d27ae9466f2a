import type { SourceId } from './ids'
import type { LanguageTag } from './language'
import type { Message } from './messages/message'
import type { ImportNote } from './project'
import type { Tier } from './source'

/** How a file is read, where the user decides it; what is left out is found from the file itself. */
export interface ReadingChoice {
  /** A name out of `source.formats`. */
  readonly format?: string | undefined
  /** A label out of `source.formats`, or any other of the Encoding Standard. */
  readonly encoding?: string | undefined
}

/**
 * Who a label of a transcript is. There is no list of people: the same name in two sources is the same person, who may
 * have another affiliation in each.
 */
export interface SpeakerChoice {
  readonly label: string
  readonly name: string
  readonly affiliation: string | null
}

/** What the user decides about one file before it is stored; what is left out stays as it was understood. */
export interface ImportChoice extends ReadingChoice {
  readonly title?: string | undefined
  readonly date?: string | null | undefined
  readonly language?: LanguageTag | undefined
  readonly tier?: Tier | undefined
  /** For the labels that are named here; others keep their label as a name. */
  readonly speakers?: readonly SpeakerChoice[] | undefined
  /** False: the recording beside the file is not remembered. */
  readonly media?: boolean | undefined
}

interface PreviewedFile {
  /** The file's name, without its folder. */
  readonly name: string
  /** The folder or archive it was found in, when that is what the user gave; else `null`. */
  readonly within: string | null
}

/** A file as it would be imported. Nothing is stored. Times are seconds; `null` where unknown. */
export interface UnderstoodFile extends PreviewedFile {
  readonly kind: 'understood'
  readonly format: string
  readonly encoding: string
  /** Whether statistics chose the encoding with little to go on: then the user should look at the sample. */
  readonly encodingUncertain: boolean
  /** Where it is uncertain, the encodings that the bytes fit, the likeliest first; else empty. */
  readonly encodingCandidates: readonly string[]
  /** The first few of them, each with the same lines of the file as they read in it: those on which they differ. */
  readonly encodingSamples: readonly EncodingSample[]
  readonly language: LanguageTag
  readonly title: string
  readonly date: string | null
  /** In order of first appearance. */
  readonly speakers: readonly { readonly label: string; readonly turns: number }[]
  readonly turns: number
  /** `null` for formats without cues. */
  readonly cues: number | null
  readonly words: number
  readonly firstTime: number | null
  readonly lastTime: number | null
  /** The first turns, about 600 characters in all. */
  readonly sample: readonly SampleTurn[]
  readonly notes: readonly ImportNote[]
  /** The recording of the same name beside it. */
  readonly media: string | null
  /** The source that was imported from the same bytes: an import would skip this file. */
  readonly duplicateOf: SourceId | null
}

/** Some lines of a file as they read in an encoding; they may be cut. */
export interface EncodingSample {
  readonly encoding: string
  readonly lines: readonly string[]
}

/** The beginning of a transcript, turn by turn; the last text may be cut. */
export interface SampleTurn {
  readonly speaker: string | null
  readonly startTime: number | null
  readonly text: string
}

/** A file that cannot be imported as it is; with another format or encoding it may be. */
export interface RefusedFile extends PreviewedFile {
  readonly kind: 'failed'
  readonly code: string
  readonly text: Message
  readonly adviceText?: Message | undefined
}

export type TranscriptPreview = UnderstoodFile | RefusedFile

/** What was found for an import; `At` is what the files are named by: a token for a window, a path for core. */
export interface PreviewReport<At> {
  readonly files: readonly (TranscriptPreview & At)[]
  /** What lies in the folders and archives and is no transcript. */
  readonly skipped: readonly { readonly name: string; readonly within: string | null; readonly reason: Message }[]
  /** True when the user stopped it before the last file. */
  readonly cancelled: boolean
}

/** What becomes of a span when its source gets another text, the worst first. */
export const SPAN_OUTCOMES = ['lost', 'altered', 'moved', 'exact'] as const
export type SpanOutcome = (typeof SPAN_OUTCOMES)[number]

/**
 * A passage of a source that got another text. What is lost keeps its quote, so that verification shows it; so does
 * what is altered, unless the user altered it.
 */
export interface CarriedPassage {
  readonly passageId: string
  /** The passage's text before. */
  readonly text: string
  readonly spans: readonly {
    readonly outcome: SpanOutcome
    readonly quote: string
    /** The most similar text in the new transcript where it is altered; else `null`. */
    readonly found: string | null
  }[]
}

/** The worst that became of a passage's spans. */
export function worstOutcome({ spans }: Pick<CarriedPassage, 'spans'>): SpanOutcome {
  return SPAN_OUTCOMES.find((outcome) => spans.some((span) => span.outcome === outcome)) ?? 'exact'
}

/** Passages with those to look at first; else in the order given. */
export function worstFirst(passages: readonly CarriedPassage[]): CarriedPassage[] {
  const rank = (passage: CarriedPassage) => SPAN_OUTCOMES.indexOf(worstOutcome(passage))
  return [...passages].sort((a, b) => rank(a) - rank(b))
}

/** What reading a source's kept file again gave. */
export interface ReimportReport {
  readonly format: string
  readonly encoding: string
  readonly turns: number
  readonly words: number
  readonly notes: readonly ImportNote[]
  /** Every passage of the source; those to look at first. */
  readonly passages: readonly CarriedPassage[]
}
