import type { TextRange } from '../../../../shared/domain/span'
import { turnIndexAt, type Cue, type Turn } from '../../../../shared/domain/turn'

/** A stretch of text and when it is said; in the order of the text. */
interface Timed extends TextRange {
  readonly startTime: number
  readonly endTime: number | null
}

/** Between places in a transcript's text and times of its recording. */
export class Timeline {
  readonly #byText: readonly Timed[]
  readonly #byTime: readonly Timed[]

  /** Cues tell more than turns do, where there are any. */
  constructor(turns: readonly Turn[], cues: readonly Cue[]) {
    const timedTurns = turns.flatMap((turn) =>
      turn.startTime === null ? [] : [{ ...turn, startTime: turn.startTime }],
    )
    this.#byText = cues.length > 0 ? cues : timedTurns
    this.#byTime = [...this.#byText].sort((a, b) => a.startTime - b.startTime)
  }

  get isEmpty(): boolean {
    return this.#byText.length === 0
  }

  /** When the text at an offset is said; `null` where no time is known. */
  timeAt(offset: number): number | null {
    return this.#byText[Math.max(0, turnIndexAt(this.#byText, offset))]?.startTime ?? null
  }

  /** What is said at a time; `null` in a pause, and before the first words. */
  saidAt(time: number): TextRange | null {
    let low = 0
    let high = this.#byTime.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#byTime[middle]!.startTime <= time) low = middle + 1
      else high = middle
    }
    const found = this.#byTime[low - 1]
    if (!found || (found.endTime !== null && time >= found.endTime)) return null
    return { start: found.start, end: found.end }
  }
}
