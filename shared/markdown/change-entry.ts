import type { ListItem, Root, Text } from 'mdast'
import { onOneLine } from '../domain/elision'
import type { UiLanguage } from '../domain/language'
import { isSamePage, type ComparedQuote, type ComparedSection, type DocumentComparison } from './compare-documents'
import { writeMarkdown } from './gfm'

/** The sentences of a change-log entry, in one language. */
interface ChangeWords {
  readonly added: (count: number) => string
  readonly removed: (count: number) => string
  readonly reworded: (count: number) => string
  readonly retranslated: (count: number) => string
  readonly moved: (count: number) => string
  readonly sectionsAdded: string
  readonly sectionsRemoved: string
  readonly sectionsRewritten: string
  readonly retitled: (title: string) => string
  readonly place: (heading: string) => string
  readonly way: (from: string, to: string) => string
  readonly more: (count: number) => string
  readonly marks: readonly [string, string]
  readonly speaker: (name: string) => string
  readonly colon: string
  readonly separator: string
}

const quotes = (count: number) => `${count} ${count === 1 ? 'quote' : 'quotes'}`

const WORDS: Readonly<Record<UiLanguage, ChangeWords>> = {
  en: {
    added: (count) => `${quotes(count)} added`,
    removed: (count) => `${quotes(count)} removed`,
    reworded: (count) => `${quotes(count)} with other words`,
    retranslated: (count) => `${count} ${count === 1 ? 'translation' : 'translations'} changed`,
    moved: (count) => `${quotes(count)} moved`,
    sectionsAdded: 'New sections',
    sectionsRemoved: 'Sections removed',
    sectionsRewritten: 'Rewritten',
    retitled: (title) => `New title: ${title}`,
    place: (heading) => ` in ${heading}`,
    way: (from, to) => ` from ${from} to ${to}`,
    more: (count) => `${count} more`,
    marks: ['“', '”'],
    speaker: (name) => ` (${name})`,
    colon: ': ',
    separator: '; ',
  },
  zh: {
    added: (count) => `新增 ${count} 条引文`,
    removed: (count) => `删除 ${count} 条引文`,
    reworded: (count) => `${count} 条引文改了原文`,
    retranslated: (count) => `${count} 条译文有改动`,
    moved: (count) => `移动 ${count} 条引文`,
    sectionsAdded: '新增章节',
    sectionsRemoved: '删除章节',
    sectionsRewritten: '改写',
    retitled: (title) => `新标题：${title}`,
    place: (heading) => `，在「${heading}」`,
    way: (from, to) => `，从「${from}」到「${to}」`,
    more: (count) => `另有 ${count} 条`,
    marks: ['「', '」'],
    speaker: (name) => `（${name}）`,
    colon: '：',
    separator: '；',
  },
}

/** How many of a kind are named one by one. */
const NAMED = 5
/** Characters of a quote that stand for it. */
const SHORT = 40

/**
 * What changed as a change-log entry in Markdown, in the language of the review, for its author to edit: the day, and a
 * list. Empty when nothing changed.
 */
export function changeEntry(comparison: DocumentComparison, language: UiLanguage, day: string): string {
  if (isSamePage(comparison)) return ''
  const words = WORDS[language]
  const { added, removed, changed } = comparison.quotes
  const { sections } = comparison
  const name = (quote: ComparedQuote) =>
    `${words.marks[0]}${shortened(quote.text)}${words.marks[1]}${quote.speaker ? words.speaker(onOneLine(quote.speaker)) : ''}`
  const placed = (quote: ComparedQuote) => name(quote) + words.place(headings(quote.sections))
  const lines = [
    comparison.title ? words.retitled(comparison.title.to) : '',
    line(words, words.added, added.map(placed)),
    line(words, words.removed, removed.map(name)),
    line(words, words.reworded, changed.filter(({ reworded }) => reworded).map(name)),
    line(words, words.retranslated, changed.filter(({ retranslated }) => retranslated).map(name)),
    line(
      words,
      words.moved,
      changed.flatMap((quote) =>
        quote.movedFrom ? name(quote) + words.way(headings(quote.movedFrom), headings(quote.sections)) : [],
      ),
    ),
    sectionLine(words, words.sectionsAdded, sections.added),
    sectionLine(words, words.sectionsRemoved, sections.removed),
    sectionLine(words, words.sectionsRewritten, sections.rewritten),
  ].filter(Boolean)
  const root: Root = {
    type: 'root',
    children: [
      { type: 'paragraph', children: [{ type: 'strong', children: [textNode(day)] }] },
      { type: 'list', ordered: false, spread: false, children: lines.map(listItem) },
    ],
  }
  return writeMarkdown(root).trimEnd()
}

function line(words: ChangeWords, say: (count: number) => string, names: readonly string[]): string {
  return names.length === 0 ? '' : say(names.length) + words.colon + someOf(words, names)
}

function sectionLine(words: ChangeWords, say: string, sections: readonly ComparedSection[]): string {
  return sections.length === 0
    ? ''
    : say +
        words.colon +
        someOf(
          words,
          sections.map(({ heading }) => onOneLine(heading)),
        )
}

function someOf(words: ChangeWords, names: readonly string[]): string {
  const rest = names.length - NAMED
  const shown = rest > 1 ? [...names.slice(0, NAMED), words.more(rest)] : names
  return shown.join(words.separator)
}

function headings(sections: readonly string[]): string {
  return sections.map(onOneLine).join(', ')
}

function shortened(text: string): string {
  const characters = Array.from(onOneLine(text))
  return characters.length <= SHORT
    ? characters.join('')
    : `${characters
        .slice(0, SHORT - 1)
        .join('')
        .trimEnd()}…`
}

function listItem(text: string): ListItem {
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [textNode(onOneLine(text))] }] }
}

function textNode(value: string): Text {
  return { type: 'text', value }
}
