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
  | { readonly kind: 'page'; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'document'; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'all' }

/** Where a key moves the caret: as each platform's text fields do. `null` for a key that does not move it. */
export function caretMoveOf(press: KeyPress, mac: boolean): CaretMove | null {
  const { key, ctrlKey, metaKey, altKey } = press
  const forward = key === 'ArrowRight' || key === 'ArrowDown' || key === 'End' || key === 'PageDown'
  const direction = forward ? 'forward' : 'backward'
  const byWord = mac ? altKey : ctrlKey
  const toEdge = mac && metaKey
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
