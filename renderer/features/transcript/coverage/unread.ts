import { unreadRanges, type Coverage } from '../../../../shared/domain/coverage'
import type { TextRange } from '../../../../shared/domain/span'

/** The next stretch that was not read, from an offset on and then from the start; `null` when there is none. */
export function nextUnread(text: string, coverage: Coverage, from: number): TextRange | null {
  const unread = unreadRanges(coverage).filter(({ start, end }) => text.slice(start, end).trim() !== '')
  // The one that the reader is in the middle of is not where they want to go.
  const next = unread.find(({ start }) => start > from) ?? unread[0]
  if (!next) return null
  const blank = /^\s*/.exec(text.slice(next.start, next.end))![0].length
  return { start: next.start + blank, end: next.end }
}
