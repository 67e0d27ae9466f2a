import { mergeRanges, type TextRange } from './span'
import { turnIndexAt } from './turn'

/** What is left of some ranges without others, in text order. */
export function cutRanges(ranges: readonly TextRange[], away: readonly TextRange[]): TextRange[] {
  const holes = mergeRanges(away)
  const left: TextRange[] = []
  let hole = 0
  for (const { start, end } of mergeRanges(ranges)) {
    let from = start
    while (hole < holes.length && holes[hole]!.end <= from) hole += 1
    for (let at = hole; at < holes.length && holes[at]!.start < end; at += 1) {
      if (holes[at]!.start > from) left.push({ start: from, end: holes[at]!.start })
      from = Math.max(from, holes[at]!.end)
    }
    if (from < end) left.push({ start: from, end })
  }
  return left
}

/** What lies in some ranges and in others too, in text order. */
export function commonRanges(ranges: readonly TextRange[], others: readonly TextRange[]): TextRange[] {
  return cutRanges(ranges, cutRanges(ranges, others))
}

/** Whether one of some ranges holds all of another; they are in order and do not overlap. */
export function holds(ranges: readonly TextRange[], { start, end }: TextRange): boolean {
  const range = ranges[turnIndexAt(ranges, start)]
  return range !== undefined && end <= range.end
}

/** Code units in ranges that do not overlap. */
export function lengthOfRanges(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Ranges made wider by the white space around them, so that two with nothing said between them become one. */
export function overWhiteSpace(text: string, ranges: readonly TextRange[]): TextRange[] {
  return mergeRanges(
    ranges.map((range) => {
      let { start, end } = range
      while (start > 0 && isSpace(text, start - 1)) start -= 1
      while (end < text.length && isSpace(text, end)) end += 1
      return { start, end }
    }),
  )
}

function isSpace(text: string, at: number): boolean {
  return text[at]!.trim() === ''
}
