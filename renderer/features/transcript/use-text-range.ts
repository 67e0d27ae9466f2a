import { useMemo, useState, useSyncExternalStore } from 'react'
import type { TextRange } from '../../../shared/domain/span'
import { useRemembered } from '../../ui/use-remembered'
import { blockIndexAt } from './document/blocks'
import type { TranscriptDocument } from './document/nodes'
import { smartEdges } from './document/smart-edges'
import { rangeOfSelection, type TextSelection, type TranscriptView } from './document/transcript-view'
import { useSteady } from './use-steady'

/** What the reader has selected of a text in `language`, as far as it is meant; nothing while `isOff`. */
export function useTextRange(view: TranscriptView, language: string, isOff: boolean) {
  const { document } = view
  const [dragging, setDragging] = useState(false)
  const [exactEdges, setExactEdges] = useRemembered('transcript.exactEdges', false)
  /** One that was made with Alt held is marked as it is. */
  const [exactSelection, setExactSelection] = useState<TextSelection | null>(null)

  const selection = useSyncExternalStore(view.subscribe, () => (isOff ? null : selectedIn(view)))
  const isExact = exactEdges || (selection !== null && selection === exactSelection)
  const range = useMemo(
    () => selection && meantBy(selection, document, language, isExact),
    [selection, document, language, isExact],
  )

  const onDragging = useSteady((released: PointerEvent | null) => {
    if (!released) return setDragging(true)
    setDragging(false)
    view.readSelection()
    const made = view.selection
    if (!made || made.anchor === made.focus) return
    if (released.altKey) return setExactSelection(made)
    // What will be marked is seen before it is.
    const meant = meantBy(made, document, language, exactEdges)
    if (!meant) return
    const isForward = made.focus >= made.anchor
    view.select({ anchor: isForward ? meant.start : meant.end, focus: isForward ? meant.end : meant.start })
  })

  return {
    /** `null` while nothing is selected. */
    range,
    /** Whether the mouse is selecting. */
    dragging,
    onDragging,
    /** Whether edges stay within words where they were put. */
    exactEdges,
    setExactEdges,
    withoutSpace: ({ start, end }: TextRange) =>
      meantBy({ anchor: start, focus: end }, document, language, true) ?? { start, end },
  }
}

/** A caret selects nothing: one that moves renders nothing anew. */
function selectedIn({ selection }: TranscriptView): TextSelection | null {
  return selection && selection.anchor !== selection.focus ? selection : null
}

function meantBy(selection: TextSelection, document: TranscriptDocument, language: string, exact: boolean) {
  const boundsAt = (offset: number) => document.blocks[blockIndexAt(document.blocks, offset)]!
  return smartEdges(document.text, rangeOfSelection(selection), boundsAt, language, exact)
}
