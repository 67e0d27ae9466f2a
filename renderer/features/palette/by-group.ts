/** From what is at hand to what is far. */
const ORDER = ['passage', 'transcript', 'review', 'search', 'library', 'edit', 'project', 'view'] as const

/** The headings that commands stand under, in the order in which they are listed, in the language of `t`. */
export function groupOrder(t: (key: string) => string): string[] {
  return ORDER.map((id) => t(`commands:group.${id}`))
}

/** Things under their headings: those of `order` first, then others as they first come. Empty headings are left out. */
export function byGroup<T extends { readonly group: string }>(
  things: readonly T[],
  order: readonly string[],
): { readonly group: string; readonly members: readonly T[] }[] {
  const groups = new Map<string, T[]>(order.map((group) => [group, []]))
  for (const thing of things) groups.set(thing.group, [...(groups.get(thing.group) ?? []), thing])
  return [...groups].flatMap(([group, members]) => (members.length > 0 ? [{ group, members }] : []))
}
