import { type Message, say } from '../../../../../shared/domain/messages/message'
import type { PageLine } from './page-lines'

/** A page's lines and its height. */
export interface Page {
  readonly lines: readonly PageLine[]
  readonly height: number
}

/** How many lines at each end of a page may be its header or footer, and how far they reach into it. */
const EDGE_LINES = 3
const EDGE = 0.14
/** A line is furniture where so many pages, and so much of all pages, have it. */
const LEAST_PAGES = 3
const LEAST_SHARE = 0.35

/** The pages without their headers, footers and line numbers, and what was left out. */
export function withoutFurniture(pages: readonly Page[]): {
  readonly pages: readonly Page[]
  readonly notes: readonly Message[]
} {
  const counts = new Map<string, { count: number; sample: string }>()
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).map(keyOf))) {
      const sample = edgesOf(page).find((line) => keyOf(line) === key)!.text
      counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, sample })
    }
  }
  const repeated = new Map(
    [...counts].filter(([key, { count }]) => count >= leastPages(key) && count >= pages.length * LEAST_SHARE),
  )
  const notes = [...repeated.values()].map(({ count, sample }) =>
    say('no-speech-page-edge', { count, sample: sample.slice(0, 80) }),
  )
  let numbered = 0
  const kept = pages.map((page) => {
    const edges = new Set(edgesOf(page).filter((line) => repeated.has(keyOf(line))))
    const body = page.lines.filter((line) => !edges.has(line))
    const lines = withoutLineNumbers(body)
    if (lines !== body) numbered += 1
    return { ...page, lines }
  })
  if (numbered > 0) notes.push(say('no-speech-line-numbers', { count: numbered }))
  return { pages: kept, notes }
}

/** A lone page number shows by its place on two pages. */
function leastPages(key: string): number {
  return key.endsWith(' #') ? 2 : LEAST_PAGES
}

function edgesOf({ lines, height }: Page): PageLine[] {
  const ends = new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)])
  return [...ends].filter(({ y }) => y > height * (1 - EDGE) || y < height * EDGE)
}

/** What stays the same from page to page, its size included: a title is larger than the header that repeats it. */
function keyOf({ text, height }: PageLine): string {
  return `${Math.round(height)} ${patternOf(text)}`
}

function patternOf(text: string): string {
  return text
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .replace(/^[\s–—-]*#[\s–—-]*$/u, '#')
    .trim()
}

/** Transcripts of courts number the lines of each page: a column of their own, or the first word of each line. */
function withoutLineNumbers(lines: readonly PageLine[]): readonly PageLine[] {
  const numbers = lines.map(({ text }) => /^(\d{1,2})(?=\s|$)/.exec(text.trimStart())?.[1] ?? null)
  let next = 1
  let run = 0
  for (const number of numbers) {
    if (number !== null && Number(number) === next) {
      run += 1
      next += 1
    }
  }
  const counted = numbers.filter((number) => number !== null).length
  if (run < 8 || run < counted * 0.9 || run * 2 < lines.length) return lines
  return lines.flatMap((line, index) => {
    const number = numbers[index]
    if (number === null || number === undefined) return [line]
    const text = line.text.trimStart().slice(number.length).trimStart()
    return text === '' ? [] : [{ ...line, text }]
  })
}
