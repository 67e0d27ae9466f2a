import type { BlockDrawing } from './drawing'
import { LANES } from './paint-styles'

/** Draws a block with the CSS Custom Highlight API: the document is not touched. Returns what takes it away. */
export function paint(text: Text, drawing: BlockDrawing): () => void {
  const painted: [Highlight, StaticRange][] = []
  const add = (name: string, priority: number, { from, to }: { from: number; to: number }) => {
    const end = Math.min(to, text.data.length)
    if (from >= end) return
    const range = new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: end })
    const highlight = highlightNamed(name, priority)
    highlight.add(range)
    painted.push([highlight, range])
  }
  for (const segment of drawing.segments) {
    const { colour, lane } = segment
    if (lane < LANES) add(`passage-${colour}-${lane}`, lane, segment)
    else add('passage-deep', LANES, segment)
  }
  for (const range of drawing.elided) add('passage-elided', 10, range)
  for (const range of drawing.selected) add(`passage-selected-${drawing.selectedColour}`, 11, range)
  for (const range of drawing.hits) add('find-hit', 12, range)
  if (drawing.currentHit) add('find-current', 13, drawing.currentHit)
  return () => {
    for (const [highlight, range] of painted) highlight.delete(range)
  }
}

function highlightNamed(name: string, priority: number): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const highlight = new Highlight()
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
  return highlight
}
