import { createHash } from 'node:crypto'
import type { FoundHint, Hint } from '../../../shared/domain/hints'
import type { ReviewId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { translationStateOf } from '../../../shared/domain/translation-state'
import { listDismissedHints } from '../store/dismissed-hints'
import { listTerms } from '../store/glossary'
import { listPassages, listQuotedPassages } from '../store/passages'
import { listRelations } from '../store/relations'
import { getReview } from '../store/reviews'
import { listSources, listTurns } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'
import { findHints, type HintFacts } from './find-hints'

/**
 * What is worth a second look in a review, each with whether it was dismissed: a hint is another one, and told again,
 * once what it is about changed. Throws `not-found`.
 */
export function listHints(db: ReadableDatabase, id: ReviewId): Hint[] {
  const sources = listSources(db)
  const languages = new Map(sources.map((source) => [source.id, source.language]))
  const read = new Map<SourceId, ReturnType<HintFacts['sourceOf']>>()
  const passages = new Map(listQuotedPassages(db, id).map((passage) => [passage.id, passage]))
  const dismissed = listDismissedHints(db, id)
  const found = findHints({
    review: getReview(db, id),
    passages,
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
  return found.map((hint) => {
    const key = keyOf(hint, hint.passage === null ? undefined : passages.get(hint.passage))
    return { ...hint, key, dismissed: dismissed.has(key) }
  })
}

/** Names of camps may change without anything else: they are no part of what a hint is known by. */
function keyOf({ code, section, camp, passage, params }: FoundHint, quoted: Passage | undefined): string {
  const { camp: _, camps: __, ...said } = params
  const about = quoted ? [passage, quoted.text, quoted.translations.map(({ text }) => text)] : [section, camp ?? null]
  return createHash('sha256')
    .update(JSON.stringify([code, about, said]))
    .digest('hex')
    .slice(0, 32)
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
