import type { Suggestion } from '../../../../shared/domain/saved-search'
import { TURN_SEPARATOR } from '../../../../shared/domain/turn'

/** A stretch of a suggestion's line: beside what would be marked, in it, or what the search finds in that. */
export interface ExcerptPiece {
  readonly kind: 'around' | 'marked' | 'hit'
  readonly text: string
}

/** Code units before and after the first hit that two lines have room for. */
const BEFORE = 90
const AFTER = 190
/** How far a cut goes for the end of a word. */
const WORD = 24

/** What is shown of a suggestion, so that its first hit is in view; what was left out within the mark is an ellipsis. */
export function excerptOf(suggestion: Pick<Suggestion, 'start' | 'end' | 'hits' | 'from' | 'excerpt'>): ExcerptPiece[] {
  const { start, end, hits, from, excerpt } = suggestion
  const [first] = hits
  if (!first) return []
  // What somebody else says before and after is no context of it.
  const before = start - from - TURN_SEPARATOR.length
  const said = before < 0 ? -1 : excerpt.lastIndexOf(TURN_SEPARATOR, before)
  const floor = said < 0 ? 0 : said + TURN_SEPARATOR.length
  const next = end - from < excerpt.length ? excerpt.indexOf(TURN_SEPARATOR, end - from) : -1
  const ceiling = next < 0 ? excerpt.length : next
  const low = (first.start - from - BEFORE <= floor ? floor : afterWord(excerpt, first.start - from - BEFORE)) + from
  const high = (first.end - from + AFTER >= ceiling ? ceiling : beforeWord(excerpt, first.end - from + AFTER)) + from
  const shown = hits.filter((hit) => hit.start < high)
  const edges = [low, high, start, end, ...shown.flatMap((hit) => [hit.start, hit.end])]
  const places = [...new Set(edges)].filter((place) => place >= low && place <= high).sort((a, b) => a - b)
  const pieces = places.slice(1).map((stop, at): ExcerptPiece => {
    const begin = places[at]!
    const isHit = shown.some((hit) => hit.start <= begin && begin < hit.end)
    const kind = isHit ? 'hit' : begin >= start && begin < end ? 'marked' : 'around'
    return { kind, text: excerpt.slice(begin - from, stop - from) }
  })
  if (low > start || low > from + floor) pieces.unshift({ kind: low > start ? 'marked' : 'around', text: '…' })
  if (high < end || high < from + ceiling) pieces.push({ kind: high < end ? 'marked' : 'around', text: '…' })
  return pieces
}

const SPACE = /\s/

function afterWord(text: string, at: number): number {
  for (let next = at; next < at + WORD; next += 1) if (SPACE.test(text[next] ?? '')) return next + 1
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at
}

function beforeWord(text: string, at: number): number {
  for (let next = at; next > at - WORD; next -= 1) if (SPACE.test(text[next] ?? '')) return next
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
}
