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

/**
 * The nearest box in a direction, in the same row or column as long as there is more of it, the way aside counting for
 * more than the way there; `null` where there is none.
 */
export function boxBeside<Id>(boxes: ReadonlyMap<Id, Box>, id: Id, key: Direction): Id | null {
  const from = boxes.get(id)
  if (!from) return null
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown'
  const forwards = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1
  let best: { readonly id: Id; readonly isInLine: boolean; readonly distance: number } | null = null
  for (const [other, box] of boxes) {
    const right = box.x + box.width / 2 - (from.x + from.width / 2)
    const down = box.y + box.height / 2 - (from.y + from.height / 2)
    const along = (isVertical ? down : right) * forwards
    if (along < 1) continue
    const aside = Math.abs(isVertical ? right : down)
    const isInLine = aside < (isVertical ? box.width + from.width : box.height + from.height) / 2
    const distance = along + 2 * aside
    if (!best || (isInLine === best.isInLine ? distance < best.distance : isInLine)) {
      best = { id: other, isInLine, distance }
    }
  }
  return best?.id ?? null
}
