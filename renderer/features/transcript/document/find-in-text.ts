import type { TextRange } from '../../../../shared/domain/span'

/** Every place where `query` stands in `text`, in order; white space in it matches any white space, also line breaks. */
export function findInText(text: string, query: string, { matchCase }: { readonly matchCase: boolean }): TextRange[] {
  const words = query.split(/\s+/u).map(escapeRegExp)
  if (words.every((word) => word === '')) return []
  const pattern = new RegExp(words.join('\\s+'), matchCase ? 'gu' : 'giu')
  const found: TextRange[] = []
  for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length })
  return found
}

/** The hit at or after `offset`, or the first; -1 when there is none. Hits are in order. */
export function hitFrom(hits: readonly TextRange[], offset: number): number {
  if (hits.length === 0) return -1
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (hits[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low === hits.length ? 0 : low
}

/** The hits that touch `range`. Hits are in order and do not overlap. */
export function hitsWithin(
  hits: readonly TextRange[],
  range: TextRange,
): { first: number; hits: readonly TextRange[] } {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (hits[middle]!.end <= range.start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < hits.length && hits[end]!.start < range.end) end += 1
  return { first: low, hits: hits.slice(low, end) }
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
