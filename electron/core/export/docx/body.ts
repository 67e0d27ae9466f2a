import type { Blockquote, FootnoteDefinition, List, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { element, escapeXml } from '../packages/xml'
import type { BegunList } from './numbering'

/** Addresses that a document may link to; anything else stays text. */
const LINKABLE = /^(?:https?:\/\/|mailto:)/i
const CJK = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Deepest level that a list of Word has. */
const DEEPEST = 8

/** The run properties that are on, in the order in which Word's schema wants them. */
interface Look {
  readonly style?: 'Hyperlink' | 'CodeCharacter'
  readonly bold?: boolean
  readonly italic?: boolean
  readonly struck?: boolean
}

/** Where a paragraph stands. */
interface Place {
  readonly style: string | null
  readonly list: { readonly number: number; readonly level: number } | null
}

const PLAIN: Place = { style: null, list: null }
const ROLE_STYLES = {
  meta: 'Subtitle',
  original: 'Quote',
  translation: 'QuoteTranslation',
  attribution: 'QuoteAttribution',
}

/** Writes a page's tree as the body of a Word document, and collects what its other parts need. */
export class DocxBody {
  readonly lists: BegunList[] = []
  /** Addresses of links, the n-th with the relationship `rLink{n + 1}`. */
  readonly links: string[] = []
  /** The paragraphs of each footnote, the n-th with the id n + 1. */
  readonly footnotes: string[] = []
  readonly #notes: ReadonlyMap<string, FootnoteDefinition>
  readonly #bookmarks = new Map<string, number>()

  constructor(root: Root) {
    this.#notes = new Map(
      root.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])),
    )
  }

  /** `sourceNote` says what a quote's footnote tells of its source. */
  write(root: Root, sourceNote: (quote: Blockquote) => string | null): string {
    return root.children.map((node) => this.#block(node, PLAIN, sourceNote)).join('')
  }

  #block(node: RootContent, place: Place, sourceNote: (quote: Blockquote) => string | null): string {
    const blocks = (nodes: readonly RootContent[], at: Place) =>
      nodes.map((child) => this.#block(child, at, sourceNote)).join('')
    switch (node.type) {
      case 'paragraph':
        return this.#paragraph(
          node.children,
          node.data?.role ? { ...place, style: ROLE_STYLES[node.data.role] } : place,
        )
      case 'heading':
        return this.#paragraph(node.children, { ...place, style: `Heading${node.depth}` })
      case 'blockquote':
        return node.data?.quote
          ? this.#quote(node, sourceNote(node))
          : blocks(node.children, { ...place, style: 'Quote' })
      case 'list':
        return this.#list(node, place, blocks)
      case 'code':
        return node.value
          .split('\n')
          .map((line) => paragraphXml({ style: 'Code', list: null }, runXml(line, {}), line))
          .join('')
      case 'thematicBreak':
        return element('w:p', {}, [
          element(
            'w:pPr',
            {},
            element(
              'w:pBdr',
              {},
              element('w:bottom', { 'w:val': 'single', 'w:sz': 6, 'w:space': 1, 'w:color': 'auto' }),
            ),
          ),
        ])
      case 'table':
        return this.#table(node)
      case 'footnoteDefinition':
      case 'definition':
        return ''
      case 'listItem':
        return blocks(node.children, place)
      case 'html':
      case 'yaml':
        return paragraphXml(place, runXml(node.value, {}), node.value)
      case 'tableRow':
      case 'tableCell':
        return ''
      default:
        return this.#paragraph([node], place)
    }
  }

  #quote(node: Blockquote, note: string | null): string {
    const { anchor } = node.data ?? {}
    return node.children
      .map((child, at) => {
        if (child.type !== 'paragraph') return ''
        const { role = 'original' } = child.data ?? {}
        const noted =
          note !== null && at === 0
            ? this.#footnote(
                paragraphXml({ style: 'FootnoteText', list: null }, footnoteMark() + runXml(` ${note}`, {}), note),
              )
            : ''
        return this.#paragraph(
          child.children,
          { style: ROLE_STYLES[role], list: null },
          noted,
          at === 0 ? anchor : undefined,
        )
      })
      .join('')
  }

  #list(node: List, place: Place, blocks: (nodes: readonly RootContent[], at: Place) => string): string {
    this.lists.push({ ordered: node.ordered === true, start: node.start ?? 1 })
    const list = { number: this.lists.length, level: Math.min(DEEPEST, place.list ? place.list.level + 1 : 0) }
    return node.children
      .map((item) => {
        const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : ''
        const children: RootContent[] = [...item.children]
        const [first] = children
        if (box && first?.type === 'paragraph') {
          children[0] = { ...first, children: [{ type: 'text', value: box }, ...first.children] }
        }
        return children
          .map((child, at) => {
            if (child.type === 'list') return this.#list(child, { style: null, list }, blocks)
            if (child.type !== 'paragraph') return blocks([child], PLAIN)
            return at === 0
              ? this.#paragraph(child.children, { style: 'ListParagraph', list })
              : this.#paragraph(child.children, { style: 'ListParagraph', list: null })
          })
          .join('')
      })
      .join('')
  }

  #table(node: Table): string {
    const columns = Math.max(1, ...node.children.map((row) => row.children.length))
    const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
      element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' }),
    )
    const rows = node.children.map((row, rowAt) =>
      element(
        'w:tr',
        {},
        Array.from({ length: columns }, (_, at) =>
          element('w:tc', {}, [
            element('w:tcPr', {}, element('w:tcW', { 'w:w': 0, 'w:type': 'auto' })),
            this.#paragraph(
              rowAt === 0
                ? [{ type: 'strong', children: row.children[at]?.children ?? [] }]
                : (row.children[at]?.children ?? []),
              PLAIN,
            ),
          ]),
        ),
      ),
    )
    const properties = element('w:tblPr', {}, [
      element('w:tblW', { 'w:w': 0, 'w:type': 'auto' }),
      element('w:tblBorders', {}, edges),
    ])
    const grid = element(
      'w:tblGrid',
      {},
      Array.from({ length: columns }, () => element('w:gridCol', { 'w:w': Math.floor(9000 / columns) })),
    )
    // Two tables that touch would become one.
    return element('w:tbl', {}, [properties, grid, ...rows]) + element('w:p')
  }

  #paragraph(nodes: readonly RootContent[], place: Place, after = '', anchor?: string): string {
    const runs = nodes.map((node) => this.#inline(node, {})).join('')
    const mark = anchor === undefined ? '' : this.#bookmark(anchor)
    return paragraphXml(place, mark + runs + after, textOf(nodes))
  }

  #bookmark(name: string): string {
    const id = this.#bookmarks.size + 1
    this.#bookmarks.set(name, id)
    return (
      element('w:bookmarkStart', { 'w:id': id, 'w:name': bookmarkName(name) }) +
      element('w:bookmarkEnd', { 'w:id': id })
    )
  }

  #inline(node: RootContent, look: Look): string {
    const inside = (nodes: readonly PhrasingContent[], as: Look) =>
      nodes.map((child) => this.#inline(child, as)).join('')
    switch (node.type) {
      case 'text':
        return runXml(softBreaks(node.value), look)
      case 'emphasis':
        return inside(node.children, { ...look, italic: true })
      case 'strong':
        return inside(node.children, { ...look, bold: true })
      case 'delete':
        return inside(node.children, { ...look, struck: true })
      case 'inlineCode':
        return runXml(node.value, { ...look, style: 'CodeCharacter' })
      case 'break':
        return element('w:r', {}, element('w:br'))
      case 'link':
        return this.#link(node.url, inside(node.children, { ...look, style: 'Hyperlink' }), inside(node.children, look))
      case 'image': {
        const text = node.alt || node.url
        return this.#link(node.url, runXml(text, { ...look, style: 'Hyperlink' }), runXml(text, look))
      }
      case 'footnoteReference': {
        const definition = this.#notes.get(node.identifier)
        if (!definition) return ''
        const [first, ...rest] = definition.children
        const place = { style: 'FootnoteText', list: null }
        const content = first?.type === 'paragraph' ? first.children : []
        const lead = paragraphXml(place, footnoteMark() + runXml(' ', {}) + inside(content, {}), textOf(content))
        const others = (first?.type === 'paragraph' ? rest : definition.children)
          .map((child) => this.#block(child, place, () => null))
          .join('')
        return this.#footnote(lead + others)
      }
      case 'html':
        return runXml(node.value, look)
      default:
        return 'children' in node ? inside(node.children as PhrasingContent[], look) : ''
    }
  }

  #link(url: string, linked: string, plain: string): string {
    if (url.startsWith('#')) return element('w:hyperlink', { 'w:anchor': bookmarkName(url.slice(1)) }, linked)
    if (!LINKABLE.test(url)) return plain
    this.links.push(url)
    return element('w:hyperlink', { 'r:id': `rLink${this.links.length}` }, linked)
  }

  #footnote(paragraphs: string): string {
    this.footnotes.push(paragraphs)
    return element('w:r', {}, [
      element('w:rPr', {}, element('w:rStyle', { 'w:val': 'FootnoteReference' })),
      element('w:footnoteReference', { 'w:id': this.footnotes.length }),
    ])
  }
}

