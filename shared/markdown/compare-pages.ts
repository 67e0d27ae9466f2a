import { diffArrays } from 'diff'
import { wordDiff } from '../anchoring/word-diff'
import { onOneLine } from '../domain/elision'
import type { PassageId } from '../domain/ids'
import type { DiffPart } from '../domain/verification'
import { REVIEW_LABELS, sectionHeading } from './labels'
import type { DocumentQuote, DocumentSection, ReviewDocument } from './review-document'

/** One text of two pages: what each has, `null` for nothing, and what changed from the first to the second. */
export interface ComparedText {
  readonly before: string | null
  readonly after: string | null
  /** All of one kind `same` where both are equal. */
  readonly diff: readonly DiffPart[]
}

/** A row of two pages side by side. */
export type PageRow =
  /** The title of the page has depth -1, a section at the top 0. */
  | ({ readonly kind: 'heading'; readonly depth: number } & ComparedText)
  /** Prose, a lead-in or a line of the author's view, in Markdown. */
  | ({ readonly kind: 'prose' } & ComparedText)
  | {
      readonly kind: 'quote'
      readonly passage: PassageId
      readonly side: 'both' | 'before' | 'after'
      readonly text: ComparedText
      readonly translation: ComparedText | null
      readonly attribution: ComparedText | null
      /** Headings of the sections in which the other page has it, where that is not here. */
      readonly elsewhere: readonly string[]
    }
  /** Rows in a run that are equal on both pages. */
  | { readonly kind: 'same'; readonly count: number }

type Item =
  | { readonly kind: 'prose'; readonly key: string; readonly text: string }
  | { readonly kind: 'quote'; readonly key: string; readonly quote: DocumentQuote }

type Side = Extract<PageRow, { kind: 'quote' }>['side']

/** Paragraphs that share less than this are two paragraphs. */
const ALIKE = 0.3

/**
 * Two pages of one review side by side, in the order of the second one; what it has no more stands where it stood. Rows
 * that are equal are counted, or given too with `whole`; the heading over a change is always given.
 */
export function comparePages(from: ReviewDocument, to: ReviewDocument, whole = false): PageRow[] {
  const before = new Map(from.sections.map((section) => [section.id, section]))
  const after = new Map(to.sections.map((section) => [section.id, section]))
  const places = { before: headingsOfQuotes(from), after: headingsOfQuotes(to) }
  const rows: PageRow[] = [{ kind: 'heading', depth: -1, ...textDiff(onOneLine(from.title), onOneLine(to.title)) }]
  for (const { id } of inOneOrder(from.sections, to.sections)) {
    const [old, now] = [before.get(id) ?? null, after.get(id) ?? null]
    const heading = textDiff(old && headingOf(old, from), now && headingOf(now, to))
    const depth = (now ?? old)!.depth
    rows.push(
      { kind: 'heading', depth, ...heading },
      ...alignItems(old ? itemsOf(old, from) : [], now ? itemsOf(now, to) : []).map((pair) => rowOf(pair, places)),
    )
  }
  return whole ? rows : folded(rows)
}

function headingOf(section: DocumentSection, { language }: ReviewDocument): string {
  return onOneLine(sectionHeading(section, language))
}

/** Every section of either page once: those that are gone after the one they stood behind. */
function inOneOrder(from: readonly DocumentSection[], to: readonly DocumentSection[]): DocumentSection[] {
  const list = [...to]
  const known = new Set(to.map(({ id }) => id))
  from.forEach((section, at) => {
    if (known.has(section.id)) return
    const previous = from[at - 1]
    list.splice(previous ? list.findIndex(({ id }) => id === previous.id) + 1 : 0, 0, section)
  })
  return list
}

function headingsOfQuotes(document: ReviewDocument): ReadonlyMap<PassageId, readonly string[]> {
  const headings = new Map<PassageId, string[]>()
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'quote') continue
      headings.set(block.passage, [...(headings.get(block.passage) ?? []), headingOf(section, document)])
    }
  }
  return headings
}

function itemsOf(section: DocumentSection, { language }: ReviewDocument): Item[] {
  const prose = (text: string): Item[] => (text === '' ? [] : [{ kind: 'prose', key: `prose ${text}`, text }])
  const items = section.blocks.flatMap((block): Item[] =>
    block.kind === 'prose'
      ? prose(block.markdown)
      : [...prose(block.leadIn), { kind: 'quote', key: `quote ${block.passage}`, quote: block }],
  )
  const { view } = section
  if (!view) return items
  const labels = REVIEW_LABELS[language]
  const step = view.confidence === null ? undefined : labels.confidence[view.confidence - 1]
  const confidence = step === undefined ? '' : labels.view.confidence + labels.colon + step
  const supports = (['strongest', 'weakest'] as const).flatMap((side) =>
    view[side].flatMap(({ text }) => prose(labels.view[side] + labels.colon + onOneLine(text))),
  )
  return [...items, ...prose(view.judgement), ...prose(confidence), ...supports]
}

