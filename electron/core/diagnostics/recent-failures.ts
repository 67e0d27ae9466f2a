/** Failures that are kept. */
const KEPT = 20
/** Places of the program that are kept of each. */
const FRAMES = 6

/** `    at name (place:1:2)`, or the place alone: a line of a message that looks so would have to name a place in the program. */
const FRAME = /^ {4}at (?:async )?(?:[\w.<>$# [\]]+ \()?((?:file:|node:|app:|[A-Z]:|\/)[^()]*:\d+:\d+)\)?$/

/** The last unexpected failures of this run, without their messages: those may quote what was being read. */
export class RecentFailures {
  readonly #lines: string[] = []

  get lines(): readonly string[] {
    return this.#lines
  }

  /** Notes a failure of a call. */
  add(call: string, error: unknown): void {
    const name = error instanceof Error ? error.constructor.name : typeof error
    const stack = error instanceof Error ? (error.stack ?? '').split('\n') : []
    const frames = stack.flatMap((line) => FRAME.exec(line)?.[1] ?? []).slice(0, FRAMES)
    const places = frames.map((place) => place.replace(/^.*[\\/]/, ''))
    this.#lines.push([`${new Date().toISOString()} ${call}: ${name}`, ...places].join(' '))
    if (this.#lines.length > KEPT) this.#lines.shift()
  }
}
