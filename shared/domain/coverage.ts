import type { SourceId } from './ids'
import { commonRanges, cutRanges, lengthOfRanges } from './range-set'
import { mergeRanges, type TextRange } from './span'

/** Text that was in view for as long as reading it takes. */
export interface SeenRange extends TextRange {
  /** The last claim that there was then: what was seen again after it was marked as unread counts as read. */
  readonly since: number
}

/** Text that the reader marked as read, or as unread. Those of one source are disjoint. */
export interface ReadClaim extends TextRange {
  readonly isRead: boolean
  /** Those of unread text count up in each source, from 1; 0 for read text. */
  readonly number: number
}

/** How much of a source was read: what was seen, and apart from it what is said to be read. */
export interface Coverage {
  /** From the first turn to the last: what is to be read. */
  readonly whole: TextRange
  /** Was in view for as long as reading it takes, and was not marked as unread since. */
  readonly seen: readonly TextRange[]
  /** Is marked as read. */
  readonly claimed: readonly TextRange[]
  /** How long the source was in view in all, while somebody was there. */
  readonly seconds: number
}

/** A source's coverage in numbers: shares of its text from 0 to 1, to four digits; 1 is all of it, to the letter. */
export interface CoverageSummary {
  readonly sourceId: SourceId
  readonly read: number
  readonly seen: number
  readonly claimed: number
  readonly seconds: number
}

/** What was read, of what was seen and what is claimed. */
export function coverageOf(
  whole: TextRange,
  seen: readonly SeenRange[],
  claims: readonly ReadClaim[],
  seconds: number,
): Coverage {
  const unread = claims.filter(({ isRead }) => !isRead)
  const within = (ranges: readonly TextRange[]) => cutRanges(ranges, outsideOf(whole))
  const standing = [...new Set(seen.map(({ since }) => since))].flatMap((since) =>
    cutRanges(
      seen.filter((range) => range.since === since),
      unread.filter(({ number }) => number > since),
    ),
  )
  return { whole, seen: within(standing), claimed: within(claims.filter(({ isRead }) => isRead)), seconds }
}

function outsideOf({ start, end }: TextRange): TextRange[] {
  return [
    { start: 0, end: start },
    { start: end, end: Number.POSITIVE_INFINITY },
  ].filter((range) => range.end > range.start)
}

/** What counts as read, in text order: seen or claimed. */
export function readRanges({ seen, claimed }: Pick<Coverage, 'seen' | 'claimed'>): TextRange[] {
  return mergeRanges([...seen, ...claimed])
}

/** What was not read, in text order. */
export function unreadRanges(coverage: Coverage): TextRange[] {
  return cutRanges([coverage.whole], readRanges(coverage))
}

/** A coverage in numbers. Nothing is never all: a source without text was not read. */
export function summarize(sourceId: SourceId, coverage: Coverage): CoverageSummary {
  const length = lengthOfRanges([coverage.whole])
  const share = (ranges: readonly TextRange[]) => {
    const part = lengthOfRanges(ranges)
    if (length === 0) return 0
    return part >= length ? 1 : Math.floor((part / length) * 10_000) / 10_000
  }
  const { seen, claimed, seconds } = coverage
  return { sourceId, read: share(readRanges(coverage)), seen: share(seen), claimed: share(claimed), seconds }
}

/** The claims of a source after some text of it was marked as read or unread; the same ones when that says nothing new. */
export function claim(
  ranges: readonly TextRange[],
  isRead: boolean,
  seen: readonly SeenRange[],
  claims: readonly ReadClaim[],
): readonly ReadClaim[] {
  const kept = claims.flatMap((each) => cutRanges([each], ranges).map((range) => ({ ...each, ...range })))
  const unread = kept.filter((each) => !each.isRead)
  const read = kept.filter((each) => each.isRead)
  if (isRead) {
    const marked = mergeRanges([...read, ...ranges])
    const isNew = lengthOfRanges(marked) > lengthOfRanges(claims.filter((each) => each.isRead))
    return isNew ? inOrder([...unread, ...marked.map((range) => ({ ...range, isRead, number: 0 }))]) : claims
  }
  const before = readRanges(coverageOf(EVERYTHING, seen, claims, 0))
  if (commonRanges(before, ranges).length === 0) return claims
  const number = 1 + [...seen.map(({ since }) => since), ...claims.map((each) => each.number)].reduce(maximum, 0)
  // Where nothing was seen there is nothing to gainsay.
  const gainsaid = commonRanges(ranges, seen).map((range) => ({ ...range, isRead, number }))
  return inOrder([...read, ...unread, ...gainsaid])
}

const EVERYTHING: TextRange = { start: 0, end: Number.MAX_SAFE_INTEGER }

function maximum(a: number, b: number): number {
  return Math.max(a, b)
}

function inOrder(claims: readonly ReadClaim[]): ReadClaim[] {
  return [...claims].sort((a, b) => a.start - b.start)
}
