import type { Turn } from '../../../shared/loopback-messages'

export function isTurn(value: unknown): value is Turn {
  const { page, number } = (value ?? {}) as Partial<Turn>
  return typeof page === 'string' && page.length <= 100 && Number.isSafeInteger(number)
}

interface Page {
  next: number
  readonly waiting: Map<number, () => void>
}

/** For so long a call waits for one that was made before it: that may have been lost on its way. */
const PATIENCE_MS = 2000
/** Of pages that were closed nobody tells. */
const MOST_PAGES = 100

/** Has the calls of each page begun in the order in which they were made: requests overtake one another on their way. */
export class Turns {
  readonly #pages = new Map<string, Page>()

  /** Runs `call` once those that the page made before have begun. */
  async run<T>({ page, number }: Turn, call: () => Promise<T>): Promise<T> {
    const state = this.#stateOf(page, number)
    if (number > state.next) await this.#turnOf(state, number)
    state.next = Math.max(state.next, number + 1)
    const answer = call()
    state.waiting.get(state.next)?.()
    return answer
  }

  #turnOf({ waiting }: Page, number: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer)
        waiting.delete(number)
        resolve()
      }
      const timer = setTimeout(go, PATIENCE_MS)
      waiting.set(number, go)
    })
  }

  #stateOf(page: string, number: number): Page {
    let state = this.#pages.get(page)
    if (!state) {
      state = { next: number, waiting: new Map() }
      this.#pages.set(page, state)
      const [oldest] = this.#pages.keys()
      if (this.#pages.size > MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest)
    }
    return state
  }
}
