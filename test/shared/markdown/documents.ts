import type { PassageId, SectionId } from '../../../shared/domain/ids'
import type { DocumentQuote, DocumentSection, ReviewDocument } from '../../../shared/markdown/review-document'

/** An empty page. */
export function aDocument(change: Partial<ReviewDocument> = {}): ReviewDocument {
  return {
    title: 'Do trees talk?',
    language: 'en',
    aliases: [],
    updated: '2026-06-11',
    coreSources: 0,
    verified: false,
    sections: [],
    relations: [],
    citedSources: [],
    mentionedSources: [],
    ...change,
  }
}

/** An empty section under a heading of its own. */
export function aSection(change: Partial<DocumentSection> = {}): DocumentSection {
  return {
    id: 's1' as SectionId,
    kind: 'point',
    depth: 0,
    heading: 'A point',
    camp: null,
    blocks: [],
    view: null,
    ...change,
  }
}

/** A quote without a translation or an attribution. */
export function aQuote(change: Partial<DocumentQuote> = {}): DocumentQuote {
  return {
    kind: 'quote',
    passage: 'p1' as PassageId,
    text: 'They do.',
    language: 'en',
    translation: null,
    speaker: null,
    attribution: null,
    source: 'Forest Hour',
    leadIn: '',
    ...change,
  }
}
