import { createHash } from 'node:crypto'
import type { SourceId } from '../../shared/domain/ids'
import { listTerms } from '../../electron/core/store/glossary'
import { listPassages } from '../../electron/core/store/passages'
import { getProject } from '../../electron/core/store/project'
import { listRelations } from '../../electron/core/store/relations'
import { listRefused } from '../../electron/core/store/refused-suggestions'
import { listSavedSearches } from '../../electron/core/store/saved-searches'
import { getReview, listReviews } from '../../electron/core/store/reviews'
import { listRevisions, readRevision } from '../../electron/core/store/revisions'
import { listSources } from '../../electron/core/store/sources'
import type { ReadableDatabase } from '../../electron/core/store/sql'
import { getText } from '../../electron/core/store/transcripts'

/** Everything a person can see or change, in one value. */
export function contentsOf(db: ReadableDatabase) {
  return {
    project: getProject(db),
    sources: listSources(db).map((source) => ({ ...source, text: getText(db, source.id) })),
    passages: listPassages(db),
    relations: listRelations(db),
    terms: listTerms(db),
    reviews: listReviews(db).map((review) => getReview(db, review.id)),
    searches: listSavedSearches(db).map((search) => ({ ...search, refused: [...listRefused(db, search.id)] })),
  }
}

/** The contents as a short name: equal for equal contents. */
export function contentsHash(db: ReadableDatabase): string {
  return createHash('sha256')
    .update(JSON.stringify(contentsOf(db)))
    .digest('base64url')
}

/**
 * The contents without what chance and the clock put in: ids are numbered as they first appear, times are gone. Relations
 * are listed by the ids of their passages, which is no order once these have none.
 */
export function contentsButNames(db: ReadableDatabase): string {
  const names = new Map<string, string>()
  const withoutNames = (part: unknown) =>
    JSON.stringify(part, (key, value: unknown) => {
      if (key.endsWith('At')) return 'time'
      if (typeof value !== 'string' || !/^[bcdfghjkmnpqrstvwxz2-9]{14}$/.test(value)) return value
      if (!names.has(value)) names.set(value, `id-${names.size}`)
      return names.get(value)
    })
  const { relations, ...ordered } = contentsOf(db)
  const all = withoutNames(ordered)
  return [all, ...relations.map(({ from, to, kind }) => withoutNames({ from, to, kind })).sort()].join('\n')
}

/**
 * What is wrong with a project that was opened after something broke; empty when nothing is. A span of which a
 * correction left nothing keeps its quote: that stands in an older text of the source.
 */
export function brokenPromises(db: ReadableDatabase & { integrityProblems(): readonly string[] }): readonly string[] {
  const problems = [...db.integrityProblems()]
  for (const { id, sourceId, spans } of listPassages(db)) {
    if (spans.length === 0) problems.push(`passage ${id} has no span`)
    for (const { start, end, quote } of spans) {
      if (getText(db, sourceId).slice(start, end) === quote || wasSaid(db, sourceId, quote)) continue
      problems.push(`a span of passage ${id} is not in its text`)
    }
  }
  return problems
}

function wasSaid(db: ReadableDatabase, source: SourceId, quote: string): boolean {
  const [, ...older] = listRevisions(db, source)
  return older.some(({ id }) => readRevision(db, source, id).text.includes(quote))
}
