import { onOneLine } from '../../../../shared/domain/elision'
import type { PassageId, SourceId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import type { Source } from '../../../../shared/domain/source'
import { labelsOf } from '../../../../shared/markdown/template'
import { sectionHeading } from '../../../../shared/markdown/labels'
import type { ReadableDatabase } from '../../store/sql'
import { getText } from '../../store/transcripts'
import { codePointOffsets, wholeCharacters } from '../code-points'
import { guidOf } from '../guid'
import type { GatheredReview } from '../review-document'

/**
 * The quotes of a review, each passage once in reading order, as a W3C Web Annotation collection: its spans as targets,
 * each with a position and a quote selector in code points; translations, note, tags, camps and relations as bodies.
 */
export function renderJsonLd(gathered: GatheredReview, db: ReadableDatabase): string {
  const { review, passages, sources, document } = gathered
  const camps = campsOfQuotes(gathered)
  const offsets = new Map<SourceId, (offset: number) => number>()
  const toCodePoints = (id: SourceId) => {
    const known = offsets.get(id) ?? codePointOffsets(getText(db, id))
    offsets.set(id, known)
    return known
  }
  const items = Array.from(camps, ([id, headings]) => {
    const passage = passages.get(id)!
    const source = sources.get(passage.sourceId)!
    return annotation(passage, source, headings, gathered, toCodePoints(source.id))
  })
  const collection = urn('review', review.id)
  const page = {
    id: urn('page', review.id),
    type: 'AnnotationPage',
    partOf: { id: collection, label: document.title, total: items.length, modified: `${document.updated}T00:00:00Z` },
    startIndex: 0,
    items,
  }
  const whole = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: collection,
    type: 'AnnotationCollection',
    label: document.title,
    total: items.length,
    modified: `${document.updated}T00:00:00Z`,
    first: page,
    last: page.id,
  }
  return `${JSON.stringify(whole, null, 1)}\n`
}

/** Each quoted passage in reading order, with the headings of the camps that it stands in. */
function campsOfQuotes({ review }: GatheredReview): ReadonlyMap<PassageId, readonly string[]> {
  const labels = labelsOf(review.language, null)
  const camps = new Map<PassageId, string[]>()
  for (const section of review.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'quote') continue
      const list = camps.get(block.passageId) ?? []
      const heading = onOneLine(sectionHeading(section, review.language, labels))
      if (section.camp && !list.includes(heading)) list.push(heading)
      camps.set(block.passageId, list)
    }
  }
  return camps
}

function annotation(
  passage: Passage,
  source: Source,
  camps: readonly string[],
  { document, sources }: GatheredReview,
  toCodePoints: (offset: number) => number,
): object {
  const text = (value: string, purpose: string, language?: string) => ({
    type: 'TextualBody',
    value,
    format: 'text/plain',
    ...(language !== undefined && { language }),
    purpose,
  })
  const body = [
    ...passage.translations.map((translation) => text(translation.text, 'describing', translation.language)),
    ...(passage.note ? [text(passage.note, 'commenting')] : []),
    ...camps.map((camp) => text(camp, 'classifying', document.language)),
    ...passage.tags.map((tag) => text(tag, 'tagging')),
    ...document.relations
      .filter(({ from }) => from === passage.id)
      .map(({ to }) => ({ type: 'SpecificResource', source: urn('passage', to), purpose: 'linking' })),
  ]
  const speaker = sources.get(source.id)?.speakers.find(({ id }) => id === passage.speakerId)
  return {
    id: urn('passage', passage.id),
    type: 'Annotation',
    motivation: camps.length > 0 ? ['highlighting', 'classifying'] : 'highlighting',
    created: passage.createdAt,
    ...(body.length > 0 && { body }),
    target: passage.spans.map(({ start, end, quote, prefix, suffix }) => ({
      type: 'SpecificResource',
      source: {
        id: urn('source', source.id),
        type: 'Text',
        format: 'text/plain',
        language: source.language,
        'dcterms:title': source.title,
        ...(source.date !== null && { 'dcterms:date': source.date }),
        ...(speaker && { 'dcterms:creator': speaker.name }),
      },
      selector: [
        { type: 'TextPositionSelector', start: toCodePoints(start), end: toCodePoints(end) },
        {
          type: 'TextQuoteSelector',
          exact: quote,
          prefix: wholeCharacters(prefix),
          suffix: wholeCharacters(suffix),
        },
      ],
    })),
  }
}

function urn(kind: string, id: string): string {
  return `urn:uuid:${guidOf(kind, id)}`
}
