import type { Hint } from '../../../shared/domain/hints'
import type { ReviewId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { translationStateOf } from '../../../shared/domain/translation-state'
import { listTerms } from '../store/glossary'
import { listPassages, listQuotedPassages } from '../store/passages'
import { listRelations } from '../store/relations'
import { getReview } from '../store/reviews'
import { listSources, listTurns } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'
import { findHints, type HintFacts } from './find-hints'

/** What is worth a second look in a review. Throws `not-found`. */
export function listHints(db: ReadableDatabase, id: ReviewId): Hint[] {
  const sources = listSources(db)
  const languages = new Map(sources.map((source) => [source.id, source.language]))
  const read = new Map<SourceId, ReturnType<HintFacts['sourceOf']>>()
  return findHints({
    review: getReview(db, id),
    passages: new Map(listQuotedPassages(db, id).map((passage) => [passage.id, passage])),
    speakers: new Map(sources.flatMap(({ speakers }) => speakers.map((speaker) => [speaker.id, speaker.name]))),
    relations: listRelations(db),
    terms: listTerms(db),
    sourceOf({ sourceId }) {
      const known = read.get(sourceId) ?? {
        text: getText(db, sourceId),
        turns: listTurns(db, sourceId),
        language: languages.get(sourceId) ?? 'und',
      }
      read.set(sourceId, known)
      return known
    },
  })
}

/** A passage that waits for a translator, and why. */
export interface PendingTranslation {
  readonly passage: Passage
  readonly state: 'missing' | 'draft' | 'stale'
}

/** The passages of a project, or those that a review quotes, without a finished translation into a language. */
export function listPending(
  db: ReadableDatabase,
  { language, reviewId }: { readonly language: string; readonly reviewId?: ReviewId | undefined },
): PendingTranslation[] {
  const languages = new Map(listSources(db).map((source) => [source.id, source.language]))
  const passages = reviewId === undefined ? listPassages(db) : listQuotedPassages(db, reviewId)
  return passages.flatMap((passage) => {
    const state = translationStateOf(passage, languages.get(passage.sourceId) ?? 'und', language)
    return state === null || state === 'done' ? [] : { passage, state }
  })
}
