import type { Passage } from '../../../../shared/domain/passage'
import type { PassageId, ReviewId, SourceId } from '../../../../shared/domain/ids'
import type { MyView, Review } from '../../../../shared/domain/review'
import type { SavedSearch } from '../../../../shared/domain/saved-search'
import type { Source } from '../../../../shared/domain/source'
import { BUNDLE_FORMAT, BUNDLE_VERSION, type BundleInput } from '../../../../shared/bundle'
import { getCoverage } from '../../store/coverage'
import { listTerms } from '../../store/glossary'
import { listPassages } from '../../store/passages'
import { listRelations } from '../../store/relations'
import { listRefused } from '../../store/refused-suggestions'
import { getReview, listReviews } from '../../store/reviews'
import { listSavedSearches } from '../../store/saved-searches'
import { listSources } from '../../store/sources'
import type { ReadableDatabase } from '../../store/sql'
import { getText, sha256 } from '../../store/transcripts'

type Searches = NonNullable<BundleInput['searches']>

/** The whole project as a bundle, or one review with what it needs. The same project gives the same bytes. */
export function renderBundle(db: ReadableDatabase, only?: ReviewId): string {
  const reviews = (only === undefined ? listReviews(db).map(({ id }) => id) : [only]).map((id) => getReview(db, id))
  const camps = new Set<string>(reviews.flatMap((review) => review.sections.map(({ id }) => id)))
  const quoted = new Set(reviews.flatMap(quotedIn))
  const needed = (passage: Passage) =>
    only === undefined || quoted.has(passage.id) || passage.camps.some((camp) => camps.has(camp))
  const passages = listPassages(db).filter(needed)
  const ids = new Set<PassageId>(passages.map(({ id }) => id))
  const cited = new Set<SourceId>(passages.map(({ sourceId }) => sourceId))
  const sources = listSources(db)
  const speakers = new Map(sources.flatMap((source) => source.speakers.map((speaker) => [speaker.id, speaker.name])))
  const searches = only === undefined ? listSavedSearches(db) : []
  const terms = listTerms(db).map(({ id: _, ...term }) => term)
  const bundle: BundleInput = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    sources: sources
      .filter(({ id }) => only === undefined || cited.has(id))
      .map((source) => ({ ...bundleSource(source), ...(only === undefined && bundleRead(db, source.id)) })),
    passages: passages.map((passage) =>
      bundlePassage(passage, passage.speakerId && (speakers.get(passage.speakerId) ?? null)),
    ),
    relations: listRelations(db)
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .map(({ from, to, kind }) => ({ from, to, kind })),
    reviews: reviews.map((review) => bundleReview(review, passages)),
    ...(terms.length > 0 && { glossary: terms }),
    ...(searches.length > 0 && { searches: searches.map((search) => bundleSearch(db, search)) }),
  }
  return `${JSON.stringify(bundle, null, 1)}\n`
}

/** What a review needs: its quotes, and what its author's view rests on. */
function quotedIn(review: Review): PassageId[] {
  return review.sections.flatMap(({ blocks, view }) => [
    ...blocks.flatMap((block) => (block.kind === 'quote' ? block.passageId : [])),
    ...(view ? [...view.strongest, ...view.weakest] : []),
  ])
}

function bundleView({ judgement, confidence, strongest, weakest }: MyView) {
  return { judgement, confidence, strongest: [...strongest], weakest: [...weakest] }
}

function bundleSource(source: Source): NonNullable<BundleInput['sources']>[number] {
  const { id, file, sha256, title, tier, language, date, speakers } = source
  return {
    id,
    file,
    sha256,
    title,
    tier,
    language,
    date,
    speakers: speakers.map(({ name, affiliation, label }) => ({ name, affiliation, label })),
  }
}

/** What is marked as read goes with the whole project. What was seen, and when, is its reader's alone. */
function bundleRead(db: ReadableDatabase, id: SourceId): Pick<NonNullable<BundleInput['sources']>[number], 'read'> {
  const ranges = getCoverage(db, id).claimed.map(({ start, end }) => ({ start, end }))
  return ranges.length === 0 ? {} : { read: { text: sha256(getText(db, id)), ranges } }
}

/** A search that is kept belongs to the project, whatever review it suggests passages for. */
function bundleSearch(db: ReadableDatabase, { missing: _, ...search }: SavedSearch): Searches[number] {
  const refused = Array.from(listRefused(db, search.id), ([source, ranges]) => ({
    source,
    text: sha256(getText(db, source)),
    ranges: ranges.map(({ start, end }) => ({ start, end })),
  }))
  const { sources, tiers, languages, speakers, ...filters } = search.filters
  return {
    ...search,
    filters: {
      ...(sources && { sources: [...sources] }),
      ...(tiers && { tiers: [...tiers] }),
      ...(languages && { languages: [...languages] }),
      ...(speakers && { speakers: [...speakers] }),
      ...filters,
    },
    ...(refused.length > 0 && { refused }),
  }
}

function bundlePassage(passage: Passage, speaker: string | null): NonNullable<BundleInput['passages']>[number] {
  return {
    id: passage.id,
    source: passage.sourceId,
    fragments: passage.spans.map(({ quote }) => quote),
    spans: passage.spans.map(({ start, end }) => ({ start, end })),
    translation: Object.fromEntries(
      passage.translations.map(({ language, text, state }) => [language, state === 'done' ? text : { text, state }]),
    ),
    attributed: passage.attributed,
    speaker,
    note: passage.note,
    tags: [...passage.tags],
  }
}

/** A review as a bundle has it; `passages` are those that may be in its camps. */
export function bundleReview(
  review: Review,
  passages: readonly Passage[],
): NonNullable<BundleInput['reviews']>[number] {
  const { id, title, language, updated, aliases } = review
  return {
    id,
    title,
    language,
    updated,
    aliases: [...aliases],
    sections: review.sections.map((section) => {
      const placed = new Set(section.blocks.flatMap((block) => (block.kind === 'quote' ? block.passageId : [])))
      return {
        id: section.id,
        kind: section.kind,
        parent: section.parentId,
        heading: section.heading,
        camp: section.camp,
        ...(section.view && { view: bundleView(section.view) }),
        passages: passages.filter((one) => one.camps.includes(section.id) && !placed.has(one.id)).map((one) => one.id),
        blocks: section.blocks.map((block) =>
          block.kind === 'prose'
            ? { type: 'prose', markdown: block.markdown }
            : { type: 'quote', passage: block.passageId, leadIn: block.leadIn },
        ),
      }
    }),
  }
}
