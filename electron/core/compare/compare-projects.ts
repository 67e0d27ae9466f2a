import type { ComparedKind, ComparedThing, Difference, ProjectComparison } from '../../../shared/domain/comparison'
import { readRanges } from '../../../shared/domain/coverage'
import { getCoverage } from '../store/coverage'
import { listPassages } from '../store/passages'
import { getReview, listReviews } from '../store/reviews'
import { listSavedSearches } from '../store/saved-searches'
import { listSources } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'

/** One thing of a project: its label, and its parts by what they would be called if they differed. */
interface Thing {
  readonly id: string
  readonly label: string
  readonly parts: Readonly<Partial<Record<Difference, unknown>>>
}

/** Longest label in UTF-16 code units: a list shows one line of each. */
const MAX_LABEL = 300

/** What is in one of two states of a project alone, or not the same in both; things are the same by their ids. */
export function compareProjects(here: ReadableDatabase, there: ReadableDatabase): ProjectComparison {
  return [
    ...compare('source', sources(here), sources(there)),
    ...compare('passage', passages(here), passages(there)),
    ...compare('camp', camps(here), camps(there)),
    ...compare('review', reviews(here), reviews(there)),
    ...compare('search', searches(here), searches(there)),
  ]
}

function compare(kind: ComparedKind, here: readonly Thing[], there: readonly Thing[]): ComparedThing[] {
  const other = new Map(there.map((thing) => [thing.id, thing]))
  const own = new Set(here.map(({ id }) => id))
  const thing = (
    { id, label }: Thing,
    where: ComparedThing['where'],
    differences: readonly Difference[] = [],
    otherLabel: string | null = null,
  ) => ({
    kind,
    id,
    label: label.slice(0, MAX_LABEL),
    where,
    differences,
    otherLabel: otherLabel === null || otherLabel === label ? null : otherLabel.slice(0, MAX_LABEL),
  })
  return [
    ...here.flatMap((mine) => {
      const theirs = other.get(mine.id)
      if (!theirs) return [thing(mine, 'here')]
      const differences = differencesOf(mine, theirs)
      return differences.length > 0 ? [thing(mine, 'both', differences, theirs.label)] : []
    }),
    ...there.filter(({ id }) => !own.has(id)).map((theirs) => thing(theirs, 'there')),
  ]
}

function differencesOf(mine: Thing, theirs: Thing): Difference[] {
  const names = Object.keys(mine.parts) as Difference[]
  return names.filter((name) => JSON.stringify(mine.parts[name]) !== JSON.stringify(theirs.parts[name]))
}

function sources(db: ReadableDatabase): Thing[] {
  const texts = new Map(
    db
      .all<{ id: string; hash: string }>(
        `SELECT source.id, transcript.text_sha256 AS hash FROM source JOIN transcript ON transcript.id = source.transcript_id`,
      )
      .map(({ id, hash }) => [id, hash]),
  )
  return listSources(db).map(({ id, title, language, date, tier, media, speakers }) => ({
    id,
    label: title,
    parts: {
      text: texts.get(id),
      facts: [title, language, date, tier, media],
      speakers,
      read: readRanges(getCoverage(db, id)),
    },
  }))
}

function passages(db: ReadableDatabase): Thing[] {
  return listPassages(db).map((passage) => ({
    id: passage.id,
    label: passage.text,
    parts: {
      text: passage.spans,
      speaker: [passage.speakerId, passage.attributed],
      note: passage.note,
      tags: passage.tags,
      translations: passage.translations,
      camps: [...passage.camps].sort(),
    },
  }))
}

function camps(db: ReadableDatabase): Thing[] {
  return allReviews(db).flatMap(({ sections }) =>
    sections.flatMap(({ id, kind, camp }) =>
      camp && kind === 'camp'
        ? [{ id, label: [camp.label, camp.thesis].filter(Boolean).join(' · '), parts: { facts: camp } }]
        : [],
    ),
  )
}

function reviews(db: ReadableDatabase): Thing[] {
  return allReviews(db).map(({ id, title, language, aliases, sections }) => ({
    id,
    label: title,
    parts: { facts: [title, language, aliases], sections },
  }))
}

function searches(db: ReadableDatabase): Thing[] {
  return listSavedSearches(db).map(({ id, name, query, folds, filters, sort, descending, marking }) => ({
    id,
    label: name,
    parts: { facts: name, query: [query, folds, filters, sort, descending], marking },
  }))
}

function allReviews(db: ReadableDatabase) {
  return listReviews(db).map(({ id }) => getReview(db, id))
}
