/** Where something of a drawing stands, in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export function isDirection(key: string): key is Direction {
  return /^Arrow(?:Up|Down|Left|Right)$/.test(key)
}

/** The nearest box in a direction, the way aside counting for more than the way there; `null` where there is none. */
export function boxBeside<Id>(boxes: ReadonlyMap<Id, Box>, id: Id, key: Direction): Id | null {
  const from = boxes.get(id)
  if (!from) return null
  let best: { readonly id: Id; readonly distance: number } | null = null
  for (const [other, box] of boxes) {
    const right = box.x + box.width / 2 - (from.x + from.width / 2)
    const down = box.y + box.height / 2 - (from.y + from.height / 2)
    const [along, aside] =
      key === 'ArrowRight'
        ? [right, down]
        : key === 'ArrowLeft'
          ? [-right, down]
          : key === 'ArrowDown'
            ? [down, right]
            : [-down, right]
    const isVertical = key === 'ArrowUp' || key === 'ArrowDown'
    if (along < 1) continue
    // Up and down keep to a column as long as there is more of it.
    const distance = along + (isVertical ? 4 : 2) * Math.abs(aside)
    if (!best || distance < best.distance) best = { id: other, distance }
  }
  return best?.id ?? null
}
