/** Of some lists, of which there is one, the one with the fewest places. */
export function rarest<T extends { readonly size: number }>(lists: readonly T[]): T {
  return lists.reduce((one, other) => (other.size < one.size ? other : one))
}
