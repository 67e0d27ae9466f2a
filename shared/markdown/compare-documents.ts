import { wordDiff } from '../anchoring/word-diff'
import type { PassageId, SectionId } from '../domain/ids'
import type { DiffPart } from '../domain/verification'
import { sectionHeading } from './labels'
import type { DocumentQuote, DocumentSection, ReviewDocument } from './review-document'

/** A quote that one page has and the other has not. */
export interface ComparedQuote {
  readonly passage: PassageId
  readonly text: string
  readonly speaker: string | null
  /** Headings of the sections in which it stands. */
  readonly sections: readonly string[]
}

/** A quote that both pages have, with what differs; `null` where that is the same. */
export interface ChangedQuote extends ComparedQuote {
  /** The quote's own words. */
  readonly reworded: readonly DiffPart[] | null
  readonly retranslated: { readonly from: string | null; readonly to: string | null } | null
  /** Headings of the sections in which it stood, where they are others; `sections` are those of now. */
  readonly movedFrom: readonly string[] | null
}

export interface ComparedSection {
  readonly id: SectionId
  readonly heading: string
}

/** A section of both pages whose heading or prose differs. */
export interface RewrittenSection extends ComparedSection {
  /** Its heading before, where that is another; else `null`. */
  readonly headingBefore: string | null
  /** Of its prose and lead-ins; all of one kind `same` where only the heading differs. */
  readonly diff: readonly DiffPart[]
}

/** What changed from one page of a review to another. The change log itself is left out. */
export interface DocumentComparison {
  readonly title: { readonly from: string; readonly to: string } | null
  readonly quotes: {
    readonly added: readonly ComparedQuote[]
    readonly removed: readonly ComparedQuote[]
    readonly changed: readonly ChangedQuote[]
  }
  readonly sections: {
    readonly added: readonly ComparedSection[]
    readonly removed: readonly ComparedSection[]
    readonly rewritten: readonly RewrittenSection[]
  }
}

interface PlacedQuote {
  readonly quote: DocumentQuote
  readonly sections: readonly DocumentSection[]
}

/** Compares two pages of one review: quotes by their passage, sections by their id. */
export function compareDocuments(from: ReviewDocument, to: ReviewDocument): DocumentComparison {
  const before = placedQuotes(from)
  const after = placedQuotes(to)
  const sectionsBefore = new Map(bodyOf(from).map((section) => [section.id, section]))
  const sectionsAfter = new Map(bodyOf(to).map((section) => [section.id, section]))
  return {
    title: from.title === to.title ? null : { from: from.title, to: to.title },
    quotes: {
      added: [...after.values()].flatMap((placed) =>
        before.has(placed.quote.passage) ? [] : comparedQuote(placed, to),
      ),
      removed: [...before.values()].flatMap((placed) =>
        after.has(placed.quote.passage) ? [] : comparedQuote(placed, from),
      ),
      changed: [...after.values()].flatMap((placed) => {
        const old = before.get(placed.quote.passage)
        return (old && changedQuote(old, placed, from, to)) ?? []
      }),
    },
    sections: {
      added: [...sectionsAfter.values()].flatMap((one) => (sectionsBefore.has(one.id) ? [] : comparedSection(one, to))),
      removed: [...sectionsBefore.values()].flatMap((one) =>
        sectionsAfter.has(one.id) ? [] : comparedSection(one, from),
      ),
      rewritten: [...sectionsAfter.values()].flatMap((section) => {
        const old = sectionsBefore.get(section.id)
        return (old && rewrittenSection(old, section, from, to)) ?? []
      }),
    },
  }
}

/** Whether nothing differs. */
export function isSamePage({ title, quotes, sections }: DocumentComparison): boolean {
  return (
    title === null &&
    [quotes.added, quotes.removed, quotes.changed, sections.added, sections.removed, sections.rewritten].every(
      (list) => list.length === 0,
    )
  )
}

function bodyOf(document: ReviewDocument): readonly DocumentSection[] {
  return document.sections.filter(({ kind }) => kind !== 'changelog')
}

function placedQuotes(document: ReviewDocument): Map<PassageId, PlacedQuote> {
  const placed = new Map<PassageId, { quote: DocumentQuote; sections: DocumentSection[] }>()
  for (const section of bodyOf(document)) {
    for (const block of section.blocks) {
      if (block.kind !== 'quote') continue
      const known = placed.get(block.passage)
      if (!known) placed.set(block.passage, { quote: block, sections: [section] })
      else if (!known.sections.includes(section)) known.sections.push(section)
    }
  }
  return placed
}

function comparedQuote({ quote, sections }: PlacedQuote, document: ReviewDocument): ComparedQuote {
  const { passage, text, speaker } = quote
  return { passage, text, speaker, sections: sections.map((section) => sectionHeading(section, document.language)) }
}

function changedQuote(
  old: PlacedQuote,
  now: PlacedQuote,
  from: ReviewDocument,
  to: ReviewDocument,
): ChangedQuote | null {
  const idsOf = ({ sections }: PlacedQuote) => sections.map(({ id }) => id).sort()
  const movedFrom = String(idsOf(old)) === String(idsOf(now)) ? null : comparedQuote(old, from).sections
  const reworded = old.quote.text === now.quote.text ? null : wordDiff(old.quote.text, now.quote.text)
  const [before, after] = [old.quote.translation, now.quote.translation]
  // A page in another language has other translations, which says nothing of each.
  const retranslated = before === after || from.language !== to.language ? null : { from: before, to: after }
  if (!movedFrom && !reworded && !retranslated) return null
  return { ...comparedQuote(now, to), reworded, retranslated, movedFrom }
}

function comparedSection(section: DocumentSection, { language }: ReviewDocument): ComparedSection {
  return { id: section.id, heading: sectionHeading(section, language) }
}

function rewrittenSection(
  old: DocumentSection,
  now: DocumentSection,
  from: ReviewDocument,
  to: ReviewDocument,
): RewrittenSection | null {
  const [headingBefore, heading] = [sectionHeading(old, from.language), sectionHeading(now, to.language)]
  const [before, after] = [proseOf(old), proseOf(now)]
  const renamed = headingBefore !== heading && from.language === to.language
  if (before === after && !renamed && viewOf(old) === viewOf(now)) return null
  return { id: now.id, heading, headingBefore: renamed ? headingBefore : null, diff: wordDiff(before, after) }
}

/** What a view says besides its judgement; pages of an older program have none. */
function viewOf({ view }: DocumentSection): string {
  return JSON.stringify(
    view ? [view.confidence, ...[view.strongest, view.weakest].map((side) => side.map(({ passage }) => passage))] : [],
  )
}

function proseOf({ blocks, view }: DocumentSection): string {
  return [...blocks.map((block) => (block.kind === 'prose' ? block.markdown : block.leadIn)), view?.judgement ?? '']
    .filter(Boolean)
    .join('\n\n')
}
