import { type ErrorData, toErrorData } from '../../../shared/errors'

/**
 * Paths that a window may name although it chose them from no dialog: those that an error offered as its way out, such
 * as a damaged project's backup.
 */
export class OfferedPaths {
  readonly #paths = new Set<string>()

  has(path: string): boolean {
    return this.#paths.has(path)
  }

  /** Lets the window name a path that was made for it. */
  add(path: string): void {
    this.#paths.add(path)
  }

  /** Notes what an error that goes to the window offers. */
  note(error: ErrorData): void {
    if ('path' in error.recovery) this.#paths.add(error.recovery.path)
    if ('project' in error.recovery) this.#paths.add(error.recovery.project)
  }

  /** Runs something and notes what its failure offers. */
  async watch<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run()
    } catch (error) {
      this.note(toErrorData(error))
      throw error
    }
  }
}
