import type { Bundle, BundlePassage, BundleReview, BundleSource } from '../../../shared/bundle'
import type { ReviewId, SectionId, SourceId, SpeakerId } from '../../../shared/domain/ids'
import { type Message, say } from '../../../shared/domain/messages/message'
import type { Passage } from '../../../shared/domain/passage'
import type { Source } from '../../../shared/domain/source'
import type { TextRange } from '../../../shared/domain/span'
import { turnIndexAt } from '../../../shared/domain/turn'
import { bundleReview } from '../export/formats/bundle'
import { listTerms } from '../store/glossary'
import { listPassages } from '../store/passages'
import { getReview, listReviews } from '../store/reviews'
import { listSavedSearches } from '../store/saved-searches'
import { listSources, listTurns } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'
import { fragmentFinder } from './locate-fragments'
import { matchSource } from './match-source'
import { isNamed, matchSpeakers, type SpeakerMatch } from './match-speakers'
import { isSameReview, missingParents, sectionsInOrder } from './review-outline'

export type BundleProblemCode =
  | 'source-not-found'
  | 'source-ambiguous'
  | 'fragment-not-found'
  | 'fragment-ambiguous'
  | 'passage-exists'
  | 'passage-not-found'
  | 'review-exists'
  | 'parent-not-found'

/** What of a bundle does not fit the project. `passage` is the id of the passage it is about, else `null`. */
export interface BundleProblem {
  readonly passage: string | null
  readonly code: BundleProblemCode
  readonly text: Message
}

/** Who is said to say a passage: a speaker there is, one to be added under a name, or nobody. */
export type PlannedSpeaker = { readonly id: SpeakerId } | { readonly added: string } | null

export interface PlannedSource {
  readonly id: SourceId
  readonly facts: BundleSource
  readonly speakers: readonly SpeakerMatch[]
  /** Names that only passages give, to be added by hand. */
  readonly added: readonly string[]
}

export interface PlannedPassage {
  readonly passage: BundlePassage
  readonly sourceId: SourceId
  readonly ranges: readonly TextRange[]
  readonly speaker: PlannedSpeaker
}

/** What applying a bundle to a project would write. Made without writing anything. */
export interface BundlePlan {
  readonly sources: readonly PlannedSource[]
  /** Those that the project does not have yet. */
  readonly passages: readonly PlannedPassage[]
  readonly reviews: readonly BundleReview[]
  readonly relations: Bundle['relations']
  /** Terms that the glossary does not have yet. */
  readonly terms: Bundle['glossary']
  /** Searches that the project does not have yet. */
  readonly searches: Bundle['searches']
  /** Which sections of the project those of reviews are that it already has just so, by their ids in the bundle. */
  readonly sections: ReadonlyMap<string, SectionId>
  /** Passages and reviews that the project already has just so. */
  readonly present: { readonly passages: number; readonly reviews: number }
  readonly problems: readonly BundleProblem[]
}

interface LocatedPassage {
  readonly passage: BundlePassage
  readonly ranges: readonly TextRange[]
  readonly spokenBy: SpeakerId | null
}

