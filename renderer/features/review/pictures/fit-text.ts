let context: CanvasRenderingContext2D | null = null
const graphemesOf = new Intl.Segmenter()

/** A text as it fits into a width in pixels, in the size of a drawing's text; cut at a grapheme, with an ellipsis. */
export function fitText(text: string, width: number, isStrong: boolean): string {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text
  context.font = `${isStrong ? 600 : 400} 13px ${getComputedStyle(document.body).fontFamily}`
  const fits = (part: string) => context!.measureText(part).width <= width
  if (fits(text)) return text
  const graphemes = Array.from(graphemesOf.segment(text), ({ segment }) => segment)
  const cutTo = (count: number) => `${graphemes.slice(0, count).join('').trimEnd()}…`
  let [low, high] = [0, graphemes.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(cutTo(middle))) low = middle
    else high = middle - 1
  }
  return cutTo(low)
}
