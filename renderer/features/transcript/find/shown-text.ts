import { applyEdits } from '../../../../shared/anchoring/edits'
import type { TextEdit } from '../../../../shared/domain/correction'
import type { Corrections } from '../correction/corrections'
import type { TextBlock } from '../document/blocks'
import type { TranscriptDocument } from '../document/nodes'

/** The text as the page has it: while it is being corrected, with what was typed. */
export interface ShownText {
  readonly text: string
  /** Where each block stands in it. */
  readonly blocks: readonly TextBlock[]
  /** The edits that a block had when the text was taken. */
  readonly editsOf: (block: number) => readonly TextEdit[]
}

export function shownText(document: TranscriptDocument, corrections: Corrections): ShownText {
  const edited = new Map(corrections.blocks.map((block) => [block, corrections.of(block)]))
  const editsOf = (block: number) => edited.get(block) ?? corrections.none
  if (edited.size === 0) return { text: document.text, blocks: document.blocks, editsOf }
  let moved = 0
  const blocks = document.blocks.map((block) => {
    const start = block.start + moved
    for (const { start: from, end, text } of editsOf(block.index)) moved += text.length - (end - from)
    return { ...block, start, end: block.end + moved }
  })
  return { text: applyEdits(document.text, corrections.all()), blocks, editsOf }
}
