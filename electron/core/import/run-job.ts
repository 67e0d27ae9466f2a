import type { Session } from '../session'

/** Files under way at once: one for each thread that reads, and one that is ready for each. */
export const FILES_AHEAD = 4

/** Runs a long call under its job name, by which it can be cancelled. */
export async function runJob<T>(
  session: Session,
  job: string | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  if (job !== undefined) session.jobs.set(job, abort)
  try {
    return await run(abort.signal)
  } finally {
    if (job !== undefined) session.jobs.delete(job)
  }
}

/**
 * Does some work for each item, several at once, and gives the results in the items' order. No more than `ahead` items
 * are under way or waiting to be taken.
 */
export async function* mapAhead<Item, Result>(
  items: readonly Item[],
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<readonly [Item, Result]> {
  const running: Promise<Result>[] = items.slice(0, ahead).map(work)
  for (const [index, item] of items.entries()) {
    const result = await running.shift()!
    const next = items[index + ahead]
    if (next !== undefined) running.push(work(next))
    yield [item, result]
  }
}