/** Finds a bundle's sources, quotes and speakers in a project. */
export function planBundle(db: ReadableDatabase, bundle: Bundle): BundlePlan {
  const problems: BundleProblem[] = []
  const existing = new Map(listPassages(db).map((passage) => [passage.id as string, passage]))
  const passages: PlannedPassage[] = []
  const sources: PlannedSource[] = []
  let present = 0
  for (const { facts, source } of findSources(db, bundle, problems)) {
    const wanted = bundle.passages.filter((passage) => passage.source === facts.id)
    const located = locatePassages(db, source, wanted, problems)
    const quotes = located.map(({ passage, spokenBy }) => ({ named: passage.speaker, spokenBy }))
    const speakers = matchSpeakers(facts.speakers, source.speakers, quotes)
    const added = new Set<string>()
    for (const { passage, ranges, spokenBy } of located) {
      const planned = { passage, ranges, sourceId: source.id, speaker: speakerOf(passage, spokenBy, source, speakers) }
      const before = existing.get(passage.id)
      if (before && isSamePassage(before, planned)) present += 1
      else if (before) {
        problems.push({ passage: passage.id, code: 'passage-exists', text: say('bundle-passage-differs') })
      } else {
        passages.push(planned)
        const { speaker } = planned
        if (speaker && 'added' in speaker && !speakers.some((one) => one.wanted.name === speaker.added)) {
          added.add(speaker.added)
        }
      }
    }
    sources.push({ id: source.id, facts, speakers, added: [...added] })
  }
  const known = new Set<string>([...existing.keys(), ...passages.map(({ passage }) => passage.id)])
  const reported = new Set(problems.map((problem) => problem.passage))
  const reviews = planReviews(
    db,
    bundle,
    (id) => {
      if (!known.has(id) && !reported.has(id)) {
        problems.push({ passage: id, code: 'passage-not-found', text: say('bundle-no-passage') })
      }
      reported.add(id)
      return known.has(id)
    },
    problems,
  )
  return {
    sources,
    passages,
    reviews: reviews.missing,
    terms: missingTerms(db, bundle),
    searches: missingSearches(db, bundle),
    sections: reviews.sections,
    relations: bundle.relations.filter(({ from, to }) => known.has(from) && known.has(to)),
    present: { passages: present, reviews: reviews.present },
    problems,
  }
}

/** A search that the project has stays as it is there. */
function missingSearches(db: ReadableDatabase, { searches }: Bundle): Bundle['searches'] {
  const known = new Set<string>(listSavedSearches(db).map(({ id }) => id))
  return searches.filter(({ id }) => !known.has(id))
}

/** A term that the project has keeps the project's translation. */
function missingTerms(db: ReadableDatabase, { glossary }: Bundle): Bundle['glossary'] {
  const nameOf = ({ term, language }: { readonly term: string; readonly language: string }) =>
    `${language} ${term.trim()}`
  const known = new Set(listTerms(db).map(nameOf))
  return glossary.filter((term) => {
    const name = nameOf(term)
    if (known.has(name)) return false
    known.add(name)
    return true
  })
}

function findSources(
  db: ReadableDatabase,
  bundle: Bundle,
  problems: BundleProblem[],
): { readonly facts: BundleSource; readonly source: Source }[] {
  const imported = listSources(db)
  const found = bundle.sources.flatMap((facts) => {
    const match = matchSource(facts, imported)
    if (match.kind === 'found') return { facts, source: match.source }
    const users = bundle.passages.filter((passage) => passage.source === facts.id).map(({ id }) => id)
    for (const passage of users.length > 0 ? users : [null]) {
      problems.push(
        match.kind === 'none'
          ? { passage, code: 'source-not-found', text: say('bundle-file-unknown', { file: facts.file }) }
          : {
              passage,
              code: 'source-ambiguous',
              text: say('bundle-file-ambiguous', { sources: match.sources.length, file: facts.file }),
            },
      )
    }
    return []
  })
  const declared = new Set(bundle.sources.map(({ id }) => id))
  for (const { id, source } of bundle.passages) {
    if (declared.has(source)) continue
    problems.push({ passage: id, code: 'source-not-found', text: say('bundle-no-source', { source }) })
  }
  return found
}

function locatePassages(
  db: ReadableDatabase,
  source: Source,
  passages: readonly BundlePassage[],
  problems: BundleProblem[],
): LocatedPassage[] {
  if (passages.length === 0) return []
  const find = fragmentFinder(getText(db, source.id))
  const turns = listTurns(db, source.id)
  return passages.flatMap((passage) => {
    const located = find(passage.fragments, passage.spans)
    if (located.kind === 'found') {
      const spokenBy = turns[turnIndexAt(turns, located.ranges[0]!.start)]?.speakerId ?? null
      return { passage, ranges: located.ranges, spokenBy }
    }
    const fragment = shorten(passage.fragments[located.fragment]!)
    const { file } = source
    problems.push(
      located.kind === 'missing'
        ? {
            passage: passage.id,
            code: 'fragment-not-found',
            text: say(located.outOfOrder ? 'fragment-out-of-order' : 'fragment-missing', { fragment, file }),
          }
        : {
            passage: passage.id,
            code: 'fragment-ambiguous',
            text: say('fragment-often', { fragment, times: located.count, file }),
          },
    )
    return []
  })
}

