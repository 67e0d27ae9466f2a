/** Reads places from the page and gives what then writes to it; `null` for nothing. */
export type Placing = () => (() => void) | null

let waiting: Placing[] = []

/**
 * Runs a placing before the page is painted, together with all others: a read after a write has the page laid out again,
 * so first all read and then all write.
 */
export function placeTogether(placing: Placing): void {
  waiting.push(placing)
  if (waiting.length === 1) queueMicrotask(placeAll)
}

function placeAll(): void {
  const placings = waiting
  waiting = []
  for (const write of placings.map((read) => read())) write?.()
}
