import { lowerBound } from '../../../shared/anchoring/lower-bound'

/**
 * Converts offsets of a text from UTF-16 code units to code points, which the W3C Web Annotation Data Model (4.2.4,
 * 4.2.5) and REFI-QDA count.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(index)
  return (offset) => offset - lowerBound(pairs, offset)
}

/** Text without half a character at its ends, where a fixed number of code units cut one. */
export function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}
