/**
 * Where two lists differ: from `start` up to, not including, their ends. Before and behind that they hold the same
 * objects, as a list of thousands does of which one was changed.
 */
export function changedPart(
  before: readonly unknown[],
  after: readonly unknown[],
): { readonly start: number; readonly beforeEnd: number; readonly afterEnd: number } {
  let start = 0
  let [beforeEnd, afterEnd] = [before.length, after.length]
  while (start < beforeEnd && start < afterEnd && before[start] === after[start]) start += 1
  while (beforeEnd > start && afterEnd > start && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1
    afterEnd -= 1
  }
  return { start, beforeEnd, afterEnd }
}
