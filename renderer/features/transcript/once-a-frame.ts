/** Reads places from the page and gives what then writes to it; `null` for nothing. */
export type Following = () => (() => void) | null

const waiting = new Set<Following>()

/**
 * Runs something before the next frame is painted, once, however often it is asked for until then. First all that wait
 * for the frame read and then all write: a read after a write has the page laid out again.
 */
export function onceAFrame(follow: Following): () => void {
  return () => {
    if (waiting.size === 0) requestAnimationFrame(followAll)
    waiting.add(follow)
  }
}

function followAll(): void {
  const follows = [...waiting]
  waiting.clear()
  for (const write of follows.map((read) => read())) write?.()
}
