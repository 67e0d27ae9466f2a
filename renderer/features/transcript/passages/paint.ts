import type { BlockDrawing } from './drawing'
import { LANES } from './paint-styles'

/** What is drawn on a block's text now. */
export type Painted = readonly PaintedRange[]

interface PaintedRange {
  readonly highlight: Highlight
  readonly range: AbstractRange
}

/**
 * Draws a block with the CSS Custom Highlight API: the document is not touched, and what is drawn there already stays.
 * While the text is typed in, what is drawn `follows` it.
 */
export function paint(text: Text, drawing: BlockDrawing, before: Painted, follows: boolean): Painted {
  const painted: PaintedRange[] = []
  const add = (name: string, priority: number, { from, to }: { from: number; to: number }) => {
    const end = Math.min(to, text.data.length)
    if (from >= end) return
    const highlight = highlightNamed(name, priority)
    const old = before[painted.length]
    if (old?.highlight === highlight && isAt(old.range, text, from, end)) {
      painted.push(old)
      return
    }
    const range = rangeIn(text, from, end, follows)
    highlight.add(range)
    painted.push({ highlight, range })
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
  unpaint(before.filter((old, at) => painted[at] !== old))
  return painted
}

export function unpaint(painted: Painted): void {
  for (const { highlight, range } of painted) highlight.delete(range)
}

function isAt(
  { startContainer, startOffset, endOffset }: AbstractRange,
  text: Text,
  from: number,
  to: number,
): boolean {
  return startContainer === text && startOffset === from && endOffset === to
}

/** The browser looks after each range that follows the text at every change of the page: the others cost nothing. */
function rangeIn(text: Text, from: number, to: number, follows: boolean): AbstractRange {
  if (!follows) {
    return new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to })
  }
  const range = new Range()
  range.setStart(text, from)
  range.setEnd(text, to)
  return range
}

function highlightNamed(name: string, priority: number): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const highlight = new Highlight()
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
  return highlight
}