type Pair = readonly [Item | null, Item | null]

function alignItems(old: readonly Item[], now: readonly Item[]): Pair[] {
  const pairs: Pair[] = []
  let removed: readonly Item[] = []
  let [inOld, inNow] = [0, 0]
  const settle = (added: readonly Item[]): void => {
    pairs.push(...alike(removed, added))
    removed = []
  }
  const keys = (items: readonly Item[]) => items.map(({ key }) => key)
  for (const chunk of diffArrays(keys(old), keys(now))) {
    if (chunk.removed) {
      settle([])
      removed = old.slice(inOld, (inOld += chunk.count))
    } else if (chunk.added) settle(now.slice(inNow, (inNow += chunk.count)))
    else {
      settle([])
      for (let i = 0; i < chunk.count; i++) pairs.push([old[inOld++]!, now[inNow++]!])
    }
  }
  settle([])
  return pairs
}

/** Pairs what was rewritten with what it was, in order; the rest stands alone, what is gone first. */
function alike(removed: readonly Item[], added: readonly Item[]): Pair[] {
  const pairs: Pair[] = []
  const left = [...removed]
  for (const item of added) {
    const at =
      item.kind === 'prose' ? left.findIndex((one) => one.kind === 'prose' && isAlike(one.text, item.text)) : -1
    if (at < 0) {
      pairs.push([null, item])
      continue
    }
    for (const gone of left.splice(0, at)) pairs.push([gone, null])
    pairs.push([left.shift()!, item])
  }
  return [...pairs, ...left.map((gone): Pair => [gone, null])]
}

function isAlike(a: string, b: string): boolean {
  const same = wordDiff(a, b).reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0)
  return same / Math.max(1, a.length, b.length) >= ALIKE
}

function rowOf(
  [old, now]: Pair,
  places: Readonly<Record<'before' | 'after', ReadonlyMap<PassageId, readonly string[]>>>,
): PageRow {
  const was = old?.kind === 'quote' ? old.quote : null
  const is = now?.kind === 'quote' ? now.quote : null
  const quote = is ?? was
  if (!quote) {
    return {
      kind: 'prose',
      ...textDiff(old?.kind === 'prose' ? old.text : null, now?.kind === 'prose' ? now.text : null),
    }
  }
  const side: Side = was && is ? 'both' : was ? 'before' : 'after'
  const line = (before: string | null | undefined, after: string | null | undefined) =>
    before || after ? textDiff(before ? onOneLine(before) : null, after ? onOneLine(after) : null) : null
  return {
    kind: 'quote',
    passage: quote.passage,
    side,
    text: textDiff(was && onOneLine(was.text), is && onOneLine(is.text)),
    translation: line(was?.translation, is?.translation),
    attribution: line(was?.attribution, is?.attribution),
    elsewhere: side === 'both' ? [] : (places[side === 'before' ? 'after' : 'before'].get(quote.passage) ?? []),
  }
}

/** Both texts with what changed; a change that is none to the eye of a word diff, such as of quotation marks, is one too. */
function textDiff(before: string | null, after: string | null): ComparedText {
  if (before === after) return { before, after, diff: [{ kind: 'same', text: before ?? '' }] }
  const parts = before !== null && after !== null ? wordDiff(before, after) : []
  if (parts.some(({ kind }) => kind !== 'same')) return { before, after, diff: parts }
  const diff: DiffPart[] = []
  if (before !== null) diff.push({ kind: 'removed', text: before })
  if (after !== null) diff.push({ kind: 'added', text: after })
  return { before, after, diff }
}

function isSame(row: PageRow): boolean {
  switch (row.kind) {
    case 'heading':
    case 'prose':
      return row.before === row.after
    case 'quote':
      return (
        row.side === 'both' && [row.text, row.translation, row.attribution].every((one) => one?.before === one?.after)
      )
    case 'same':
      return true
  }
}

/** Rows with each run of equal ones as their number; a heading stays where anything under it changed. */
function folded(rows: readonly PageRow[]): PageRow[] {
  const shown = rows.map((row) => !isSame(row))
  let heading = 0
  rows.forEach(({ kind }, at) => {
    if (kind === 'heading') heading = at
    else if (shown[at]) shown[heading] = true
  })
  const kept: PageRow[] = []
  rows.forEach((row, at) => {
    const last = kept.at(-1)
    if (shown[at]) kept.push(row)
    else if (last?.kind === 'same') kept[kept.length - 1] = { kind: 'same', count: last.count + 1 }
    else kept.push({ kind: 'same', count: 1 })
  })
  return kept
}
