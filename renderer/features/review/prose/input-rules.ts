import { Editor, Node, Path, Transforms, type NodeEntry, type Range } from 'slate'
import { insertLink, insertRule, setBlock, toggleList, toggleQuotation } from './edit-blocks'
import { isOf, type Mark } from './nodes'
import type { UndoEditor } from './with-undo'

/** Marks as they are typed, the longer ones first. */
const MARK_RULES: readonly { readonly typed: RegExp; readonly mark: Mark }[] = [
  { typed: /\*\*([^\s*](?:[^*]*[^\s*])?)\*\*$/u, mark: 'strong' },
  { typed: /(?<![\p{L}\p{N}_])__([^\s_](?:[^_]*[^\s_])?)__$/u, mark: 'strong' },
  { typed: /~~([^\s~](?:[^~]*[^\s~])?)~~$/u, mark: 'delete' },
  { typed: /`([^`\n]+)`$/u, mark: 'code' },
  { typed: /(?<![*\\])\*([^\s*](?:[^*]*[^\s*])?)\*$/u, mark: 'emphasis' },
  { typed: /(?<![\p{L}\p{N}_\\])_([^\s_](?:[^_]*[^\s_])?)_$/u, mark: 'emphasis' },
]
const LINK = /(?<!!)\[([^[\]\n]+)\]\(([^()\s]+)\)$/u

/** Turns Markdown that was just finished by typing `text` into what it means. Taken back, it is what was typed. */
export function applyInputRule(editor: UndoEditor, text: string): void {
  const caret = editor.selection?.anchor
  const block = Editor.above(editor, { match: (node) => isOf(node, 'paragraph'), mode: 'lowest' })
  if (!caret || !block) return
  const start = Editor.start(editor, block[1])
  if (text === ' ') applyBlockRule(editor, block, Editor.string(editor, { anchor: start, focus: caret }))
  else if (text === '-' && Node.string(block[0]) === '---') {
    editor.breakUndo()
    Transforms.delete(editor, { at: { anchor: start, focus: caret } })
    insertRule(editor)
  } else if ('*_~`)'.includes(text)) applyInlineRule(editor)
}

function applyBlockRule(editor: UndoEditor, [, path]: NodeEntry, typed: string): void {
  const mark = typed.slice(0, -1)
  const number = /^(\d{1,9})[.)]$/.exec(mark)?.[1]
  const task = /^\[([ xX]?)\]$/.exec(mark)?.[1]
  const isItem = isOf(Node.parent(editor, path), 'item') && path.at(-1) === 0
  const act = (change: () => void) => {
    editor.breakUndo()
    Editor.withoutNormalizing(editor, () => {
      Transforms.delete(editor, { at: { anchor: Editor.start(editor, path), focus: editor.selection!.anchor } })
      change()
    })
  }
  if (isItem) {
    if (task === undefined) return
    const checked = task.toLowerCase() === 'x'
    act(() => Transforms.setNodes(editor, { checked } as object, { at: Path.parent(path) }))
  } else if (/^#{1,3}$/.test(mark)) act(() => setBlock(editor, { type: 'heading', depth: mark.length as 1 | 2 | 3 }))
  else if (/^[-*+]$/.test(mark)) act(() => toggleList(editor, false))
  else if (number !== undefined) act(() => toggleList(editor, true, Number(number)))
  else if (mark === '>') act(() => toggleQuotation(editor))
  else if (mark === '```') act(() => setBlock(editor, { type: 'code' }))
}

function applyInlineRule(editor: UndoEditor): void {
  const { path, offset } = editor.selection!.anchor
  const leaf = Node.get(editor, path) as { text: string; code?: true }
  if (leaf.code === true) return
  const typed = leaf.text.slice(0, offset)
  const rangeOf = (length: number): Range => ({
    anchor: { path, offset: offset - length },
    focus: { path, offset },
  })
  const link = LINK.exec(typed)
  if (link && !Editor.above(editor, { match: (node) => isOf(node, 'link') })) {
    editor.breakUndo()
    Transforms.delete(editor, { at: rangeOf(link[0].length) })
    insertLink(editor, link[2] ?? '', link[1] ?? '')
    return
  }
  const isInCode = typed.split('`').length % 2 === 0
  for (const { typed: rule, mark } of MARK_RULES) {
    const match = rule.exec(typed)
    if (!match || (isInCode && mark !== 'code')) continue
    const [whole, words = ''] = match
    const edge = (whole.length - words.length) / 2
    editor.breakUndo()
    Editor.withoutNormalizing(editor, () => {
      const start = offset - whole.length
      Transforms.delete(editor, { at: { anchor: { path, offset: offset - edge }, focus: { path, offset } } })
      Transforms.delete(editor, { at: { anchor: { path, offset: start }, focus: { path, offset: start + edge } } })
      const end = { path, offset: start + words.length }
      Transforms.select(editor, end)
      const at = { anchor: { path, offset: start }, focus: end }
      Transforms.setNodes(editor, { [mark]: true }, { at, match: (node) => 'text' in node, split: true })
    })
    Editor.removeMark(editor, mark)
    return
  }
}
