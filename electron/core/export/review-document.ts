import { attributionOf } from '../../../shared/domain/attribution'
import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { sectionDepth, type Block, type MyView, type Review } from '../../../shared/domain/review'
import type { Source } from '../../../shared/domain/source'
import { verifies, type Verification } from '../../../shared/domain/verification'
import type {
  DocumentBlock,
  DocumentSource,
  DocumentView,
  ReviewDocument,
  ViewSupport,
} from '../../../shared/markdown/review-document'
import { getPassage, listQuotedPassages } from '../store/passages'
import { listRelations } from '../store/relations'
import { getReview } from '../store/reviews'
import { listSources } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'
import { verifyStored } from '../verify/verify-project'
import { listMentioned } from './mentioned-sources'

/** A review as its exports see it, from the project. */
export interface GatheredReview {
  readonly review: Review
  readonly document: ReviewDocument
  /** Of every passage that the review quotes. */
  readonly verification: Verification
  readonly passages: ReadonlyMap<PassageId, Passage>
  readonly sources: ReadonlyMap<SourceId, Source>
}

/** Gathers a review with its quotes, sources and verification. Throws `not-found`. */
export function gatherReview(db: ReadableDatabase, id: ReviewId): GatheredReview {
  const review = getReview(db, id)
  const quoted = listQuotedPassages(db, id)
  const passages = new Map(quoted.map((passage) => [passage.id, passage]))
  const all = listSources(db)
  const sources = new Map(all.map((source) => [source.id, source]))
  const verification = verifyStored(db, quoted)
  const citedIds = new Set(
    review.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'quote' ? (passages.get(block.passageId)?.sourceId ?? []) : [])),
    ),
  )
  const cited = [...citedIds].flatMap((source) => sources.get(source) ?? [])
  const core = cited.filter((source) => source.tier === 'core')
  const others = cited.filter((source) => source.tier !== 'core')
  const uncited = all.filter((source) => !citedIds.has(source.id))
  const document: ReviewDocument = {
    title: review.title,
    language: review.language,
    aliases: review.aliases,
    updated: review.updated,
    coreSources: core.length,
    verified: verification.quotes.length > 0 && verification.quotes.every(verifies),
    sections: review.sections.map((section) => ({
      id: section.id,
      kind: section.kind,
      depth: sectionDepth(review.sections, section),
      heading: section.heading,
      camp: section.camp,
      blocks: section.blocks.map((block) => documentBlock(block, review, passages, sources)),
      view: section.view && documentView(db, section.view, sources),
    })),
    relations: listRelations(db).flatMap(({ from, to, kind }) =>
      passages.has(from) && passages.has(to) ? { from, to, kind } : [],
    ),
    citedSources: [...core, ...others].map(documentSource),
    mentionedSources: listMentioned(db, uncited, review.aliases).map(documentSource),
  }
  return { review, document, verification, passages, sources }
}

/** A review as its page has it, without what its exports need besides. Throws `not-found`. */
export function gatherDocument(db: ReadableDatabase, id: ReviewId): ReviewDocument {
  return gatherReview(db, id).document
}

function documentBlock(
  block: Block,
  review: Review,
  passages: ReadonlyMap<PassageId, Passage>,
  sources: ReadonlyMap<SourceId, Source>,
): DocumentBlock {
  if (block.kind === 'prose') return { kind: 'prose', markdown: block.markdown }
  const passage = passages.get(block.passageId)
  const source = passage && sources.get(passage.sourceId)
  if (!passage || !source) throw new Error(`the quote ${block.id} names the passage ${block.passageId}, which is gone`)
  const speaker = speakerOf(passage, source)
  return {
    kind: 'quote',
    passage: passage.id,
    text: passage.text,
    language: source.language,
    translation: translationOf(passage, review.language),
    speaker: speaker?.name ?? null,
    attribution: passage.attributed ? attributionOf(speaker, source.title) : null,
    source: source.title,
    date: source.date,
    file: source.file,
    leadIn: block.leadIn,
  }
}

function documentView(db: ReadableDatabase, view: MyView, sources: ReadonlyMap<SourceId, Source>): DocumentView {
  const support = (id: PassageId): ViewSupport => {
    const passage = getPassage(db, id)
    const source = sources.get(passage.sourceId)
    return { passage: id, text: passage.text, speaker: (source && speakerOf(passage, source)?.name) ?? null }
  }
  const { judgement, confidence } = view
  return { judgement, confidence, strongest: view.strongest.map(support), weakest: view.weakest.map(support) }
}

/** A passage's translation in a language or a variety of it, such as `zh-Hant` for `zh`; `null` when there is none. */
export function translationOf(passage: Passage, language: string): string | null {
  const found =
    passage.translations.find((translation) => translation.language === language) ??
    passage.translations.find((translation) => translation.language.startsWith(`${language}-`))
  return found?.text ?? null
}

/** Who says a passage, or `null`. */
export function speakerOf(passage: Passage, source: Source) {
  return source.speakers.find((speaker) => speaker.id === passage.speakerId) ?? null
}

/** A label that names a role or a voice rather than a person. */
const NAMELESS = /^(?:speaker|host|guest|interviewer|unknown|说话人|主持人|嘉宾|发言人)\s*\d*$/i

function documentSource({ title, date, speakers }: Source): DocumentSource {
  return { title, date, speakers: speakers.map(({ name }) => name).filter((name) => !NAMELESS.test(name)) }
}
