import type { TextRange } from '../../../../shared/domain/span'
import { blockIndexAt } from '../document/blocks'
import { withinBlock } from '../document/nodes'
import { textNodeIn, type TranscriptView } from '../document/transcript-view'

const NAME = 'player-said'

/** Draws what is being said, as far as it is mounted; `null` takes it away. */
export function paintSaid(view: TranscriptView, range: TextRange | null): void {
  const ranges: StaticRange[] = []
  const { blocks } = view.document
  for (let index = range ? blockIndexAt(blocks, range.start) : blocks.length; index < blocks.length; index += 1) {
    const block = blocks[index]!
    if (range === null || block.start >= range.end) break
    const within = withinBlock(block, range)
    const element = within && view.blockElement(index)
    const node = element && textNodeIn(element)
    if (!node || !within) continue
    const startOffset = Math.min(within.from, node.data.length)
    const endOffset = Math.min(within.to, node.data.length)
    ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }))
  }
  if (ranges.length === 0) CSS.highlights.delete(NAME)
  else CSS.highlights.set(NAME, new Highlight(...ranges))
}
