import type { Editor } from 'slate'
import { Node, Range, Text } from 'slate'
import { isIn } from './edit-blocks'
import { isOf, type ProseText } from './nodes'

/** What is being asked for at the caret: a kind of block, or a passage. */
export interface Trigger {
  readonly kind: 'block' | 'passage'
  /** What was typed after the sign. */
  readonly query: string
  /** The sign and the query. */
  readonly range: Range
}

/** A sign for blocks begins a word; Chinese keyboards give another one at the beginning of a line. */
const BLOCK = /(?:^[/／、]|(?<=\s)[/／])([^\s/／、]{0,30})$/u
/** A sign for passages, but for that of a mail address. The query may have spaces. */
const PASSAGE = /(?<![A-Za-z0-9._%+-])[@＠]((?!\s)[^@＠\n\r]{0,60})$/u

/** What the words before the caret ask for, or `null`. */
export function triggerAt(editor: Editor): Trigger | null {
  const { selection } = editor
  if (selection === null || Range.isExpanded(selection)) return null
  const { path, offset } = selection.anchor
  const leaf = Node.get(editor, path)
  if (!Text.isText(leaf) || (leaf as ProseText).code || isIn(editor, (node) => isOf(node, 'code', 'source', 'link'))) {
    return null
  }
  // A leaf that is not the first of its block begins within a line.
  const before = `${path.at(-1) === 0 ? '' : '\uFFFC'}${leaf.text.slice(0, offset)}`
  const block = BLOCK.exec(before)
  const match = block ?? PASSAGE.exec(before)
  if (!match) return null
  const start = offset - match[0].length
  return {
    kind: block ? 'block' : 'passage',
    query: match[1] ?? '',
    range: { anchor: { path, offset: start }, focus: { path, offset } },
  }
}
