import type { Blockquote } from 'mdast'
import { onOneLine } from '../../../../shared/domain/elision'
import { PLAIN_PAGE, reviewTree } from '../../../../shared/markdown/review-tree'
import type { Template } from '../../../../shared/markdown/template'
import { DocxBody } from '../docx/body'
import { numberingPart } from '../docx/numbering'
import { stylesPart, WORD } from '../docx/styles'
import { writeZip } from '../packages/write-zip'
import { element, escapeXml, XML_HEAD } from '../packages/xml'
import type { GatheredReview } from '../review-document'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A review as a Word document: real headings, quotes as block quotes, each with a footnote that names its source. */
export function renderDocx(
  { document }: Pick<GatheredReview, 'document'>,
  template: Template | null = null,
): Uint8Array {
  const tree = reviewTree(document, { ...PLAIN_PAGE, relations: 'list', template })
  const body = new DocxBody(tree)
  const sourceNote = ({ data }: Blockquote): string | null => {
    const quote = data?.quote
    // Pages that an older program kept do not name the file.
    return quote ? [quote.source, quote.date ?? '', quote.file ?? ''].map(onOneLine).filter(Boolean).join(' · ') : null
  }
  const content = body.write(tree, sourceNote)
  const page = element('w:sectPr', {}, [
    element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    element('w:pgMar', {
      'w:top': 1440,
      'w:right': 1440,
      'w:bottom': 1440,
      'w:left': 1440,
      'w:header': 708,
      'w:footer': 708,
      'w:gutter': 0,
    }),
  ])
  const namespaces = { 'xmlns:w': WORD, 'xmlns:r': OFFICE }
  const day = `${document.updated}T00:00:00Z`
  const links = body.links.map((url, at) => relationship(`rLink${at + 1}`, `${OFFICE}/hyperlink`, url, true))
  return writeZip([
    { name: '[Content_Types].xml', content: contentTypes() },
    {
      name: '_rels/.rels',
      content: relationships([
        relationship('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
        relationship('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ]),
    },
    {
      name: 'docProps/core.xml',
      content: `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(document.title)}</dc:title><dc:language>${document.language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`,
    },
    {
      name: 'word/document.xml',
      content: `${XML_HEAD}${element('w:document', namespaces, element('w:body', {}, content + page))}`,
    },
    { name: 'word/styles.xml', content: stylesPart(document.language === 'zh' ? 'zh-CN' : 'en-US') },
    { name: 'word/numbering.xml', content: numberingPart(body.lists) },
    { name: 'word/footnotes.xml', content: footnotesPart(body.footnotes) },
    {
      name: 'word/settings.xml',
      content: `${XML_HEAD}${element('w:settings', { 'xmlns:w': WORD }, [
        element('w:footnotePr', {}, element('w:footnote', { 'w:id': -1 }) + element('w:footnote', { 'w:id': 0 })),
        element(
          'w:compat',
          {},
          element('w:compatSetting', {
            'w:name': 'compatibilityMode',
            'w:uri': 'http://schemas.microsoft.com/office/word',
            'w:val': 15,
          }),
        ),
      ])}`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships([
        relationship('rId1', `${OFFICE}/styles`, 'styles.xml'),
        relationship('rId2', `${OFFICE}/numbering`, 'numbering.xml'),
        relationship('rId3', `${OFFICE}/footnotes`, 'footnotes.xml'),
        relationship('rId4', `${OFFICE}/settings`, 'settings.xml'),
        ...links,
      ]),
    },
    { name: 'word/_rels/footnotes.xml.rels', content: relationships(links) },
  ])
}

function footnotesPart(notes: readonly string[]): string {
  const separator = (id: number, type: string, mark: string) =>
    element('w:footnote', { 'w:type': type, 'w:id': id }, element('w:p', {}, element('w:r', {}, element(mark))))
  return `${XML_HEAD}${element('w:footnotes', { 'xmlns:w': WORD, 'xmlns:r': OFFICE }, [
    separator(-1, 'separator', 'w:separator'),
    separator(0, 'continuationSeparator', 'w:continuationSeparator'),
    ...notes.map((paragraphs, at) => element('w:footnote', { 'w:id': at + 1 }, paragraphs)),
  ])}`
}

function relationship(id: string, type: string, target: string, isExternal = false): string {
  return element('Relationship', { Id: id, Type: type, Target: target, TargetMode: isExternal ? 'External' : null })
}

function relationships(all: readonly string[]): string {
  return `${XML_HEAD}${element('Relationships', { xmlns: `${PACKAGE}/relationships` }, all)}`
}

function contentTypes(): string {
  const part = (name: string, type: string) => element('Override', { PartName: name, ContentType: type })
  return `${XML_HEAD}${element('Types', { xmlns: `${PACKAGE}/content-types` }, [
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('/word/document.xml', `${TYPE}.document.main+xml`),
    part('/word/styles.xml', `${TYPE}.styles+xml`),
    part('/word/numbering.xml', `${TYPE}.numbering+xml`),
    part('/word/footnotes.xml', `${TYPE}.footnotes+xml`),
    part('/word/settings.xml', `${TYPE}.settings+xml`),
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ])}`
}
