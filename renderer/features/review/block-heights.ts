import type { Block } from '../../../shared/domain/review'

/** Of a quote whose words are not known here: three lines, as many of translation, and who says it. */
const QUOTE = 190
const LINE = 28
/** Characters of Latin text on a line; a Chinese one is as wide as two. */
const LINE_LENGTH = 76

/** About how many pixels high blocks are that were never mounted. */
export function estimateHeight(blocks: readonly Block[]): number {
  return blocks.reduce((height, block) => height + (block.kind === 'quote' ? QUOTE : 0) + textHeight(textOf(block)), 0)
}

function textOf(block: Block): string {
  return block.kind === 'prose' ? block.markdown : block.leadIn
}

function textHeight(text: string): number {
  if (text === '') return 0
  const lines = text.split('\n').reduce((count, line) => count + Math.ceil(widthOf(line) / LINE_LENGTH), 0)
  return lines * LINE + 16
}

function widthOf(line: string): number {
  return line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0)
}
