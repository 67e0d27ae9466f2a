import type { Cue, Turn } from '../../../shared/domain/turn'

/** A place in a transcript that was asked for by its time or by the number of its turn. */
export interface Destination {
  readonly kind: 'time' | 'turn'
  /** In seconds, of a time. */
  readonly seconds: number
  /** Index of the turn it is in. */
  readonly turn: number
  /** In the source's text. */
  readonly offset: number
}

/** `1:02:03`, `62:03`, `1:02:03.5`: at most two colons, also as they are typed in Chinese. */
const CLOCK = /^(?:(\d{1,4})[:：])?(\d{1,5})[:：](\d{1,2})(?:[.,]\d+)?$/
const TURN = /^#\s*(\d{1,9})$/
const NUMBER = /^\d{1,9}$/

/**
 * Where an entry may mean to go, the likeliest first: `1:02:03` and `62:03` are times, `#31` is a turn, and a number
 * alone is seconds where the transcript goes on that long, or else a turn.
 */
export function destinationsOf(entry: string, turns: readonly Turn[], cues: readonly Cue[]): Destination[] {
  const text = entry.trim()
  const clock = CLOCK.exec(text)
  if (clock) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock
    return [atTime(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), turns, cues)].filter(isFound)
  }
  const numbered = TURN.exec(text)
  if (numbered) return [atTurn(Number(numbered[1]), turns)].filter(isFound)
  if (!NUMBER.test(text)) return []
  const byTime = atTime(Number(text), turns, cues)
  const byTurn = atTurn(Number(text), turns)
  const isWithin = byTime !== null && Number(text) <= lastTimeOf(turns)
  return (isWithin ? [byTime, byTurn] : [byTurn, byTime]).filter(isFound)
}

function isFound(destination: Destination | null): destination is Destination {
  return destination !== null
}

function atTurn(number: number, turns: readonly Turn[]): Destination | null {
  const turn = turns[number - 1]
  return turn ? { kind: 'turn', seconds: turn.startTime ?? 0, turn: turn.index, offset: turn.start } : null
}

/** The line that is being said at a time: the latest one that had begun by then, or the first with a time. */
function atTime(seconds: number, turns: readonly Turn[], cues: readonly Cue[]): Destination | null {
  const turn = latestBy(turns, seconds) ?? turns.find(({ startTime }) => startTime !== null)
  if (!turn) return null
  const cue = latestBy(
    cues.filter(({ start }) => start >= turn.start && start < turn.end),
    seconds,
  )
  return { kind: 'time', seconds, turn: turn.index, offset: cue?.start ?? turn.start }
}

/** Times of a transcript that was joined from parts need not be in order. */
function latestBy<T extends { readonly startTime: number | null }>(items: readonly T[], seconds: number): T | null {
  let best: T | null = null
  let bestTime = Number.NEGATIVE_INFINITY
  for (const item of items) {
    if (item.startTime === null || item.startTime > seconds || item.startTime < bestTime) continue
    // Of several that begin at once, the first.
    if (item.startTime === bestTime) continue
    best = item
    bestTime = item.startTime
  }
  return best
}

function lastTimeOf(turns: readonly Turn[]): number {
  return turns.reduce((last, { startTime, endTime }) => Math.max(last, startTime ?? 0, endTime ?? 0), 0)
}
