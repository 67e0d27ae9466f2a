import { useEffect, useLayoutEffect } from 'react'
import type { PassageId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { WindowEvent } from '../../../shared/shell'
import { subscribe } from '../../api'
import { type CampChoice, filtered, marksOf } from './camps'
import type { TranscriptView } from './document/transcript-view'
import type { Drawings } from './passages/drawing'
import type { Mark } from './passages/highlight-index'
import { passagesIn } from './span-at'
import { useSteady } from './use-steady'

export interface InkInput {
  readonly view: TranscriptView
  readonly drawings: Drawings
  readonly sourceId: SourceId
  /** What is drawn once the page is rendered. */
  readonly marks: readonly Mark[]
  readonly selectedId: PassageId | null
  /** The passages that are shown, and the camps they may be in. */
  readonly shown: readonly Passage[]
  readonly camps: readonly CampChoice[]
  readonly filter: ReadonlySet<SectionId | null>
  readonly text: string
}

/**
 * Draws the passages on the text. What the user does to them is on the text in the next frame, as it waits for nothing
 * that stands around it. Gives what draws a passage that was just made.
 */
export function useInk(input: InkInput): (made: Passage) => void {
  const { view, drawings, sourceId, marks, selectedId, shown, camps, filter, text } = input
  // In the frame that shows what else follows from them.
  useLayoutEffect(() => drawings.setMarks(marks, selectedId), [drawings, marks, selectedId])

  const marksOfShown = (passages: readonly Passage[]) => marksOf(filtered(passages, camps, filter), camps, text)
  const follow = useSteady((event: WindowEvent) => {
    if (event.kind !== 'changed') return
    const { action, camp: changed, passages } = event
    if (changed) {
      const recoloured = camps.map((camp) => (camp.id === changed.id ? { ...camp, colour: changed.camp.colour } : camp))
      // What is not in view has time.
      drawings.draw(marksOf(passagesIn(shown, view.near), recoloured, text))
    }
    // Whatever else changes passages has shown them by then.
    if (passages && (action === 'project.undo' || action === 'project.redo')) {
      drawings.draw(marksOfShown(passages.set.filter((passage) => passage.sourceId === sourceId)), passages.removed)
    }
  })
  useEffect(() => subscribe(follow), [follow])

  return useSteady((made: Passage) => drawings.draw(marksOfShown([made])))
}
