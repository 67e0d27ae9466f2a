import { graphemeAt } from './grapheme'
import type { TextRange } from './span'

/** Both sides of a cut. Neither is empty. */
export interface SplitRanges {
  readonly before: readonly TextRange[]
  readonly after: readonly TextRange[]
}

/**
 * Cuts ranges in text order in two at an offset, before the character that holds it, and leaves white space out on
 * both sides of the cut. `null` when one side would have no text.
 */
export function splitRanges(text: string, ranges: readonly TextRange[], at: number): SplitRanges | null {
  const cut = at > 0 && at < text.length ? graphemeAt(text, at).start : at
  const before: TextRange[] = []
  const after: TextRange[] = []
  for (const range of ranges) {
    if (range.end <= cut) before.push(range)
    else if (range.start >= cut) after.push(range)
    else {
      let end = cut
      while (end > range.start && isSpace(text, end - 1)) end -= 1
      if (end > range.start) before.push({ start: range.start, end })
      let start = cut
      while (start < range.end && isSpace(text, start)) start += 1
      if (start < range.end) after.push({ start, end: range.end })
    }
  }
  return before.length > 0 && after.length > 0 ? { before, after } : null
}

function isSpace(text: string, offset: number): boolean {
  return /\s/.test(text[offset]!)
}