function shorten(text: string): string {
  const characters = Array.from(text)
  return characters.length <= 60 ? text : `${characters.slice(0, 60).join('')}…`
}

function speakerOf(
  passage: BundlePassage,
  spokenBy: SpeakerId | null,
  source: Source,
  speakers: readonly SpeakerMatch[],
): PlannedSpeaker {
  const { speaker: name } = passage
  if (name === null) return null
  if (name !== undefined) {
    const matched = speakers.find((one) => one.wanted.name === name || one.wanted.label === name)
    const found = matched ? matched.speaker : source.speakers.find((speaker) => isNamed(speaker, name))
    return found ? { id: found.id } : { added: matched?.wanted.name ?? name }
  }
  if (spokenBy !== null) return { id: spokenBy }
  // An unlabelled transcript with one known speaker: it is theirs.
  const [sole, ...others] = speakers
  if (!sole || others.length > 0) return null
  return sole.speaker ? { id: sole.speaker.id } : { added: sole.wanted.name }
}

/** Whether the project's passage is what the bundle says; what the bundle leaves open does not count. */
function isSamePassage(before: Passage, { passage, sourceId, ranges, speaker }: PlannedPassage): boolean {
  const sameSpans =
    before.spans.length === ranges.length &&
    before.spans.every((span, at) => span.start === ranges[at]!.start && span.end === ranges[at]!.end)
  const sameTranslations = Object.entries(passage.translation).every(([language, wanted]) => {
    const text = typeof wanted === 'string' ? wanted : wanted.text
    return (before.translations.find((translation) => translation.language === language)?.text ?? '') === text
  })
  const sameSpeaker =
    passage.speaker === undefined || before.speakerId === (speaker && 'id' in speaker ? speaker.id : null)
  return (
    before.sourceId === sourceId &&
    sameSpans &&
    sameTranslations &&
    sameSpeaker &&
    before.attributed === passage.attributed &&
    (passage.note === '' || passage.note === before.note) &&
    passage.tags.every((tag) => before.tags.includes(tag.trim()))
  )
}

/** The reviews to add, without the quotes whose passage there will not be. */
function planReviews(
  db: ReadableDatabase,
  bundle: Bundle,
  hasPassage: (id: string) => boolean,
  problems: BundleProblem[],
): { readonly missing: BundleReview[]; readonly present: number; readonly sections: Map<string, SectionId> } {
  const sections = new Map<string, SectionId>()
  const existing = new Set<string>(listReviews(db).map(({ id }) => id))
  const missing: BundleReview[] = []
  let present = 0
  for (const review of bundle.reviews) {
    if (existing.has(review.id)) {
      const here = bundleReview(getReview(db, review.id as ReviewId), [])
      if (isSameReview(here, review)) {
        present += 1
        const ids = sectionsInOrder(here.sections ?? []).map(({ id }) => id as SectionId)
        sectionsInOrder(review.sections).forEach(({ id }, at) => id !== undefined && sections.set(id, ids[at]!))
      } else {
        problems.push({ passage: null, code: 'review-exists', text: say('bundle-review-differs', { id: review.id }) })
      }
      continue
    }
    for (const section of missingParents(review.sections)) {
      const text = say('bundle-no-parent', { section: section.heading ?? section.kind, parent: section.parent ?? '' })
      problems.push({ passage: null, code: 'parent-not-found', text })
    }
    const kept = review.sections.map((section) => ({
      ...section,
      passages: section.passages.filter(hasPassage),
      ...(section.view && {
        view: {
          ...section.view,
          strongest: section.view.strongest.filter(hasPassage),
          weakest: section.view.weakest.filter(hasPassage),
        },
      }),
      blocks: section.blocks.filter((block) => block.type === 'prose' || hasPassage(block.passage)),
    }))
    missing.push({ ...review, sections: kept })
  }
  return { missing, present, sections }
}
