import type { Blockquote, RootContent } from 'mdast'
import { normalForm } from '../../../shared/anchoring/normalize'
import { wordDiff } from '../../../shared/anchoring/word-diff'
import { onOneLine } from '../../../shared/domain/elision'
import type { PassageId, SectionId } from '../../../shared/domain/ids'
import type { MarkdownChoice, MarkdownDecision } from '../../../shared/domain/markdown-plan'
import { sectionHeading } from '../../../shared/markdown/labels'
import { quoteAnchors, restoreQuoteLinks } from '../../../shared/markdown/quote-anchors'
import type { DocumentQuote, ReviewDocument } from '../../../shared/markdown/review-document'
import { reviewTree } from '../../../shared/markdown/review-tree'
import { alignSection, type AlignedSection, type BaseItem, type PageItem } from './align-section'
import { keyOf, type ReadPage } from './read-page'
import { readQuote, readUnder, similarity, type ReadQuote } from './read-quote'
import { splitSections } from './split-sections'

export type Found = NonNullable<MarkdownDecision['found']>

/** What the project knows beyond the review. */
export interface Elsewhere {
  /** A passage of the project with these words, or `null`. */
  readonly findPassage: (candidates: readonly string[]) => PassageId | null
  /** Where these words stand in a transcript, or `null`. */
  readonly findText: (candidates: readonly string[]) => Found | null
}

/** Quotes that share less than this are two quotes. */
const ALIKE = 0.5

/** A decision that a block quote of the page waits for, by its key. */
export interface OpenQuote {
  readonly decision: MarkdownDecision
  /** As the author's own block quote. */
  readonly node: RootContent
}

/** An edited page laid beside its review, before anything is decided. */
export interface PagePlan {
  /** The page as the review makes it now. */
  readonly base: ReadonlyMap<SectionId, readonly BaseItem[]>
  readonly sections: ReadonlyMap<SectionId, AlignedSection>
  readonly renamed: ReadonlyMap<SectionId, string>
  readonly missing: readonly SectionId[]
  /** Block quotes whose words are no passage's, or not quite, by key. */
  readonly open: ReadonlyMap<string, OpenQuote>
  /** What stands under quotes that are found, and differs. */
  readonly under: readonly MarkdownDecision[]
  /** Quotes of the review that were found by their words. */
  readonly found: number
}

export function headingOf(document: ReviewDocument, id: SectionId): string {
  const section = document.sections.find((one) => one.id === id)
  return section ? onOneLine(sectionHeading(section, document.language)) : ''
}

/** Lays an edited page beside the review that it was exported from. */
export function planPage(document: ReviewDocument, page: ReadPage, elsewhere: Elsewhere): PagePlan {
  const base = baseItems(document)
  const all = [...base.values()].flat()
  const proseKeys = new Set(all.filter(({ origin }) => origin.part !== 'quote').map(({ key }) => key))
  restoreQuoteLinks(page.nodes, quoteAnchors(document))
  const { bodies, renamed } = splitSections(page, document, proseKeys)
  const reader = new QuoteReader(document, proseKeys, elsewhere)
  const items = new Map<SectionId, PageItem[]>()
  for (const [id, nodes] of bodies)
    items.set(
      id,
      nodes.map((node) => reader.read(node, headingOf(document, id))),
    )
  reader.matchAltered(items)
  const sections = new Map(Array.from(items, ([id, edited]) => [id, alignSection(base.get(id) ?? [], edited)]))
  return {
    base,
    sections,
    renamed,
    missing: document.sections.map(({ id }) => id).filter((id) => !bodies.has(id)),
    open: reader.open,
    under: reader.under,
    found: reader.found,
  }
}

function baseItems(document: ReviewDocument): Map<SectionId, BaseItem[]> {
  const { children } = reviewTree(document)
  restoreQuoteLinks(children, quoteAnchors(document))
  const items = new Map<SectionId, BaseItem[]>(document.sections.map(({ id }) => [id, []]))
  for (const node of children) {
    const origin = node.data?.origin
    if (!origin || origin.part === 'heading') continue
    const passage = (node.type === 'blockquote' && node.data?.quote?.passage) || null
    items.get(origin.section)?.push({ node, origin, passage, key: passage === null ? keyOf(node) : quoteKey(passage) })
  }
  return items
}

function quoteKey(passage: PassageId): string {
  return `quote ${passage}`
}

