/** A row's place among its siblings. */
export interface Place {
  readonly id: string
  readonly position: number
}

/**
 * The new places after `id` is put at `index` among its siblings (itself left out): only those that change. Siblings
 * come in order; an index past the end means at the end.
 */
export function insertAt(siblings: readonly Place[], id: string, index: number): Place[] {
  const others = siblings.filter((sibling) => sibling.id !== id)
  const order = [...others.slice(0, index), { id, position: -1 }, ...others.slice(index)]
  return order.flatMap((sibling, position) => {
    const before = siblings.find((candidate) => candidate.id === sibling.id)
    return before?.position === position ? [] : [{ id: sibling.id, position }]
  })
}
