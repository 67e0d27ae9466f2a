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
  const before = new Map(siblings.map((sibling) => [sibling.id, sibling.position]))
  return order.flatMap((sibling, position) =>
    before.get(sibling.id) === position ? [] : [{ id: sibling.id, position }],
  )
}
