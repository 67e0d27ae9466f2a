import { officePrefix } from './office-xml'
import { readXml } from './read-xml'

/** What a style says about text that has it. */
export interface DocxStyle {
  readonly bold: boolean | null
  readonly italic: boolean | null
  readonly hidden: boolean | null
  /** 0 for the title, 1 and up for headings. */
  readonly level: number | null
}

/** Styles by id, each with what it has from those that it is based on. */
export interface DocxStyles {
  readonly get: (id: string | null) => DocxStyle | undefined
}

/** Where a document has no styles. */
export const NO_STYLES: DocxStyles = { get: () => undefined }

interface Declared {
  basedOn: string | null
  name: string
  outline: number | null
  bold: boolean | null
  italic: boolean | null
  hidden: boolean | null
}

/** No chain of styles is longer; one that goes round in a circle ends here too. */
const MOST_ANCESTORS = 20

/** Reads `word/styles.xml`. */
export function readDocxStyles(bytes: Uint8Array): DocxStyles {
  const declared = new Map<string, Declared>()
  const parents: string[] = []
  let style: Declared | null = null
  readXml(bytes, 'word/styles.xml', officePrefix, {
    open: (name, attribute) => {
      const inStyle = parents.at(-1) === 'w:style'
      const inRun = parents.at(-1) === 'w:rPr' && parents.at(-2) === 'w:style'
      const inParagraph = parents.at(-1) === 'w:pPr' && parents.at(-2) === 'w:style'
      parents.push(name)
      const value = attribute('w:val')
      if (name === 'w:style') {
        style = { basedOn: null, name: '', outline: null, bold: null, italic: null, hidden: null }
        declared.set(attribute('w:styleId') ?? '', style)
      } else if (!style) return
      else if (inStyle && name === 'w:basedOn') style.basedOn = value ?? null
      else if (inStyle && name === 'w:name') style.name = (value ?? '').toLowerCase()
      else if (inParagraph && name === 'w:outlineLvl') style.outline = Number(value)
      else if (inRun && name === 'w:b') style.bold = isOn(value)
      else if (inRun && name === 'w:i') style.italic = isOn(value)
      else if (inRun && name === 'w:vanish') style.hidden = isOn(value)
    },
    close: (name) => {
      parents.pop()
      if (name === 'w:style') style = null
    },
    text: () => undefined,
  })
  const resolved = new Map<string, DocxStyle>()
  const resolve = (id: string): DocxStyle => {
    const chain: Declared[] = []
    for (let next = declared.get(id); next && chain.length < MOST_ANCESTORS; next = declared.get(next.basedOn ?? ''))
      chain.push(next)
    const first = <T>(take: (one: Declared) => T | null): T | null =>
      chain.map(take).find((one) => one !== null) ?? null
    return {
      bold: first(({ bold }) => bold),
      italic: first(({ italic }) => italic),
      hidden: first(({ hidden }) => hidden),
      level: first(levelOf),
    }
  }
  return {
    get: (id) => {
      if (id === null || !declared.has(id)) return undefined
      const found = resolved.get(id) ?? resolve(id)
      resolved.set(id, found)
      return found
    },
  }
}

function levelOf({ name, outline }: Declared): number | null {
  if (name === 'title') return 0
  const heading = /^heading (\d)$/.exec(name)
  if (heading) return Number(heading[1])
  return outline !== null && outline >= 0 && outline < 9 ? outline + 1 : null
}

/** Whether a switch of Word's is on, which it is without a value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value)
}
