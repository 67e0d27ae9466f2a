import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Passage } from '../../../../shared/domain/passage'
import { mergeRanges, type TextRange } from '../../../../shared/domain/span'
import type { TranscriptView } from '../document/transcript-view'
import type { Mark } from '../passages/highlight-index'
import { nextEdge, offsetOfEdge } from './edges'
import { SpanEdges } from './span-edges'

export interface EdgesInput {
  readonly view: TranscriptView
  /** The passage whose edges can be moved; `null` for none. */
  readonly passage: Passage | null
  readonly colour: number
  readonly marks: readonly Mark[]
  readonly onMoved: (passage: Passage, ranges: readonly TextRange[]) => void
  readonly onHeld: (side: 'start' | 'end', span: number) => void
}

/** The edges of the selected passage, moved by handles or keys: shown at once, written when they are let go of. */
export function useEdges({ view, passage, colour, marks, onMoved, onHeld }: EdgesInput) {
  const edges = useMemo(() => new SpanEdges(view.document.text), [view])
  useEffect(() => edges.show(passage, colour), [edges, passage, colour])
  const moved = useSyncExternalStore(edges.subscribe, () => edges.moved)
  const held = useSyncExternalStore(edges.subscribe, () => edges.shown?.edge ?? null)
  const latest = useRef({ onMoved, onHeld })
  useEffect(() => {
    latest.current = { onMoved, onHeld }
  })

  const drawn = useMemo(() => {
    if (!moved) return marks
    const spans = mergeRanges(moved.ranges)
    return marks.map((mark) => (mark.id === moved.passage.id ? { ...mark, spans } : mark))
  }, [marks, moved])

  const acts = useMemo(
    () => ({
      /** Writes what was moved, if anything was. */
      letGo() {
        const { shown } = edges
        const ranges = edges.take()
        if (shown && ranges) latest.current.onMoved(shown.passage, ranges)
      },
      /** Takes hold of the edge before or after the one that is held. */
      choose(by: 1 | -1) {
        const { shown } = edges
        if (!shown) return
        const edge = nextEdge(shown.ranges, shown.edge, by, view.selection?.focus)
        const at = offsetOfEdge(shown.ranges, edge)
        view.focus()
        view.reveal({ start: at, end: at }, 'nearest')
        view.select({ anchor: at, focus: at })
        edges.hold(edge)
        latest.current.onHeld(edge.side, edge.span)
      },
    }),
    [edges, view],
  )
  return { edges, marks: drawn, held, ...acts }
}
