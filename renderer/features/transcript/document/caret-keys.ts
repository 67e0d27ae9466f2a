import { blockIndexAt } from './blocks'
import type { TranscriptDocument } from './nodes'
import { sentencesIn } from '../../../../shared/domain/text-units'
import type { TranscriptView } from './transcript-view'

/** A key press, as far as caret browsing looks at it. */
export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

export type CaretMove =
  | {
      readonly kind: 'step'
      readonly direction: 'forward' | 'backward'
      readonly by: 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph'
    }
  | { readonly kind: 'sentence'; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'page'; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'document'; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'all' }

/**
 * Where a key moves the caret: as each platform's text fields do, and with Alt (on a Mac Ctrl and Alt) by sentence.
 * `null` for a key that does not move it.
 */
export function caretMoveOf(press: KeyPress, mac: boolean): CaretMove | null {
  const { key, ctrlKey, metaKey, altKey } = press
  const forward = key === 'ArrowRight' || key === 'ArrowDown' || key === 'End' || key === 'PageDown'
  const direction = forward ? 'forward' : 'backward'
  const byWord = mac ? altKey : ctrlKey
  const toEdge = mac && metaKey
  const bySentence = altKey && !metaKey && ctrlKey === mac
  if (bySentence && (key === 'ArrowLeft' || key === 'ArrowRight')) return { kind: 'sentence', direction }
  if (!mac && (metaKey || altKey)) return null
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return { kind: 'step', direction, by: toEdge ? 'lineboundary' : byWord ? 'word' : 'character' }
    case 'ArrowUp':
    case 'ArrowDown':
      if (mac && altKey) return null
      if (toEdge) return { kind: 'document', direction }
      return { kind: 'step', direction, by: ctrlKey ? 'paragraph' : 'line' }
    case 'Home':
    case 'End':
      return ctrlKey || mac ? { kind: 'document', direction } : { kind: 'step', direction, by: 'lineboundary' }
    case 'PageUp':
    case 'PageDown':
      return { kind: 'page', direction }
    case 'a':
      return (mac ? metaKey : ctrlKey) && !altKey ? { kind: 'all' } : null
    default:
      return null
  }
}

/** Moves the caret, or with `extend` the selection's end, and keeps it in view. */
export function moveCaret(view: TranscriptView, move: CaretMove, extend: boolean): void {
  const { document } = view
  const anchor = view.selection?.anchor ?? 0
  const moveTo = (focus: number) => view.select({ anchor: extend ? anchor : focus, focus })
  switch (move.kind) {
    case 'all':
      view.select({ anchor: document.blocks[0]?.start ?? 0, focus: document.blocks.at(-1)?.end ?? 0 })
      return
    case 'document':
      moveTo((move.direction === 'forward' ? document.blocks.at(-1)?.end : document.blocks[0]?.start) ?? 0)
      break
    case 'page':
      movePage(view, move.direction, moveTo)
      break
    case 'sentence':
      moveTo(sentenceStep(document, view.selection?.focus ?? 0, move.direction, view.language))
      break
    case 'step': {
      if (!view.selection) {
        moveTo(document.blocks[view.topBlock()]?.start ?? 0)
        break
      }
      const { focus } = view.selection
      // The caret may have been scrolled away from and unmounted but for its own section.
      view.reveal({ start: focus, end: focus }, 'nearest')
      getSelection()?.modify(extend ? 'extend' : 'move', move.direction, move.by)
      view.readSelection()
      break
    }
  }
  if (view.selection) view.reveal({ start: view.selection.focus, end: view.selection.focus }, 'nearest')
}

/** The nearest start of a sentence before or after an offset; the text's end where there is none. */
export function sentenceStep(
  { text, blocks }: Pick<TranscriptDocument, 'text' | 'blocks'>,
  offset: number,
  direction: 'forward' | 'backward',
  language: string,
): number {
  const startsIn = (index: number) => {
    const bounds = blocks[index]
    return bounds ? sentencesIn({ text, bounds, language }).map(({ start }) => start) : []
  }
  const here = blockIndexAt(blocks, offset)
  if (direction === 'forward') {
    for (let index = here; index < blocks.length; index += 1) {
      const start = startsIn(index).find((each) => each > offset)
      if (start !== undefined) return start
    }
    return blocks.at(-1)?.end ?? 0
  }
  for (let index = here; index >= 0; index -= 1) {
    const start = startsIn(index).findLast((each) => each < offset)
    if (start !== undefined) return start
  }
  return blocks[0]?.start ?? 0
}

/** One screen on, less two lines, with the caret at the same place on it. */
function movePage(view: TranscriptView, direction: 'forward' | 'backward', moveTo: (focus: number) => void): void {
  const { scroller } = view
  if (!scroller) return
  const rect = view.caretRect()
  const page = Math.max(60, scroller.clientHeight - 60)
  const before = scroller.scrollTop
  scroller.scrollTop += direction === 'forward' ? page : -page
  view.window.update()
  if (Math.abs(scroller.scrollTop - before) < 1) {
    moveTo((direction === 'forward' ? view.document.blocks.at(-1)?.end : view.document.blocks[0]?.start) ?? 0)
    return
  }
  const bounds = scroller.getBoundingClientRect()
  const y = Math.min(Math.max(rect ? rect.top + rect.height / 2 : bounds.top, bounds.top + 80), bounds.bottom - 80)
  const x = rect?.left ?? bounds.left + bounds.width / 2
  const offset = view.offsetAtPoint(x, y)
  moveTo(offset ?? view.document.blocks[view.topBlock()]?.start ?? 0)
}
