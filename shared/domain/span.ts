/** A half-open range `[start, end)` of UTF-16 offsets in one source's text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * A range with what finds it again: W3C Web Annotation's TextPositionSelector (`start`, `end`) and
 * TextQuoteSelector (`quote`, `prefix`, `suffix`).
 */
export interface Span extends TextRange {
  /** The text between `start` and `end` when the span was made. */
  readonly quote: string
  /** Up to `CONTEXT_LENGTH` code units before `start`. */
  readonly prefix: string
  /** Up to `CONTEXT_LENGTH` code units after `end`. */
  readonly suffix: string
}

/** Code units of context kept on each side of a span. */
export const CONTEXT_LENGTH = 32

/** The span of `text` between two offsets. Throws a `RangeError` when the range is empty or outside of the text. */
export function spanOf(text: string, { start, end }: TextRange): Span {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length)) {
    throw new RangeError(`no span [${start}, ${end}) in a text of ${text.length} code units`)
  }
  const context = { start: Math.max(0, start - CONTEXT_LENGTH), end: Math.min(text.length, end + CONTEXT_LENGTH) }
  // Half a character cannot be stored: the context gives it up.
  if (cutsCharacter(text, context.start)) context.start += 1
  if (cutsCharacter(text, context.end)) context.end -= 1
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(context.start, start),
    suffix: text.slice(end, context.end),
  }
}

/** Whether an offset lies between the two halves of one character. */
export function cutsCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1))
}

/** Ranges in text order, with those that overlap or touch made one. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else merged.push({ start: range.start, end: range.end })
  }
  return merged
}
