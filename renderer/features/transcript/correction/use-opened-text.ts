import { useEffect } from 'react'
import type { TranscriptView } from '../document/transcript-view'

/** Unfolds the text and puts the caret into it when its correction begins: all of it can be corrected. */
export function useOpenedText(isCorrecting: boolean, view: TranscriptView): void {
  useEffect(() => {
    if (!isCorrecting) return
    // React does not flush while it commits.
    queueMicrotask(() => view.foldSpeakers(new Set()))
    view.focus()
    const start = view.selection?.focus ?? view.document.blocks[view.topBlock()]?.start ?? 0
    view.select({ anchor: start, focus: start })
  }, [isCorrecting, view])
}
