interface Size {
  readonly width: number
  readonly height: number
}

export interface Bounds extends Size {
  readonly x: number
  readonly y: number
}

/** How much of a window must lie on a display, each way, so that a user can get hold of it. */
const GRIP = 100

/**
 * Where a remembered window can stand on today's displays: the same place, no larger than its display; `null` when it
 * would be out of reach.
 */
export function fitToDisplays(bounds: Bounds, areas: readonly Bounds[], min: Size): Bounds | null {
  const area = areas.find(
    (one) =>
      Math.min(bounds.x + bounds.width, one.x + one.width) - Math.max(bounds.x, one.x) >= GRIP &&
      bounds.y >= one.y &&
      bounds.y <= one.y + one.height - GRIP,
  )
  if (!area) return null
  const fit = (wanted: number, room: number, least: number) => Math.round(Math.max(least, Math.min(wanted, room)))
  return {
    x: Math.round(bounds.x),
    y: Math.round(bounds.y),
    width: fit(bounds.width, area.width, min.width),
    height: fit(bounds.height, area.height, min.height),
  }
}
