import type { TextRange } from '../../../../shared/domain/span'
import type { ReadingPart } from './reading-parts'

/** After this long without a key, a press or a scroll, nobody is there. */
export const IDLE_MS = 60_000
/** A computer that slept did not read: no longer than this passes between two ticks. */
const LONGEST_TICK = 2500

/** What was read of a transcript while it was in view. */
export interface ReadingClock {
  /** When it was looked at last. */
  readonly at: number
  /** Where a reader who reads in order is now. */
  readonly head: number
  /** What was in view then. */
  readonly view: readonly ReadingPart[]
  /** By the start of a part, how long was spent on it that was not finished. */
  readonly spent: ReadonlyMap<number, number>
  /** Parts that were in view for as long as reading them takes. */
  readonly done: readonly TextRange[]
  /** How long the text was in view. */
  readonly seconds: number
}

export interface Look {
  /** Milliseconds, on the same scale as `inputAt`. */
  readonly at: number
  /** When the reader last did anything. */
  readonly inputAt: number
  /** Whether the text is before somebody: the window is in front and nothing covers the page. */
  readonly isWatched: boolean
  /** What is in view, in text order. */
  readonly view: readonly ReadingPart[]
  /** What needs no reading any more. */
  readonly isSeen: (part: ReadingPart) => boolean
}

export function startClock(at: number): ReadingClock {
  return { at, head: 0, view: [], spent: new Map(), done: [], seconds: 0 }
}

/**
 * Spends the time since the last look on what is in view, in reading order from where the reader is and then from the
 * top: never more text than can be read in that time. While the text is scrolled through faster than that, nothing is
 * read at all.
 */
export function look(clock: ReadingClock, { at, inputAt, isWatched, view, isSeen }: Look): ReadingClock {
  const passed = Math.max(0, Math.min(at - clock.at, LONGEST_TICK))
  // The time since then was spent on what was in view then.
  const before = clock.view
  const isThere = isWatched && at - inputAt <= IDLE_MS && before.length > 0
  if (!isThere || passed === 0) return { ...clock, at, view }
  const seconds = clock.seconds + passed / 1000
  if (hasMovedOn(before, view)) return { ...clock, at, view, seconds }
  const first = before[0]!.start
  const last = before.at(-1)!.end
  const head = clock.head >= first && clock.head < last ? clock.head : first
  const order = [...before.filter(({ start }) => start >= head), ...before.filter(({ start }) => start < head)]
  const spent = new Map(clock.spent)
  const done: TextRange[] = []
  let budget = passed
  let now = head
  for (const part of order) {
    if (isSeen(part) || clock.done.some(({ start }) => start === part.start)) continue
    const already = spent.get(part.start) ?? 0
    now = part.start
    if (already + budget < part.ms) {
      spent.set(part.start, already + budget)
      break
    }
    budget -= Math.max(0, part.ms - already)
    spent.delete(part.start)
    done.push({ start: part.start, end: part.end })
    now = part.end
  }
  return { at, head: now, view, spent, done: [...clock.done, ...done], seconds }
}

/** Whether less than half of what was in view is in view still: eyes that move so fast do not read. */
function hasMovedOn(before: readonly ReadingPart[], view: readonly ReadingPart[]): boolean {
  const now = new Set(view.map(({ start }) => start))
  return before.filter(({ start }) => now.has(start)).length * 2 < before.length
}

/** The clock without what it has found, which is now kept elsewhere. */
export function emptied(clock: ReadingClock): ReadingClock {
  return { ...clock, done: [], seconds: 0 }
}
