import { say } from '../../../shared/domain/messages/message'
const HALF_DAY = 43_200
const DAY = 86_400

/** Counts the days of a clock on the wall, whose times start again at midnight. */
export class WallClock {
  #last: number | null = null
  #days = 0

  /** How often the clock passed midnight so far. */
  get days(): number {
    return this.#days
  }

  /**
   * A time of the clock, in seconds since the first midnight. A fall from the second half of a day to the first one
   * passes midnight; a jump back undoes it.
   */
  read(time: number): number {
    const last = this.#last
    if (last !== null && last <= DAY && last - time > HALF_DAY && time >= 0) this.#days += 1
    else if (last !== null && this.#days > 0 && time <= DAY && time - last > HALF_DAY) this.#days -= 1
    this.#last = time
    return time + this.#days * DAY
  }
}

/** Whether a cue of a wall clock is on screen at midnight, and so ends before it starts. */
export function crossesMidnight(startTime: number, endTime: number): boolean {
  return startTime <= DAY && endTime >= 0 && startTime - endTime > HALF_DAY
}

/** What is noted where a wall clock passed midnight. */
export const PASSED_MIDNIGHT = say('past-midnight')