function footnoteMark(): string {
  return element('w:r', {}, [
    element('w:rPr', {}, element('w:rStyle', { 'w:val': 'FootnoteReference' })),
    element('w:footnoteRef'),
  ])
}

/** Word wants letters, digits and underscores, at most 40 of them. */
function bookmarkName(anchor: string): string {
  return anchor.replaceAll('-', '_').slice(0, 40)
}

function paragraphXml({ style, list }: Place, runs: string, text: string): string {
  const strong = /\p{L}/u.exec(text)?.[0] ?? ''
  const properties = [
    style && element('w:pStyle', { 'w:val': style }),
    list &&
      element('w:numPr', {}, [
        element('w:ilvl', { 'w:val': list.level }),
        element('w:numId', { 'w:val': list.number }),
      ]),
    RIGHT_TO_LEFT.test(strong) && element('w:bidi'),
  ].filter((one): one is string => typeof one === 'string')
  return element('w:p', {}, (properties.length > 0 ? element('w:pPr', {}, properties) : '') + runs)
}

function runXml(text: string, { style, bold, italic, struck }: Look): string {
  if (text === '') return ''
  const properties = [
    style ? element('w:rStyle', { 'w:val': style }) : '',
    bold ? element('w:b') + element('w:bCs') : '',
    italic ? element('w:i') + element('w:iCs') : '',
    struck ? element('w:strike') : '',
    RIGHT_TO_LEFT.test(text) ? element('w:rtl') : '',
  ].join('')
  const content = text
    .split('\t')
    .map((part) => (part === '' ? '' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`))
    .join(element('w:tab'))
  return element('w:r', {}, (properties ? element('w:rPr', {}, properties) : '') + content)
}

/** A line break in the author's paragraph is a space, or nothing between Chinese characters. */
function softBreaks(text: string): string {
  return text.replace(/[ \t]*\r?\n[ \t]*/g, (found: string, at: number) =>
    CJK.test(text[at - 1] ?? '') && CJK.test(text[at + found.length] ?? '') ? '' : ' ',
  )
}

function textOf(nodes: readonly RootContent[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? textOf(node.children as RootContent[]) : ''))
    .join('')
}
