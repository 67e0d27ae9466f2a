import type { TextRange } from '../../../../shared/domain/span'
import type { Turn } from '../../../../shared/domain/turn'
import { blockIndexAt } from './blocks'
import { sentenceAt, turnAt } from '../../../../shared/domain/text-units'
import type { TranscriptView } from './transcript-view'

/** Selects the sentence or turn at a point of the screen, and more of them for as long as the mouse is dragged. */
export function selectUnits(
  view: TranscriptView,
  turns: readonly Turn[],
  unit: 'sentence' | 'turn',
  x: number,
  y: number,
): void {
  const { text, blocks } = view.document
  const unitAt = (offset: number): TextRange => {
    if (unit === 'turn') return turnAt(text, turns, offset)
    return sentenceAt({ text, bounds: blocks[blockIndexAt(blocks, offset)]!, language: view.language }, offset)
  }
  const pressed = view.offsetAtPoint(x, y)
  if (pressed === null) return
  const first = unitAt(pressed)
  view.focus()
  view.select({ anchor: first.start, focus: first.end })
  const onMove = (event: PointerEvent) => {
    const offset = view.offsetAtPoint(event.clientX, event.clientY)
    if (offset === null) return
    const last = unitAt(offset)
    if (last.start < first.start) view.select({ anchor: first.end, focus: last.start })
    else view.select({ anchor: first.start, focus: Math.max(first.end, last.end) })
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', () => window.removeEventListener('pointermove', onMove), { once: true })
}
