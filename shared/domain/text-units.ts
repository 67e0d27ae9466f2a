import { graphemeAt } from './grapheme'
import type { TextRange } from './span'
import { turnIndexAt, type Turn } from './turn'

/** A short stretch of a text, such as a paragraph, in which units are looked for. */
export interface Stretch {
  readonly text: string
  readonly bounds: TextRange
  readonly language: string
}

/** What ends with a full stop and no sentence: titles, initials, and what introduces an example. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Sen|Rep|Gov|Rev|Hon|No|vs|cf|e\.g|i\.e|\p{Lu})\.\s*$/u

/** The word at an offset, as its language has words; the character where there is none. */
export function wordAt({ text, bounds, language }: Stretch, offset: number): TextRange {
  const window = text.slice(bounds.start, bounds.end)
  const word = segmenter(language, 'word')
    .segment(window)
    .containing(offset - bounds.start)
  if (!word?.isWordLike) return graphemeAt(text, offset)
  const start = bounds.start + word.index
  const end = start + word.segment.length
  // ICU may end a word within a flag or a letter with its marks; a character is never cut.
  return { start: graphemeAt(text, start).start, end: graphemeAt(text, end - 1).end }
}

/** The sentence at an offset, without the white space around it. Line breaks within a paragraph end none. */
export function sentenceAt({ text, bounds, language }: Stretch, offset: number): TextRange {
  let sentence: TextRange | null = null
  for (const each of sentencesIn({ text, bounds, language })) {
    sentence = each
    if (each.end > offset) break
  }
  return sentence ?? bounds
}

/** The sentences of a stretch, in order, each without the white space around it. */
export function sentencesIn({ text, bounds, language }: Stretch): TextRange[] {
  // A caption's line breaks are layout; the length stays.
  const window = text.slice(bounds.start, bounds.end).replaceAll(/[\r\n\u0085\u2028\u2029]/g, ' ')
  const sentences: TextRange[] = []
  let from = 0
  for (const { index, segment } of segmenter(language, 'sentence').segment(window)) {
    const end = index + segment.length
    if (end < window.length && ABBREVIATION.test(window.slice(Math.max(from, end - 12), end))) continue
    const said = window.slice(from, end)
    const start = bounds.start + from + (said.length - said.trimStart().length)
    const stop = bounds.start + from + said.trimEnd().length
    if (stop > start) sentences.push({ start, end: stop })
    from = end
  }
  return sentences
}

/** What is said in the turn at an offset, without the white space around it. */
export function turnAt(text: string, turns: readonly Turn[], offset: number): TextRange {
  const turn = turns[Math.max(0, turnIndexAt(turns, offset))]
  if (!turn) return { start: offset, end: offset }
  const said = text.slice(turn.start, turn.end)
  const start = turn.start + (said.length - said.trimStart().length)
  return { start, end: Math.max(start, turn.start + said.trimEnd().length) }
}

/** The smallest of some units, given from small to large, that holds more than a range does; the last one otherwise. */
export function nextUnit(range: TextRange, units: readonly TextRange[]): TextRange {
  const holds = ({ start, end }: TextRange) =>
    start <= range.start && end >= range.end && end - start > range.end - range.start
  return units.find(holds) ?? units.at(-1) ?? range
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${language} ${granularity}`
  let found = segmenters.get(key)
  if (!found) segmenters.set(key, (found = new Intl.Segmenter(language, { granularity })))
  return found
}
