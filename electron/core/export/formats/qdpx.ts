import { onOneLine } from '../../../../shared/domain/elision'
import type { Passage } from '../../../../shared/domain/passage'
import type { Review } from '../../../../shared/domain/review'
import type { Source } from '../../../../shared/domain/source'
import { sectionHeading } from '../../../../shared/markdown/labels'
import { listPassages } from '../../store/passages'
import { getProject } from '../../store/project'
import { listRelations } from '../../store/relations'
import { getReview, listReviews } from '../../store/reviews'
import { listSources } from '../../store/sources'
import type { ReadableDatabase } from '../../store/sql'
import { getText } from '../../store/transcripts'
import { codePointOffsets } from '../code-points'
import { guidOf } from '../guid'
import { writeZip } from '../packages/write-zip'
import { element, escapeXml } from '../packages/xml'

const USER = guidOf('user', 'verbatim')
/** Of camps 1 to 8, and of tags. */
const COLOURS = ['#2F6690', '#A4511F', '#3C7A4E', '#7A4D91', '#96702A', '#A23B55', '#2D7577', '#5D6270'] as const

/**
 * The whole project as REFI-QDA (version 1.5, `urn:QDA-XML:project:1.0`): sources as plain text, a selection in code
 * points for each span, camps and tags as codes, relations between passages as links.
 */
export function renderQdpx(db: ReadableDatabase): Uint8Array {
  const sources = listSources(db)
  const passages = listPassages(db)
  const reviews = listReviews(db).map(({ id }) => getReview(db, id))
  const texts = sources.map(({ id }) => getText(db, id))
  const relations = listRelations(db)
  const description = 'Exported by Verbatim. Positions are code points of the plain text.'
  const project = element(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd',
      name: getProject(db).title,
      origin: 'Verbatim',
      creatingUserGUID: USER,
    },
    [
      element('Users', {}, element('User', { guid: USER, name: 'Verbatim' })),
      codeBook(reviews, passages),
      sources.length > 0
        ? element(
            'Sources',
            {},
            sources.map((source, at) =>
              textSource(
                source,
                texts[at]!,
                passages.filter(({ sourceId }) => sourceId === source.id),
              ),
            ),
          )
        : '',
      relations.length > 0
        ? element(
            'Links',
            {},
            relations.map(({ id, from, to, kind }) =>
              element('Link', {
                guid: guidOf('relation', id),
                name: kind,
                direction: 'OneWay',
                originGUID: selectionGuid(from, 0),
                targetGUID: selectionGuid(to, 0),
              }),
            ),
          )
        : '',
      element('Description', {}, escapeXml(description)),
    ],
  )
  return writeZip([
    { name: 'project.qde', content: `<?xml version="1.0" encoding="utf-8"?>\n${project}\n` },
    ...sources.map(({ id }, at) => ({ name: `Sources/${guidOf('text', id)}.txt`, content: texts[at]! })),
  ])
}

function codeBook(reviews: readonly Review[], passages: readonly Passage[]): string {
  const tags = [...new Set(passages.flatMap((passage) => passage.tags))].sort()
  const camps = reviews.flatMap((review) => {
    const children = review.sections.flatMap((section) =>
      section.camp
        ? element(
            'Code',
            {
              guid: guidOf('camp', section.id),
              name: onOneLine(sectionHeading(section, review.language)),
              isCodable: 'true',
              color: COLOURS[section.camp.colour - 1],
            },
            section.camp.thesis ? element('Description', {}, escapeXml(section.camp.thesis)) : '',
          )
        : [],
    )
    return children.length > 0
      ? element('Code', { guid: guidOf('review', review.id), name: review.title, isCodable: 'false' }, children)
      : []
  })
  const tagCodes = tags.map((tag) => element('Code', { guid: guidOf('tag', tag), name: tag, isCodable: 'true' }))
  const codes = [...camps, ...tagCodes]
  return codes.length > 0 ? element('CodeBook', {}, element('Codes', {}, codes)) : ''
}

function textSource(source: Source, text: string, passages: readonly Passage[]): string {
  const toCodePoints = codePointOffsets(text)
  const facts = [source.file, source.date ?? '', ...source.speakers.map(({ name }) => name)].filter(Boolean)
  const selections = passages.flatMap((passage) =>
    passage.spans.map(({ start, end, quote }, at) =>
      element(
        'PlainTextSelection',
        {
          guid: selectionGuid(passage.id, at),
          name: shortName(quote),
          startPosition: toCodePoints(start),
          endPosition: toCodePoints(end),
          creatingUser: USER,
          creationDateTime: passage.createdAt,
        },
        [at === 0 ? passageDescription(passage) : '', ...codings(passage, at)],
      ),
    ),
  )
  return element(
    'TextSource',
    {
      guid: guidOf('source', source.id),
      name: source.title,
      plainTextPath: `internal://${guidOf('text', source.id)}.txt`,
      creatingUser: USER,
    },
    [element('Description', {}, escapeXml(facts.join(' · '))), ...selections],
  )
}

function passageDescription(passage: Passage): string {
  const lines = [passage.note, ...passage.translations.map(({ language, text }) => `[${language}] ${text}`)]
  const text = lines.filter(Boolean).join('\n\n')
  return text ? element('Description', {}, escapeXml(text)) : ''
}

function codings(passage: Passage, span: number): string[] {
  const codes = [...passage.camps.map((camp) => guidOf('camp', camp)), ...passage.tags.map((tag) => guidOf('tag', tag))]
  return codes.map((code) =>
    element(
      'Coding',
      { guid: guidOf('coding', passage.id, span, code), creatingUser: USER },
      element('CodeRef', { targetGUID: code }),
    ),
  )
}

function selectionGuid(passage: string, span: number): string {
  return guidOf('selection', passage, span)
}

function shortName(quote: string): string {
  const characters = Array.from(onOneLine(quote))
  return characters.length <= 100 ? characters.join('') : `${characters.slice(0, 99).join('')}…`
}
