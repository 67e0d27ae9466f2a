import { useCallback, useEffect, useRef } from 'react'
import type { PassageId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { TextRange } from '../../../shared/domain/span'
import type { ReadingPlace } from '../../../shared/shell'
import type { TranscriptView } from './document/transcript-view'
import { answered, savePlacesOnLeaving } from './reading-places'
import type { TranscriptScreenProps } from './transcript-props'

export interface PlacesInput extends Pick<TranscriptScreenProps, 'sourceId' | 'passageId' | 'place' | 'reveal'> {
  readonly view: TranscriptView
  /** How the source was left when it was last read. */
  readonly left: ReadingPlace
  /** The selected passage, when the list has it. */
  readonly selected: Passage | null
}

/**
 * Brings the page to where the reader wants to be: where they left it, the passage that is selected, or a place that
 * was asked for. Gives what notes a passage that was pressed here, and so is in view already.
 */
export function usePlaces(input: PlacesInput): (pressed: PassageId | null) => void {
  const { sourceId, passageId, place: askedPlace, reveal, view, selected } = input
  const { document } = view
  // Coming back to a transcript is coming back to where it was left, unless a passage was asked for meanwhile.
  const place = useRef(placeLeft(input))
  // A passage selected anywhere is scrolled to; one that was pressed here is in view already.
  const pressedHere = useRef<PassageId | null>(place.current && passageId)
  const asked = useRef(reveal)
  const isListed = selected !== null
  /** What else changes about the passage moves nothing. */
  const firstSpan = useRef<TextRange | null>(null)
  useEffect(() => {
    firstSpan.current = selected?.spans[0] ?? null
  })
  useEffect(() => {
    if (passageId === null || !isListed) return
    const first = firstSpan.current
    const isAsked = asked.current !== reveal
    asked.current = reveal
    if ((pressedHere.current === passageId && !isAsked) || !first) return
    // React does not mount more while it commits.
    queueMicrotask(() => {
      view.reveal(first, 'middle')
      view.flash()
    })
  }, [passageId, isListed, reveal, view])

  useEffect(() => {
    const start = place.current?.offset
    if (start !== undefined && start > (document.blocks[0]?.start ?? 0))
      queueMicrotask(() => view.reveal({ start, end: start }, 'top'))
  }, [view, document])
  useEffect(savePlacesOnLeaving, [])
  useEffect(() => {
    answered.set(sourceId, reveal)
  }, [sourceId, reveal])

  const asksForPlace = useRef(place.current === null)
  const shownReveal = useRef(reveal)
  useEffect(() => {
    const isAsked = asksForPlace.current || shownReveal.current !== reveal
    asksForPlace.current = false
    shownReveal.current = reveal
    if (!isAsked || !askedPlace) return
    queueMicrotask(() => {
      view.reveal(askedPlace, 'middle')
      view.focus()
      view.select({ anchor: askedPlace.start, focus: askedPlace.end })
    })
  }, [askedPlace, reveal, view])

  return useCallback((pressed) => {
    pressedHere.current = pressed
  }, [])
}

/** Where to go on reading; `null` when there is another place to go to that was not seen yet. */
function placeLeft({ sourceId, left, reveal, passageId, place }: PlacesInput): ReadingPlace | null {
  const isAsked = passageId !== null || place !== null
  return isAsked && answered.get(sourceId) !== reveal ? null : left
}
