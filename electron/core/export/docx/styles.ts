import { element, XML_HEAD } from '../packages/xml'

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const INK = '23211D'
const QUIET = '6B665C'
const ACCENT = '8A4B1F'

/** Sizes in half points, spaces in twentieths of a point. */
const paragraphStyle = (
  id: string,
  name: string,
  {
    basedOn = 'Normal',
    next = id,
    paragraph = '',
    run = '',
  }: Partial<Record<'basedOn' | 'next' | 'paragraph' | 'run', string>>,
) =>
  element('w:style', { 'w:type': 'paragraph', 'w:styleId': id }, [
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': basedOn }),
    element('w:next', { 'w:val': next }),
    element('w:qFormat'),
    paragraph && element('w:pPr', {}, paragraph),
    run && element('w:rPr', {}, run),
  ])

const characterStyle = (id: string, name: string, run: string) =>
  element('w:style', { 'w:type': 'character', 'w:styleId': id }, [
    element('w:name', { 'w:val': name }),
    element('w:rPr', {}, run),
  ])

const spacing = (before: number, after: number) => element('w:spacing', { 'w:before': before, 'w:after': after })
const colour = (hex: string) => element('w:color', { 'w:val': hex })
const size = (halfPoints: number) =>
  element('w:sz', { 'w:val': halfPoints }) + element('w:szCs', { 'w:val': halfPoints })
const indent = (left: number) => element('w:ind', { 'w:left': left })

const HEADING_SIZES = [36, 28, 25, 23, 22, 22]

const headings = HEADING_SIZES.map((halfPoints, at) =>
  paragraphStyle(`Heading${at + 1}`, `heading ${at + 1}`, {
    next: 'Normal',
    paragraph:
      element('w:keepNext') +
      element('w:keepLines') +
      spacing(at === 0 ? 0 : 320, 120) +
      element('w:outlineLvl', { 'w:val': at }),
    run: element('w:b') + element('w:bCs') + size(halfPoints),
  }),
)

const bar = element(
  'w:pBdr',
  {},
  element('w:left', { 'w:val': 'single', 'w:sz': 12, 'w:space': 10, 'w:color': ACCENT }),
)

/** The styles of a review's document: Word's own names, so that its user finds and changes them. */
export function stylesPart(language: string): string {
  const defaults = element('w:docDefaults', {}, [
    element(
      'w:rPrDefault',
      {},
      element('w:rPr', {}, [
        element('w:rFonts', {
          'w:ascii': 'Georgia',
          'w:hAnsi': 'Georgia',
          'w:eastAsia': 'SimSun',
          'w:cs': 'Times New Roman',
        }),
        colour(INK),
        size(22),
        element('w:lang', {
          'w:val': language.startsWith('zh') ? 'en-US' : language,
          'w:eastAsia': 'zh-CN',
          'w:bidi': 'ar-SA',
        }),
      ]),
    ),
    element(
      'w:pPrDefault',
      {},
      element('w:pPr', {}, element('w:spacing', { 'w:after': 140, 'w:line': 300, 'w:lineRule': 'auto' })),
    ),
  ])
  const normal = element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
    element('w:name', { 'w:val': 'Normal' }),
    element('w:qFormat'),
  ])
  return `${XML_HEAD}${element('w:styles', { 'xmlns:w': WORD }, [
    defaults,
    normal,
    ...headings,
    paragraphStyle('Subtitle', 'Subtitle', {
      next: 'Normal',
      paragraph: spacing(0, 240),
      run: colour(QUIET) + size(19),
    }),
    paragraphStyle('Quote', 'Quote', {
      paragraph: element('w:keepLines') + bar + spacing(60, 60) + indent(480),
    }),
    paragraphStyle('QuoteTranslation', 'Quote Translation', { basedOn: 'Quote' }),
    paragraphStyle('QuoteAttribution', 'Quote Attribution', {
      basedOn: 'Quote',
      next: 'Normal',
      run: colour(QUIET) + size(19),
    }),
    paragraphStyle('ListParagraph', 'List Paragraph', { paragraph: spacing(0, 60) }),
    paragraphStyle('Code', 'Code', {
      paragraph: spacing(0, 0),
      run: element('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' }) + size(19),
    }),
    paragraphStyle('FootnoteText', 'footnote text', { paragraph: spacing(0, 40), run: size(18) }),
    characterStyle('FootnoteReference', 'footnote reference', element('w:vertAlign', { 'w:val': 'superscript' })),
    characterStyle('Hyperlink', 'Hyperlink', colour(ACCENT) + element('w:u', { 'w:val': 'single' })),
    characterStyle(
      'CodeCharacter',
      'Code Character',
      element('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' }),
    ),
  ])}`
}
