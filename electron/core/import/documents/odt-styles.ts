import type { Attributes } from './read-xml'

/** What a style says about text that has it. */
export interface OdtStyle {
  readonly bold: boolean | null
  readonly italic: boolean | null
  readonly hidden: boolean
  /** 0 for the title; `null` for any other, since headings are elements of their own. */
  readonly level: number | null
}

interface Declared {
  readonly parent: string | null
  readonly title: boolean
  bold: boolean | null
  italic: boolean | null
  hidden: boolean | null
}

const PLAIN: OdtStyle = { bold: null, italic: null, hidden: false, level: null }
/** No chain of styles is longer; one that goes round in a circle ends here too. */
const MOST_ANCESTORS = 20

/** Gathers the styles of an OpenDocument text as its parts are read. */
export class OdtStyles {
  readonly #declared = new Map<string, Declared>()
  #style: Declared | null = null

  open(name: string, attribute: Attributes): void {
    if (name === 'style:style') {
      const family = attribute('style:family') ?? ''
      const own = attribute('style:name') ?? ''
      this.#style = {
        parent: attribute('style:parent-style-name') ?? null,
        title: own === 'Title',
        bold: null,
        italic: null,
        hidden: null,
      }
      this.#declared.set(`${family}:${own}`, this.#style)
    } else if (name === 'style:text-properties' && this.#style) {
      const weight = attribute('fo:font-weight')
      if (weight !== undefined) this.#style.bold = weight === 'bold' || Number(weight) >= 600
      const slant = attribute('fo:font-style')
      if (slant !== undefined) this.#style.italic = slant !== 'normal'
      const display = attribute('text:display')
      if (display !== undefined) this.#style.hidden = display === 'none'
    } else if (name === 'style:default-style') this.#style = null
  }

  get(family: 'paragraph' | 'text', name: string | null): OdtStyle {
    const chain: Declared[] = []
    let next = name === null ? undefined : this.#declared.get(`${family}:${name}`)
    while (next && chain.length < MOST_ANCESTORS) {
      chain.push(next)
      next = next.parent === null ? undefined : this.#declared.get(`${family}:${next.parent}`)
    }
    if (chain.length === 0) return PLAIN
    return {
      bold: chain.map(({ bold }) => bold).find((bold) => bold !== null) ?? null,
      italic: chain.map(({ italic }) => italic).find((italic) => italic !== null) ?? null,
      hidden: chain.map(({ hidden }) => hidden).find((hidden) => hidden !== null) ?? false,
      level: chain.some(({ title }) => title) ? 0 : null,
    }
  }
}
