import { summarize } from '../../../shared/domain/coverage'
import type { ReviewId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { campsOf } from '../../../shared/domain/review'
import { mergeRanges } from '../../../shared/domain/span'
import { sectionHeading } from '../../../shared/markdown/labels'
import { getCoverage } from '../store/coverage'
import { listPassages, listQuotedPassages } from '../store/passages'
import { getReview, listReviews } from '../store/reviews'
import { listSources } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'

/** How much a project, or one review of it, draws on its sources. */
export interface ProjectStats {
  readonly sources: number
  readonly turns: number
  readonly words: number
  readonly reviews: number
  readonly passages: number
  /** Passages with a translation into some language. */
  readonly translated: number
  readonly perSource: readonly {
    readonly source: string
    readonly title: string
    readonly words: number
    readonly passages: number
    /** Share of the source's text that lies in passages, 0 to 1, to four digits. */
    readonly coverage: number
    /** Shares of the text that were read: in all, as seen in view, and as marked by the reader; 1 is read in full. */
    readonly read: number
    readonly seen: number
    readonly claimed: number
  }[]
  readonly perSpeaker: readonly {
    readonly speaker: string
    readonly source: string
    readonly turns: number
    readonly passages: number
  }[]
  readonly perCamp: readonly {
    readonly review: string
    readonly section: string
    readonly camp: string
    readonly passages: number
    /** Quotes placed in the camp's section. */
    readonly quotes: number
  }[]
}

/** Counts a project's passages, or those that one review quotes: per source, speaker and camp. */
export function projectStats(db: ReadableDatabase, only?: ReviewId): ProjectStats {
  const sources = listSources(db)
  const passages = only === undefined ? listPassages(db) : listQuotedPassages(db, only)
  const reviews = (only === undefined ? listReviews(db).map(({ id }) => id) : [only]).map((id) => getReview(db, id))
  const bySource = new Map<string, Passage[]>(sources.map(({ id }) => [id, []]))
  for (const passage of passages) bySource.get(passage.sourceId)?.push(passage)
  const inCamps = listPassages(db)
  return {
    sources: sources.length,
    turns: sum(sources.map(({ turns }) => turns)),
    words: sum(sources.map(({ words }) => words)),
    reviews: reviews.length,
    passages: passages.length,
    translated: passages.filter(({ translations }) => translations.length > 0).length,
    perSource: sources.map(({ id, title, words }) => {
      const own = bySource.get(id) ?? []
      const covered = sum(mergeRanges(own.flatMap(({ spans }) => spans)).map(({ start, end }) => end - start))
      const coverage = covered === 0 ? 0 : Math.round((covered / getText(db, id).length) * 10_000) / 10_000
      const { read, seen, claimed } = summarize(id, getCoverage(db, id))
      return { source: id, title, words, passages: own.length, coverage, read, seen, claimed }
    }),
    perSpeaker: sources.flatMap((source) =>
      source.speakers.map((speaker) => ({
        speaker: speaker.name,
        source: source.id,
        turns: speaker.turns,
        passages: (bySource.get(source.id) ?? []).filter(({ speakerId }) => speakerId === speaker.id).length,
      })),
    ),
    perCamp: reviews.flatMap((review) =>
      campsOf(review).map((section) => ({
        review: review.id,
        section: section.id,
        camp: sectionHeading(section, review.language),
        passages: inCamps.filter(({ camps }) => camps.includes(section.id)).length,
        quotes: section.blocks.filter(({ kind }) => kind === 'quote').length,
      })),
    ),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
