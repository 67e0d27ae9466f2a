/** A selection with one thing more, or less when it was in it. */
export function toggleSelection<T>(selection: ReadonlySet<T>, id: T): ReadonlySet<T> {
  const next = new Set(selection)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Everything in the list from one thing to another, whichever comes first. */
export function extendSelection<T>(list: readonly T[], from: T, to: T): ReadonlySet<T> {
  const [first, last] = [list.indexOf(from), list.indexOf(to)].sort((a, b) => a - b) as [number, number]
  return new Set(first < 0 ? [to] : list.slice(first, last + 1))
}
