import type { Bundle, BundleReview } from '../../../shared/bundle'
import type { PassageId, ReviewId, SectionId, SourceId, SpeakerId } from '../../../shared/domain/ids'
import { act } from '../store/act'
import { insertProse, insertQuote } from '../store/blocks'
import type { ProjectDatabase } from '../store/database'
import { claimRead } from '../store/coverage'
import { setTerm } from '../store/glossary'
import { setView } from '../store/my-view'
import { insertPassage, putIntoCamp, setTranslation } from '../store/passages'
import { insertRelation } from '../store/relations'
import { insertReview, setUpdated } from '../store/reviews'
import { freeColour, insertSection } from '../store/sections'
import { insertSpeaker, updateSource, updateSpeaker } from '../store/sources'
import type { WritableDatabase } from '../store/sql'
import { getText, sha256 } from '../store/transcripts'
import { planBundle, type BundlePlan, type BundleProblem, type PlannedPassage, type PlannedSource } from './plan-bundle'
import { parentIndexes } from './review-outline'
import { writeSearch } from './write-search'

/** What of a bundle stands in the project now, whether it was there before or not. */
export interface BundleReport {
  /** False when there were problems and nothing was written. */
  readonly applied: boolean
  readonly sources: number
  readonly passages: number
  readonly reviews: number
  readonly problems: readonly BundleProblem[]
}

/**
 * Applies a bundle to a project as one action: facts of sources, passages, relations, reviews, searches. With problems nothing is
 * written, unless `partial`: then all is written that has none. Applying it again changes nothing.
 */
export function applyBundle(
  db: ProjectDatabase,
  bundle: Bundle,
  { partial }: { readonly partial: boolean },
): BundleReport {
  const plan = planBundle(db, bundle)
  if (plan.problems.length > 0 && !partial) {
    return { applied: false, sources: 0, passages: 0, reviews: 0, problems: plan.problems }
  }
  act(db, 'bundle.apply', (writable) => writeBundle(writable, plan))
  return {
    applied: true,
    sources: plan.sources.length,
    passages: plan.present.passages + plan.passages.length,
    reviews: plan.present.reviews + plan.reviews.length,
    problems: plan.problems,
  }
}

/** Writes what was planned, inside a transaction that has read the same project. */
export function writeBundle(db: WritableDatabase, plan: BundlePlan): void {
  const added = new Map(plan.sources.map((source) => [source.id, writeSource(db, source)]))
  for (const planned of plan.passages) writePassage(db, planned, added)
  for (const { from, to, kind } of plan.relations) insertRelation(db, from as PassageId, to as PassageId, kind)
  const sections = new Map([...plan.sections, ...plan.reviews.flatMap((review) => writeReview(db, review))])
  for (const { term, language, translation = null, note } of plan.terms) {
    setTerm(db, { term, language, translation, note })
  }
  const sources = new Map(plan.sources.map(({ facts, id }) => [facts.id, id]))
  for (const search of plan.searches) writeSearch(db, search, { sources, sections })
}

/** Sets a source's facts; gives the ids of the speakers that were added, by name. */
function writeSource(db: WritableDatabase, { id, facts, speakers, added }: PlannedSource): Map<string, SpeakerId> {
  const { title, tier, language, date, read } = facts
  updateSource(db, id, { title, tier, language, ...(date !== undefined && { date }) })
  if (read && read.text === sha256(getText(db, id))) claimRead(db, id, read.ranges, true)
  const ids = new Map<string, SpeakerId>()
  for (const { wanted, speaker } of speakers) {
    if (!speaker) {
      ids.set(
        wanted.name,
        insertSpeaker(db, id, { label: null, name: wanted.name, affiliation: wanted.affiliation ?? null }),
      )
    } else {
      const affiliation = wanted.affiliation === undefined ? speaker.affiliation : wanted.affiliation
      updateSpeaker(db, id, speaker.id, { name: wanted.name, affiliation })
    }
  }
  for (const name of added) ids.set(name, insertSpeaker(db, id, { label: null, name, affiliation: null }))
  return ids
}

function writePassage(
  db: WritableDatabase,
  { passage, sourceId, ranges, speaker }: PlannedPassage,
  added: ReadonlyMap<SourceId, ReadonlyMap<string, SpeakerId>>,
): void {
  const speakerId = speaker && ('id' in speaker ? speaker.id : (added.get(sourceId)?.get(speaker.added) ?? null))
  const { attributed, note, tags } = passage
  const id = insertPassage(db, { id: passage.id as PassageId, sourceId, ranges, speakerId, attributed, note, tags })
  for (const [language, translation] of Object.entries(passage.translation)) {
    const { text, state } =
      typeof translation === 'string' ? { text: translation, state: 'done' as const } : translation
    setTranslation(db, id, { language, text, state })
  }
}

/** Gives which section each id of the bundle has become. */
function writeReview(db: WritableDatabase, review: BundleReview): [string, SectionId][] {
  const { title, language, aliases, updated } = review
  const reviewId = insertReview(db, { id: review.id as ReviewId, title, language, aliases })
  const parents = parentIndexes(review.sections)
  const ids: SectionId[] = []
  review.sections.forEach(({ kind, heading = null, camp, view, passages, blocks }, at) => {
    const id = insertSection(db, {
      reviewId,
      parentId: ids[parents[at]!] ?? null,
      index: review.sections.length,
      kind,
      heading,
      camp: camp ? { ...camp, colour: camp.colour ?? freeColour(db, reviewId) } : null,
    })
    ids.push(id)
    blocks.forEach((block, index) => {
      if (block.type === 'prose') insertProse(db, id, index, block.markdown)
      else insertQuote(db, id, index, block.passage as PassageId, block.leadIn)
    })
    if (view) {
      setView(db, id, {
        judgement: view.judgement,
        confidence: view.confidence ?? null,
        strongest: view.strongest as PassageId[],
        weakest: view.weakest as PassageId[],
      })
    }
    if (camp || kind === 'camp' || kind === 'cold-water') {
      for (const passage of passages) putIntoCamp(db, passage as PassageId, id)
    }
  })
  if (updated !== undefined) setUpdated(db, reviewId, updated)
  return review.sections.flatMap(({ id }, at) => (id === undefined ? [] : [[id, ids[at]!]]))
}
