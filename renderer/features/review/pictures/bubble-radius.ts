/** Of a bubble with a number in it, in pixels. */
const LEAST = 11

/** How large a bubble is, in pixels: its area grows with the number, as far as the number in it can be read. */
export function bubbleRadius(count: number, largest: number, most: number): number {
  return Math.max(LEAST, most * Math.sqrt(count / Math.max(1, largest)))
}
