import { element, XML_HEAD } from '../packages/xml'
import { WORD } from './styles'

/** A list that was begun: its kind, and where its numbers start. */
export interface BegunList {
  readonly ordered: boolean
  readonly start: number
}

const LEVELS = 9
const BULLETS = ['•', '◦', '▪']

/** The lists of a document, each with numbers of its own; the n-th list has the number n + 1. */
export function numberingPart(lists: readonly BegunList[]): string {
  const abstract = (id: number, ordered: boolean) =>
    element('w:abstractNum', { 'w:abstractNumId': id }, [
      element('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
      ...Array.from({ length: LEVELS }, (_, level) =>
        element('w:lvl', { 'w:ilvl': level }, [
          element('w:start', { 'w:val': 1 }),
          element('w:numFmt', { 'w:val': ordered ? 'decimal' : 'bullet' }),
          element('w:lvlText', { 'w:val': ordered ? `%${level + 1}.` : BULLETS[level % BULLETS.length] }),
          element('w:lvlJc', { 'w:val': 'left' }),
          element('w:pPr', {}, element('w:ind', { 'w:left': 480 * (level + 1), 'w:hanging': 360 })),
        ]),
      ),
    ])
  const numbers = lists.map(({ ordered, start }, at) =>
    element('w:num', { 'w:numId': at + 1 }, [
      element('w:abstractNumId', { 'w:val': ordered ? 1 : 0 }),
      ...(ordered
        ? Array.from({ length: LEVELS }, (_, level) =>
            element(
              'w:lvlOverride',
              { 'w:ilvl': level },
              element('w:startOverride', { 'w:val': level === 0 ? start : 1 }),
            ),
          )
        : []),
    ]),
  )
  return `${XML_HEAD}${element('w:numbering', { 'xmlns:w': WORD }, [abstract(0, false), abstract(1, true), ...numbers])}`
}