/** Tells which passage each block quote of a page is. */
class QuoteReader {
  readonly open = new Map<string, OpenQuote>()
  readonly under: MarkdownDecision[] = []
  readonly #quotes = new Map<PassageId, DocumentQuote>()
  readonly #byWords = new Map<string, PassageId>()
  readonly #seen = new Set<PassageId>()
  readonly #unknown = new Map<
    string,
    { readonly read: ReadQuote; readonly node: Blockquote; readonly section: string }
  >()
  readonly #proseKeys: ReadonlySet<string>
  readonly #elsewhere: Elsewhere

  constructor(document: ReviewDocument, proseKeys: ReadonlySet<string>, elsewhere: Elsewhere) {
    this.#proseKeys = proseKeys
    this.#elsewhere = elsewhere
    for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
      if (block.kind !== 'quote') continue
      this.#quotes.set(block.passage, block)
      const words = normalForm(onOneLine(block.text))
      if (!this.#byWords.has(words)) this.#byWords.set(words, block.passage)
    }
  }

  /** How many quotes of the review were found so far. */
  get found(): number {
    return this.#seen.size
  }

  read(node: RootContent, section: string): PageItem {
    if (node.type !== 'blockquote') return { node, key: keyOf(node), passage: null }
    const read = readQuote(node)
    const known = read.candidates.map((text) => this.#byWords.get(normalForm(text))).find((id) => id !== undefined)
    if (known !== undefined) return this.#found(known, node, read, section)
    const key = keyOf(node)
    if (this.#proseKeys.has(key) || read.candidates.length === 0) return { node, key, passage: null }
    const passage = this.#elsewhere.findPassage(read.candidates)
    if (passage !== null) return { node, key: quoteKey(passage), passage }
    const name = `unknown ${this.#unknown.size + 1}`
    this.#unknown.set(name, { read, node, section })
    return { node, key: name, passage: null }
  }

  #found(passage: PassageId, node: Blockquote, read: ReadQuote, section: string): PageItem {
    const quote = this.#quotes.get(passage)!
    const isFirst = !this.#seen.has(passage)
    this.#seen.add(passage)
    const { translation, attribution } = readUnder(read, quote)
    const differing = (code: 'translation-changed' | 'attribution-changed', text: string, known: string | null) => {
      const expected = onOneLine(known ?? '')
      const choices: readonly MarkdownChoice[] = code === 'translation-changed' ? ['keep', 'take'] : ['keep']
      const diff = wordDiff(expected, text)
      this.under.push({ id: `${code}:${passage}`, code, section, passage, text, expected, diff, found: null, choices })
    }
    if (isFirst && translation !== null) differing('translation-changed', translation, quote.translation)
    if (isFirst && attribution !== null) differing('attribution-changed', attribution, quote.attribution)
    return { node, key: quoteKey(passage), passage }
  }

  /** Gives each unknown block quote to the quote that is gone from the page and most like it. */
  matchAltered(items: Map<SectionId, PageItem[]>): void {
    const gone = new Set([...this.#quotes.keys()].filter((id) => !this.#seen.has(id)))
    const names = new Map<string, PageItem>()
    for (const [name, { read, node, section }] of this.#unknown) {
      const text = read.candidates[0]!
      let best: { readonly id: PassageId; readonly share: number } | null = null
      for (const id of gone) {
        const share = similarity(onOneLine(this.#quotes.get(id)!.text), text)
        if (share >= ALIKE && share > (best?.share ?? 0)) best = { id, share }
      }
      if (best) gone.delete(best.id)
      const passage = best?.id ?? null
      const key = passage === null ? name : quoteKey(passage)
      this.open.set(key, { decision: this.#decision(name, passage, text, read, section), node })
      names.set(name, { node, key, passage })
    }
    for (const [id, list] of items)
      items.set(
        id,
        list.map((item) => names.get(item.key) ?? item),
      )
  }

  #decision(name: string, passage: PassageId | null, text: string, read: ReadQuote, section: string): MarkdownDecision {
    if (passage !== null) {
      const expected = onOneLine(this.#quotes.get(passage)!.text)
      const diff = wordDiff(expected, text)
      const choices = ['keep', 'prose'] as const
      return {
        id: `quote-altered:${passage}`,
        code: 'quote-altered',
        section,
        passage,
        text,
        expected,
        diff,
        found: null,
        choices,
      }
    }
    const found = this.#elsewhere.findText(read.candidates)
    const choices: readonly MarkdownChoice[] = found ? ['prose', 'mark', 'remove'] : ['prose', 'remove']
    return {
      id: name.replace('unknown ', 'quote-unknown:'),
      code: 'quote-unknown',
      section,
      passage: null,
      text,
      expected: '',
      diff: [],
      found,
      choices,
    }
  }
}
